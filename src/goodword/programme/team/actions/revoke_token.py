"""Close the door that a token opened."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token, TokenRevocation
from goodword.programme.team.trail import record


def revoke_token(token: Token, *, by: Actor, reason: str = "") -> None:
    """Revoke a token for good; doing it again changes nothing."""
    with transaction.atomic():
        _, made = TokenRevocation.objects.get_or_create(token=token, defaults={"at": clock.now(), "by": by.user_id})
        if made:
            record(by, "revoke", "token", str(token.pk), reason=reason)
