"""The pages docs/reference/openapi.json and api.md, from the API's own description."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goodword.doors.api.operations import Operation
from goodword.doors.api.problems import STATUS
from goodword.doors.api.site import ROOT as API_ROOT
from goodword.doors.api.site import description, operations

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOT = ROOT / "docs" / "reference" / "openapi.json"
PAGE = ROOT / "docs" / "reference" / "api.md"

_INTRODUCTION = f"""\
# HTTP API

Made from the code by `make reference`; do not edit it by hand. How to begin: [use the API](../how-to/use-the-api.md).
The whole description, with every shape, is [openapi.json](openapi.json) (OpenAPI 3.1); a running Goodword serves it
at `{API_ROOT}openapi.json`. All paths below begin with `{API_ROOT.rstrip("/")}`.

## Who may

A token in the header `Authorization: Bearer …` is the only key; a browser's session opens nothing here, and a token
in the address is refused. A token may do what its user may, and nothing that changes something where its scope is
`read`. A field that the user may not see is left out of an answer; `null` means that it is not known. Somebody or
something that the user may not see is answered exactly like one that does not exist.

## Errors

Every error is `application/problem+json` (RFC 9457): `type`, `title` (what happened), `status`, `code` (for programs),
`detail` (what to do), `retry` (whether the same call may succeed later), and `errors` where parts of the request are
wrong. Nothing was changed by a call that ends with an error.

## Pages

A list has `items` and `next_cursor`; send it as `cursor` with the same filters to get the next page, until it is
`null`.

Lists of people and moments stay as they are until findings are published anew; a cursor from before is then
answered with 410, `list-changed`: begin again. Parameters that an operation does not know are refused, so that a
misspelt filter does not show everybody.

## Keys

Every POST and DELETE takes a header `Idempotency-Key`. For 24 hours the same token, operation and key get the answer of
the first call again, with the header `Idempotent-Replayed: true`, and nothing is done twice. With another address or
body the key is refused (422, `key-of-another-call`); while the first call is under way, the second gets 409,
`call-under-way`. A call that ended with an error leaves its key free.

## Limits

Each token may make 300 calls a minute that read and 60 that change something; an address without a token may try
60 times. `RateLimit-Policy` and `RateLimit` tell the limit, what is left (`r`) and for how many seconds (`t`); above it
the answer is 429 with `Retry-After`.

## Operations
"""


def _rows(told: dict[str, Any], listed: list[Operation]) -> Iterator[str]:
    yield "| operation | needs | what it does |"
    yield "| --- | --- | --- |"
    for one in listed:
        about = told["paths"][f"{API_ROOT.rstrip('/')}{one.path}"][one.method.lower()]
        yield f"| `{one.method} {one.path}` | `{one.policy.name}` | {about['summary']}. |"


def _parameters(told: dict[str, Any], listed: list[Operation]) -> Iterator[str]:
    for one in listed:
        about = told["paths"][f"{API_ROOT.rstrip('/')}{one.path}"][one.method.lower()]
        wanted = [each for each in about["parameters"] if each["in"] == "query"]
        if not wanted:
            continue
        yield ""
        yield f"### {one.method} {one.path}"
        yield ""
        yield "| parameter | values | meaning |"
        yield "| --- | --- | --- |"
        for each in wanted:
            yield f"| `{each['name']}` | {_values(each['schema'])} | {each.get('description', '')} |"


def _values(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"] if word)
    if schema.get("type") == "boolean":
        return "`true` or `false`"
    if "anyOf" in schema:
        return "an instant, such as `2026-11-19T09:00:00Z`"
    if "minimum" in schema:
        return f"{schema['minimum']} to {schema['maximum']}, {schema.get('default')} if left out"
    return f"up to {schema['maxLength']} characters"


def page() -> str:
    """The whole page, as it should stand in the file."""
    told, listed = description(), operations()
    lines = [_INTRODUCTION, *_rows(told, listed), "", "## Parameters", *_parameters(told, listed), ""]
    lines += ["## Statuses of errors", "", "| code | status |", "| --- | --- |"]
    lines += [f"| `{code}` | {status} |" for code, status in sorted(STATUS.items())]
    lines += ["", "Every other error that an action raises is 422, or 409 where trying again may help."]
    return "\n".join(lines).rstrip() + "\n"


def snapshot() -> str:
    """The description as it is kept."""
    return json.dumps(description(), ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Write both pages."""
    PAGE.write_text(page(), encoding="utf-8")
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
