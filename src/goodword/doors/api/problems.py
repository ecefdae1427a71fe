"""What an error looks like on the wire: problem details for HTTP APIs, RFC 9457."""

import json
import logging
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpResponse
from ninja.errors import HttpError, ValidationError

from goodword.kit.errors import GoodwordError

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:goodword:problem:"

_log = logging.getLogger(__name__)

STATUS: dict[str, int] = {
    "call-under-way": 409,
    "filter-forbidden": 403,
    "import-undone": 409,
    "job-ended": 409,
    "lake-busy": 409,
    "list-changed": 410,
    "no-import": 404,
    "no-job": 404,
    "run-busy": 409,
}
"""The status of errors that actions raise, by code; every other one is something wrong with what was sent."""

MISSING = GoodwordError(
    "missing", "There is nothing here.", "Check the address and the id; what you may not see is answered like this too."
)
FORBIDDEN = GoodwordError(
    "forbidden",
    "This token may not do that.",
    "Use a token of somebody whose role may, and one that may write where something changes.",
)
_BROKEN = GoodwordError(
    "broken",
    "Something broke on our side; nothing was changed.",
    "Try again later. If it happens again, the log of the server says why.",
    retry=True,
)
_UNREADABLE = GoodwordError("unreadable", "The request cannot be read.", "Send UTF-8 JSON that is well formed.")
_TOO_LARGE = GoodwordError("too-large", "The request is too large.", "Send less at once.")


def problem(error: GoodwordError, status: int, *, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    """Answer with a problem.

    Args:
        error: what happened and how to mend it.
        status: the status of the answer.
        errors: which parts of the request are wrong, where that can be told: [{"where", "reason"}].
    """
    told: dict[str, Any] = {
        "type": f"{TYPE}{error.code}",
        "title": error.sentence,
        "status": status,
        "code": error.code,
        "detail": error.mend,
        "retry": error.retry,
    }
    if errors is not None:
        told["errors"] = errors
    return HttpResponse(json.dumps(told, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def problem_of(error: Exception) -> HttpResponse:
    """Answer with what an exception means to the caller; what nobody foresaw is logged and told as our fault."""
    if isinstance(error, GoodwordError):
        return problem(error, STATUS.get(error.code, 409 if error.retry else 422))
    if isinstance(error, ValidationError):
        return _invalid(error)
    for kinds, told, status in _KNOWN:
        if isinstance(error, kinds):
            return problem(told, status)
    _log.error("an API call broke", exc_info=error)
    return problem(_BROKEN, 500)


_KNOWN: tuple[tuple[tuple[type[Exception], ...], GoodwordError, int], ...] = (
    ((Http404,), MISSING, 404),
    ((PermissionDenied,), FORBIDDEN, 403),
    ((RequestDataTooBig,), _TOO_LARGE, 413),
    ((HttpError, SuspiciousOperation), _UNREADABLE, 400),
)


def _invalid(error: ValidationError) -> HttpResponse:
    found = [
        {"where": ".".join(str(part) for part in one["loc"] if part != "payload"), "reason": str(one["msg"])}
        for one in error.errors
    ]
    named = ", ".join(dict.fromkeys(one["where"] for one in found))
    told = GoodwordError(
        "invalid", f"The request is not valid: {named}.", "Correct what “errors” names; nothing was done."
    )
    return problem(told, 422, errors=found)
