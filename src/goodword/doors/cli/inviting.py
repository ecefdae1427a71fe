"""`goodword user invite`: let a customer's person in to their own page."""

from typing import TYPE_CHECKING, Annotated

import typer

from goodword.doors.cli.showing import out, say_if_synthetic
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.advocates.models import ListedPerson
    from goodword.programme.team.models import User


def invite(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="An id, one of your own keys, an e-mail address or a full name.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the letter that would be sent, and change nothing.")
    ] = False,
) -> None:
    """Let a customer's person in to their own page, and nothing else: by a letter, or with a password shown once."""
    workspace = workspace_of(context)
    from goodword.doors.mail.inviting import writer_for
    from goodword.programme.advocates.actions.invite_person import invite_person
    from goodword.programme.team.actor import Actor

    say_if_synthetic(workspace)
    wanted = _published(person)
    if dry_run:
        _show(wanted)
        return
    invited = invite_person(wanted, by=Actor.console(), write=writer_for(wanted, None))
    if invited.password:
        out().print(f"{invited.user.email} can sign in to their own page now.")
        out().print(f"Password, shown this once: {invited.password}", soft_wrap=True)
    else:
        out().print(
            f"{wanted.called} is invited. A letter to {invited.user.email} waits in the outbox.", soft_wrap=True
        )


def let_in_again(user: "User", *, reason: str) -> None:
    """Let a customer's person in again, by the rules of an invitation.

    Raises:
        GoodwordError: nothing is known of them any more, they have no address, or they said no for good.
    """
    from goodword.doors.mail.inviting import writer_for
    from goodword.programme.advocates.actions.renew_invitation import renew_invitation
    from goodword.programme.advocates.models import ListedPerson, Publication
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.models import Assignment

    given, generation = Assignment.objects.current_of(user), Publication.current()
    if given is None or generation is None:
        raise _nothing_published()
    person = ListedPerson.objects.within(generation).about(given.person_id).first()
    write = writer_for(person, None) if person else None
    renew_invitation(person, user, by=Actor.console(), write=write, reason=reason)


def _show(person: "ListedPerson") -> None:
    """Print the letter as it would leave now, or why there would be none."""
    from goodword.doors.mail.inviting import write_invitation
    from goodword.programme.advocates.policies import refuse_letting_in
    from goodword.programme.team.policies import refuse_second_account

    refusal = refuse_letting_in(person) or refuse_second_account(person.person_id, person.email)
    if refusal is not None:
        raise refusal
    letter = write_invitation(person, person.email.strip().lower(), inviter=None)
    out().print(f"To: {letter.to}\nSubject: {letter.subject}\n\n{letter.text}", soft_wrap=True)


def _published(wanted: str) -> "ListedPerson":
    from goodword.programme.advocates.models import Publication
    from goodword.programme.advocates.search.naming import person_named

    generation = Publication.current()
    if generation is None:
        raise _nothing_published()
    return person_named(generation, wanted)


def _nothing_published() -> GoodwordError:
    return GoodwordError("nothing-published", "Nobody is known yet.", "Load your data and run: goodword run")
