"""One person for every sentence a hold can have, found by the rules' own way and ready to be published."""

from dataclasses import replace
from typing import Any

import pyarrow as pa

from goodword.evidence.records.findings import HELD
from goodword.finding import catalogue
from goodword.finding.signals.assemble import holds_of
from goodword.programme.advocates.findings import Findings
from tests.cast import TODAY, Cast

type Row = dict[str, Any]

COMPANY = "Orbit Clinics"

HELD_ROWS: list[Row] = [
    {"code": "urgent_ticket", "evidence_id": "48240", "number": 5.0},
    {"code": "urgent_ticket", "evidence_id": "48240", "number": 1.0},
    {"code": "urgent_ticket", "evidence_id": "48240", "day": "2026-11-18", "until": "2026-11-25"},
    {"code": "urgent_ticket"},
    {"code": "urgent_ticket", "day": "2026-11-18", "until": "2026-11-25"},
    {"code": "high_ticket", "evidence_id": "7"},
    {"code": "high_ticket"},
    {"code": "low_nps", "number": 4.0, "day": "2026-11-18", "until": "2027-11-18"},
    {"code": "low_csat", "number": 1.5, "day": "2026-11-18", "until": "2026-12-18"},
    {"code": "complaint", "day": "2026-11-18", "until": "2027-02-16"},
    {"code": "fewer_active", "number": 8.0, "number_before": 12.0},
    {"code": "churn_notice", "number": 1.0, "day": "2026-11-18"},
    {"code": "churn_notice", "number": 0.0, "day": "2026-11-18"},
    {"code": "contract_ending", "day": "2026-12-20"},
    {"code": "contract_ending", "day": "2025-11-18"},
    {"code": "resting", "day": "2026-11-18", "until": "2027-01-02"},
    {"code": "not_now", "day": "2026-11-18", "until": "2027-02-16"},
    {"code": "never", "day": "2026-11-18", "act_kind": "reference_call"},
    {"code": "capped", "number": 2.0, "until": "2027-01-01"},
    {"code": "opted_out", "day": "2026-11-18"},
]
"""What the rules hand over, one row a sentence."""


def everybody_held() -> Findings:
    """The findings: somebody with good words for each of the rows above, held by it alone."""
    cast = Cast()
    cast.account("orbit", COMPANY, 2_840_000)
    for number in range(len(HELD_ROWS)):
        name = f"held{number:02d}"
        cast.person(name, f"Ada {number:02d}", "Director", "orbit")
        span = cast.said(name, f"held-{number}", "Alles gut.", "Alles gut.", at="2026-11-18T10:00", language="de")
        win = cast.signal(name, "win", "2026-11-18T10:00", span)
        cast.likely(name, {"quote": (0.4, 0.6, 0.78)}, [win])
    findings = cast.findings()
    return replace(findings, holds=pa.concat_tables(_holds(findings.persons)))


def _holds(persons: pa.Table) -> list[pa.Table]:
    found = []
    for number, row in enumerate(HELD_ROWS):
        usual = {"person_id": f"held{number:02d}", "account_id": "orbit", "evidence_table": "interactions"}
        text = pa.Table.from_pylist([usual | row], schema=_SCHEMA)
        found.append(holds_of(catalogue.hold(row["code"]), text.cast(HELD.arrow()), persons, as_of=TODAY))
    return found


_SCHEMA = pa.schema(
    [pa.field(one.name, pa.string() if pa.types.is_date(one.type) else one.type) for one in HELD.arrow()]
)
"""The contract, with days as people write them."""
