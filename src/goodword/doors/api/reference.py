"""What the framework does not know about the API: problems, limits and keys, written into its description."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from goodword.doors.api.operations import Operation
from goodword.doors.api.problems import MEDIA_TYPE
from goodword.doors.api.shapes import Problem
from goodword.programme.calls.models import IdempotencyKey

_WHEN = {
    400: "The request cannot be read, or a token stands in its address.",
    401: "No token came with it, or one that opens nothing.",
    403: "The token may not do that.",
    404: "There is nothing here, or nothing for you: both look the same.",
    409: "It cannot be done now, or was done already.",
    410: "The list was published anew since the cursor was made.",
    413: "The request is too large.",
    422: "Something in the request is not valid.",
    429: "There were too many calls in this minute.",
    500: "Something broke on our side.",
}
_RATES = {
    "RateLimit-Policy": "The limit: how many calls a minute.",
    "RateLimit": "How many calls are left, and how many seconds of this minute.",
}


def completed(found: OpenAPISchema, operations: dict[str, Operation]) -> OpenAPISchema:
    """Complete the description of every operation."""
    found["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    found["components"]["headers"] = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in _RATES.items()
    }
    root = found["paths"]
    for address, methods in root.items():
        for method, told in methods.items():
            below = address.removeprefix("/api/v1")
            _complete(told, operations[f"{method.upper()} {below}"])
    return found


def _complete(told: dict[str, Any], operation: Operation) -> None:
    told["x-policy"] = operation.policy.name
    for status in _statuses(operation):
        told["responses"][status] = {
            "description": _WHEN[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    for status, answer in told["responses"].items():
        if status not in {400, 401}:
            answer["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in _RATES}
    told["responses"] = {str(status): answer for status, answer in sorted(told["responses"].items())}
    if operation.changes:
        told["parameters"].append(_KEY)


def _statuses(operation: Operation) -> list[int]:
    always = [400, 401, 403, 404, 422, 429, 500]
    more = (
        [409, 413]
        if operation.changes
        else [413]
        if operation.method == "POST"
        else [410]
        if operation.path in {"/people", "/moments"}
        else []
    )
    return sorted([*always, *more])


_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Names this call for 24 hours: sent again under the same key, it is answered as before, done once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": IdempotencyKey.LONGEST, "pattern": "^[!-~]+$"},
}
