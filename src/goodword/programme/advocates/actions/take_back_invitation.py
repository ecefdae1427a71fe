"""Take back that a customer's person may see their own page."""

from contextlib import suppress

from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.invitations import last_invitation
from goodword.programme.outbox.actions.drop_letter import withdraw_letter
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User


def take_back_invitation(user: User, *, by: Actor, reason: str = "") -> None:
    """Let them in no more, and withdraw a letter that still waits; doing it again changes nothing."""
    with transaction.atomic():
        letter = last_invitation(user)
        deactivate_user(user, by=by, reason=reason)
        if letter is not None and hasattr(letter, "waiting"):
            # A worker may have taken it between the question and the answer: then it is under way, and stays so.
            with suppress(GoodwordError):
                withdraw_letter(letter, by=by, reason=reason)
