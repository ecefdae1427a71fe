"""`make api-fuzz`: made-up calls to every operation of the API, as every role, right ones and wrong ones.

For each answer it is checked that it is no 5xx, that the description knows its status, type, headers and shape, and
that who may not gets nothing. A short pass of the same runs with every `make test`.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

CASES = 10_000
_REFUSED = {400, 401, 403, 404, 405, 429}
_OK = 200
_ERRORS = 400
_BROKEN = 500
_CHECKED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)


@dataclass(slots=True)
class Figures:
    """What came of a pass.

    Attributes:
        cases: how many calls were made.
        statuses: how many answers had which status.
        broken: calls that were answered with 5xx.
        breaks: answers that are not as described.
        let_in: calls that were let in and should not have been.
    """

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)
    let_in: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that should not be."""
        return [*self.broken, *self.breaks, *self.let_in]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, and what they know.

    Attributes:
        application: the WSGI application that serves the API.
        secret: their token's.
        admitted: by route, whether the token may; see `Operation.route`.
        known: by name of a part of an address, ids that exist.
    """

    application: Any
    secret: str
    admitted: Mapping[str, bool]
    known: Mapping[str, list[str]]


def fuzz(caller: Caller, cases: int) -> Figures:
    """Make so many calls in all, spread over the operations, half of them meant to be right."""
    figures = Figures()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", caller.application)
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    each = max(cases // (2 * len(operations)), 1)
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            _pass(caller, operation, operation.as_strategy(generation_mode=mode), each, figures)
    return figures


def _pass(caller: Caller, operation: Any, cases: Any, many: int, figures: Figures) -> None:  # noqa: ANN401  # schemathesis' own
    checks = _checks()
    admitted = caller.admitted[f"{operation.method.upper()} {operation.path.removeprefix('/api/v1')}"]

    @settings(
        max_examples=many,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, pick=st.integers(0, 99))
    def call(case: Any, pick: int) -> None:  # noqa: ANN401  # schemathesis' own
        for name in set(case.path_parameters or {}) & set(caller.known) if pick % 2 else ():
            case.path_parameters[name] = caller.known[name][pick % len(caller.known[name])]
        _judge(case, caller.secret, checks, figures, admitted=admitted)
        if pick % 10 == 0:
            _judge(case, "gw_nobody", checks, figures, admitted=False)

    call()


def _judge(case: Any, secret: str, checks: list[Any], figures: Figures, *, admitted: bool) -> None:  # noqa: ANN401  # schemathesis' own
    answer = case.call(headers={"Authorization": f"Bearer {secret}"})
    told = f"{answer.status_code} {case.as_curl_command()[:300]}"
    figures.cases += 1
    figures.statuses[answer.status_code] += 1
    if answer.status_code >= _BROKEN:
        figures.broken.append(told)
    if not admitted and answer.status_code not in _REFUSED:
        figures.let_in.append(told)
    try:
        case.validate_response(answer, checks=checks)
    except BaseExceptionGroup as wrong:
        figures.breaks.append(f"{told}: {wrong.exceptions[0]!r}"[:600])


def _checks() -> list[Any]:
    load_all_checks()
    return CHECKS.get_by_names(list(_CHECKED))


def report(figures: Mapping[str, Figures]) -> Iterator[Table | str]:
    """What came of it, as people read it."""
    table = Table("role", "calls", "2xx", "4xx", "5xx", "not as described", "let in wrongly", header_style="bold")
    for role, one in figures.items():
        good = sum(count for status, count in one.statuses.items() if _OK <= status < _ERRORS)
        bad = sum(count for status, count in one.statuses.items() if _ERRORS <= status < _BROKEN)
        row = (one.cases, good, bad, len(one.broken), len(one.breaks), len(one.let_in))
        table.add_row(role, *(str(value) for value in row))
    yield table
    for role, one in figures.items():
        yield from (f"{role}: {fault}" for fault in one.faults[:5])


def main() -> int:
    """Make so many calls as each role; 1 where anything is not as it should be."""
    from bench.api_world import every_role  # noqa: PLC0415  # makes a database first

    wanted = sys.argv[1:]
    figures: dict[str, Figures] = {}
    console = Console()
    for role, world in every_role(wanted):
        caller = Caller(world.application, world.secret, world.admitted, world.known)
        figures[role] = fuzz(caller, CASES)
        console.print(f"{role}: {figures[role].cases} calls, {len(figures[role].faults)} faults", markup=False)
    for part in report(figures):
        console.print(part, soft_wrap=True, markup=False)
    return 1 if any(one.faults for one in figures.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
