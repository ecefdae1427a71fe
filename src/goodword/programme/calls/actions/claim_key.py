"""Claim an idempotency key, before what the call does is begun."""

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.calls.models import IdempotencyKey
from goodword.programme.team.models import Token


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do a call and to keep its answer."""

    row_id: int
    secret: str


def claim_key(token: Token, route: str, key: str, *, fingerprint: str) -> Claim | IdempotencyKey:
    """Claim a call; where it was done already, return the row with its answer instead.

    Args:
        token: who calls.
        route: method and pattern of the address.
        key: what the caller says the call is known by.
        fingerprint: of the whole call, so that a key is not taken for another one.

    Raises:
        GoodwordError: the key was used for another call (code `key-of-another-call`), or the same call is under way in
            this moment (code `call-under-way`).
    """
    found = IdempotencyKey.objects.of_call(token, route, key).first()
    if found is not None and _standing(found, fingerprint):
        return found
    with transaction.atomic():
        IdempotencyKey.objects.expired(clock.now()).delete()
        again = IdempotencyKey.objects.select_for_update().of_call(token, route, key).first()
        if again is None:
            return _new(token, route, key, fingerprint)
        if _standing(again, fingerprint):
            return again
        return _taken_over(again)


def under_way() -> GoodwordError:
    """What to say to whoever calls twice at once."""
    return GoodwordError(
        "call-under-way",
        "A call with this Idempotency-Key is being worked on.",
        "Wait a moment, then send the same call again: it gets the answer of the first one.",
        retry=True,
    )


def _standing(row: IdempotencyKey, fingerprint: str) -> bool:
    """Whether the row holds the answer; False where it says nothing any more."""
    now = clock.now()
    if row.expires_at <= now:
        return False
    if row.fingerprint != fingerprint:
        raise GoodwordError(
            "key-of-another-call",
            "This Idempotency-Key was used for another call in the last 24 hours.",
            "Send a new key with every new call, and the old one only to repeat the very same call.",
        )
    if row.status is None and row.claimed_at + IdempotencyKey.PATIENCE > now:
        raise under_way()
    return row.status is not None


def _new(token: Token, route: str, key: str, fingerprint: str) -> Claim:
    now, secret = clock.now(), secrets.token_hex(8)
    try:
        with transaction.atomic():
            row = IdempotencyKey.objects.create(
                token=token,
                route=route,
                key=key,
                fingerprint=fingerprint,
                claim=secret,
                claimed_at=now,
                expires_at=now + IdempotencyKey.KEPT,
            )
    except IntegrityError as error:
        raise under_way() from error  # somebody claimed it in this very moment
    return Claim(row.pk, secret)


def _taken_over(row: IdempotencyKey) -> Claim:
    """Take a claim from a call that is not heard of: without an answer nothing was done, and now it cannot answer."""
    row.claim, row.claimed_at = secrets.token_hex(8), clock.now()
    row.save(update_fields=["claim", "claimed_at"])
    return Claim(row.pk, row.claim)
