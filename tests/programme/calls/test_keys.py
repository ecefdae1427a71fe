"""Claims of idempotency keys: one holder at a time, and only the holder can answer."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.calls.actions.claim_key import Claim, claim_key
from goodword.programme.calls.actions.keep_answer import keep_answer
from goodword.programme.calls.actions.release_key import release_key
from goodword.programme.calls.models import IdempotencyKey
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token
from tests.team import let_in

pytestmark = pytest.mark.django_db
ROUTE = "POST /things"


@pytest.fixture
def token(db: None) -> Token:
    return make_token(let_in(), "bot", scope="write", lasts=timedelta(days=2), by=Actor.console())[0]


def claimed(token: Token) -> Claim:
    found = claim_key(token, ROUTE, "k", fingerprint="f")
    assert isinstance(found, Claim)
    return found


def test_whoever_lost_a_claim_cannot_answer_any_more(token: Token) -> None:
    slow = claimed(token)
    IdempotencyKey.objects.update(claimed_at=clock.now() - IdempotencyKey.PATIENCE)
    quick = claimed(token)
    with pytest.raises(GoodwordError, match="being worked on"):
        keep_answer(slow, status=200, content_type="", body="slow")
    release_key(slow)
    keep_answer(quick, status=200, content_type="", body="quick")
    kept = claim_key(token, ROUTE, "k", fingerprint="f")
    assert isinstance(kept, IdempotencyKey)
    assert kept.body == "quick"


def test_an_answer_is_kept_once(token: Token) -> None:
    claim = claimed(token)
    keep_answer(claim, status=204, content_type="", body="")
    with pytest.raises(GoodwordError):
        keep_answer(claim, status=200, content_type="", body="other")
    release_key(claim)
    assert IdempotencyKey.objects.get().status == 204


def test_the_database_keeps_a_key_once(token: Token) -> None:
    claimed(token)
    row = IdempotencyKey.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_keys_end_with_their_token(token: Token) -> None:
    claimed(token)
    token.delete()
    assert not IdempotencyKey.objects.exists()
