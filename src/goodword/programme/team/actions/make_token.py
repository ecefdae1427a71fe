"""Make a token, so that a program of a user's own can come in."""

import secrets
from datetime import timedelta

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token, User
from goodword.programme.team.models.token import Scope
from goodword.programme.team.trail import record

LONGEST = timedelta(days=366)
_SHOWN = 8


def make_token(user: User, name: str, *, scope: Scope, lasts: timedelta, by: Actor) -> tuple[Token, str]:
    """Make a token and return it with its secret, which is kept nowhere and can be shown this once.

    Args:
        user: whose token it is; it may never do more than they may.
        name: what it is for.
        scope: `read`, or `write` to change things as well.
        lasts: how long it opens the door; a year at most.
        by: who makes it.

    Raises:
        GoodwordError: the name is empty, or the time too short or too long.
    """
    if not name.strip():
        raise GoodwordError("token-without-name", "A token needs a name.", "Write what it is for.")
    if not timedelta(0) < lasts <= LONGEST:
        raise GoodwordError(
            "token-time", "A token lasts between a day and a year.", f"Choose 1 to {LONGEST.days} days."
        )
    now = clock.now()
    secret = f"{Token.PREFIX}{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        token = Token.objects.create(
            user=user,
            name=name.strip(),
            scope=scope,
            shown=secret[:_SHOWN],
            digest=Token.digest_of(secret),
            made_at=now,
            expires_at=now + lasts,
        )
        after = {"scope": scope, "expires_at": token.expires_at, "user": str(user.pk)}
        record(by, "make", "token", str(token.pk), after=after)
    return token, secret
