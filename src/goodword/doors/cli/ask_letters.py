"""`goodword ask send`: ask somebody by a letter of their own words, or look at it first."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from goodword.doors.cli.asks import Kind, On, Who, asks
from goodword.doors.cli.claims import ForNeed, claim_for
from goodword.doors.cli.find import read_day
from goodword.doors.cli.one_person import person_meant
from goodword.doors.cli.showing import out, say_if_synthetic
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.doors.mail.asking import AskDraft
    from goodword.programme.advocates.models import ListedPerson
    from goodword.programme.asks.models import AskLetter
    from goodword.programme.team.models import User

__all__ = ["asks", "published_person"]


_WHY = "Or say why not: --unthanked-because WHY"


@asks.command("thanked")
def thanked(
    context: typer.Context,
    who: Who,
    how: Annotated[str, typer.Argument(metavar="HOW", help="call, note, letter or in_person.")],
    *,
    on: On = "",
) -> None:
    """Write down that you thanked somebody: that comes before asking them."""
    workspace_of(context)
    from goodword.programme.asks.actions.thank_person import thank_person
    from goodword.programme.team.actor import Actor

    row = thank_person(person_meant(who).today.pk, how, day=read_day(on or None), by=Actor.console())
    out().print(f"Written down: thanked by {row.how.replace('_', ' ')}, {row.thanked_on}.")


@asks.command("send")
def send(
    context: typer.Context,
    who: Who,
    kind: Kind,
    *,
    sender: Annotated[str, typer.Option("--from", metavar="EMAIL", help="The colleague whose letter it is.")] = "",
    because: Annotated[
        str, typer.Option("--unthanked-because", metavar="WHY", help="Why nobody thanks them first; it is kept.")
    ] = "",
    need: ForNeed = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the letter, and change nothing.")] = False,
) -> None:
    """Ask somebody by letter: drafted from their words, with a link to answer by. It is told before it leaves."""
    workspace = workspace_of(context)
    from goodword.doors.mail.asking import draft_ask, refuse_letter_to, send_draft
    from goodword.doors.mail.for_need import sent_for, with_need
    from goodword.programme.asks.thanking import owed_thanks, refuse_unthanked
    from goodword.programme.team.actor import Actor

    person, colleague = published_person(who), _colleague(sender)
    refusal = refuse_letter_to(person, kind, by=Actor.console(), sender=colleague)
    if refusal is not None:
        raise refusal
    claim = claim_for(need, person.person_id, kind) if need else None
    draft = draft_ask(person, kind, colleague)
    draft = replace(draft, wording=with_need(draft.wording, claim, draft.language))
    say_if_synthetic(workspace)
    _show(draft)
    owed = refuse_unthanked(owed_thanks(person_meant(who).today), kind, because)
    if dry_run:
        out().print(*([owed.sentence] if owed else []), "Nothing was sent.", soft_wrap=True)
        return
    if colleague is None:
        raise GoodwordError(
            "no-sender",
            "A letter that asks comes from somebody.",
            "Say from whom: --from EMAIL. See: goodword user list",
        )
    if owed is not None:
        raise GoodwordError(
            owed.code, owed.sentence, f"Thank them: goodword ask thanked {person.person_id} call. {_WHY}"
        )
    console, token = Actor.console(), uuid4().hex
    send_it = partial(send_draft, person, kind, draft.wording, draft, token=token, by=console)
    _tell(sent_for(claim, partial(send_it, unthanked_because=because), console), draft)


def _tell(sent: "AskLetter", draft: "AskDraft") -> None:
    if draft.post.quiet_until:
        out().print(f"It waits until {draft.post.quiet_until:%Y-%m-%d %H:%M} UTC: working hours where they live.")
    rests = sent.ask.reservation.rests_until if sent.ask.reservation else None
    out().print(f"Ask {sent.ask.ledger_id}: the letter is in the outbox. They rest until {rests}.", soft_wrap=True)


def _show(draft: "AskDraft") -> None:
    lines = (f"From: {draft.post.sender}", f"To: {draft.post.to}", f"Subject: {draft.wording.subject}", "")
    out().print("\n".join((*lines, draft.wording.text)), soft_wrap=True, markup=False, highlight=False)


def published_person(who: str) -> "ListedPerson":
    """The person who is meant, as they are published.

    Raises:
        GoodwordError: nobody is, or nothing is published about them.
    """
    from goodword.programme.advocates.models import ListedPerson, Publication

    generation, today = Publication.current(), person_meant(who).today
    row = ListedPerson.objects.within(generation).about(today.pk).first() if generation else None
    if row is None:
        raise GoodwordError("not-published", f"Nothing is published about {today}.", "Run first: goodword run")
    return row


def _colleague(email: str) -> "User | None":
    from goodword.programme.team.models import User

    if not email:
        return None
    found = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if found is None:
        raise GoodwordError("unknown-colleague", f"No colleague signs in with {email!r}.", "See: goodword user list")
    return found
