"""Calls that change something: done once, however often they arrive."""

import hashlib
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from goodword.doors.api.callers import Caller
from goodword.doors.api.problems import problem_of
from goodword.kit.errors import GoodwordError
from goodword.programme.calls.actions.claim_key import Claim, claim_key
from goodword.programme.calls.actions.keep_answer import keep_answer
from goodword.programme.calls.actions.release_key import release_key
from goodword.programme.calls.models import IdempotencyKey

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
_FIRST_ERROR = 400

type Call = Callable[[], HttpResponse]


def key_of(request: HttpRequest) -> str:
    """The key a call came with; empty where it has none.

    Raises:
        GoodwordError: it is none that could be kept.
    """
    key = request.headers.get(HEADER)
    if key is None:
        return ""
    if not 0 < len(key) <= IdempotencyKey.LONGEST or not key.isascii() or not key.isprintable():
        raise GoodwordError(
            "bad-idempotency-key",
            f"The header {HEADER} holds no key.",
            f"Send 1 to {IdempotencyKey.LONGEST} plain characters, a UUID for example, or leave it out.",
        )
    return key


def do_once(request: HttpRequest, caller: Caller, route: str, call: Call) -> HttpResponse:
    """Do a call, or give the answer it got when it was done before. What ends with an error leaves nothing behind.

    Args:
        request: the call.
        caller: who calls.
        route: method and pattern of the address.
        call: does it.
    """
    try:
        key = key_of(request)
        if not key:
            return _whole(call)
        claim = claim_key(caller.token, route, key, fingerprint=_fingerprint(request))
    except GoodwordError as error:
        return problem_of(error)
    if isinstance(claim, IdempotencyKey):
        return _again(claim)
    return _claimed(claim, call)


def _claimed(claim: Claim, call: Call) -> HttpResponse:
    try:
        answer = _whole(call, claim)
    except GoodwordError as error:
        return problem_of(error)  # the claim belongs to somebody else by now
    except BaseException:
        release_key(claim)
        raise
    if answer.status_code >= _FIRST_ERROR:
        release_key(claim)
    return answer


def _whole(call: Call, claim: Claim | None = None) -> HttpResponse:
    """Do a call with its answer in one transaction; after an error, nothing of it is left."""
    with transaction.atomic():
        answer = call()
        if answer.status_code >= _FIRST_ERROR:
            transaction.set_rollback(True)
        elif claim is not None:
            keep_answer(
                claim,
                status=answer.status_code,
                content_type=answer.headers.get("Content-Type", ""),
                body=answer.content.decode(),
            )
    return answer


def _again(row: IdempotencyKey) -> HttpResponse:
    answer = HttpResponse(row.body, status=row.status, content_type=row.content_type or None)
    answer[REPLAYED] = "true"
    return answer


def _fingerprint(request: HttpRequest) -> str:
    told = hashlib.sha256(request.get_full_path().encode())
    told.update(b"\x00")
    told.update(request.body)
    return told.hexdigest()
