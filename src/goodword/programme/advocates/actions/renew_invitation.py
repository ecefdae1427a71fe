"""Let a customer's person in again."""

from django.db import transaction

from goodword.programme.advocates.invitations import Writer, key_of, last_invitation
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.advocates.policies import refuse_letting_in
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.team.actions.reactivate_user import reactivate_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User


def renew_invitation(
    person: ListedPerson | None, user: User, *, by: Actor, write: Writer | None, reason: str = ""
) -> None:
    """Lift what took it back; where the letter that was to tell them never left, another one is queued.

    Args:
        person: who, as they are published now; None where they are not any more.
        user: who they are here.
        by: who lets them in.
        write: writes the letter; None where no letters leave.
        reason: why, if somebody says so.

    Raises:
        GoodwordError: nothing is known of them any more, they have no address, or they said no for good.
    """
    with transaction.atomic():
        refusal = refuse_letting_in(person)
        if refusal is not None:
            raise refusal
        reactivate_user(user, by=by, reason=reason)
        letter = last_invitation(user)
        if write is not None and letter is not None and hasattr(letter, "drop"):
            queue_letter(write(user, key_of(user)), by=by)
