import json
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.evidence.records.findings import FOUND, HELD, HOLDS, SIGNALS
from goodword.evidence.records.known import PERSONS
from goodword.finding import catalogue
from goodword.finding.signals.assemble import holds_of, signals_of
from tests.finding.signals.facts import TODAY, Row, ago, day_ago, person

PROMOTER = catalogue.finder("promoter")


def found(evidence: str, rank: int, person_id: str | None = "ada", **more: object) -> Row:
    return {
        "person_id": person_id,
        "account_id": "acme",
        "anchor": "r1",
        "observed_at": ago(3),
        "strength": 0.5,
        "approximate": False,
        "evidence_table": "responses",
        "evidence_id": evidence,
        "evidence_rank": rank,
        "score": 9.0,
        "age_days": 2.0,
        "earlier": 1.0,
        "mismatch": None,
        **more,
    }


def signals(rows: list[Row]) -> list[Row]:
    schema = FOUND.arrow()
    for name in PROMOTER.numbers:
        schema = schema.append(pa.field(name, pa.float64()))
    table = signals_of(PROMOTER, pa.Table.from_pylist(rows, schema=schema), as_of=TODAY)
    assert table.schema == SIGNALS.arrow()
    return table.to_pylist()


def test_rows_of_one_signal_become_one_signal_with_its_evidence_in_order() -> None:
    (signal,) = signals([found("r0", 1), found("r1", 0, quote="Love it.", start=4, end=12)])
    assert (signal["rule"], signal["rule_version"], signal["kind"]) == ("promoter", PROMOTER.version, "promoter")
    assert [piece["id"] for piece in signal["evidence"]] == ["r1", "r0"]
    assert signal["evidence"][0]["quote"] == "Love it."
    assert [piece["numbers"] for piece in signal["evidence"]] == ['{"age_days":2,"earlier":1,"score":9}', None]


def test_a_signal_keeps_its_id_from_day_to_day_and_differs_from_every_other() -> None:
    (today,) = signals([found("r1", 0, observed_at=ago(3), strength=0.5)])
    (other,) = signals([found("r1", 0, observed_at=ago(1), strength=0.9)])
    assert today["signal_id"] == other["signal_id"]
    changed: list[dict[str, Any]] = [{"anchor": "r2"}, {"account_id": None}, {"account_id": "orbit"}]
    ids = {signals([found("r1", 0, **more)])[0]["signal_id"] for more in changed}
    assert len(ids | {today["signal_id"], signals([found("r1", 0, "ben")])[0]["signal_id"]}) == 5


def test_a_signal_of_nobody_is_left_out_and_no_rows_are_no_signals() -> None:
    assert signals([found("r1", 0, None)]) == []
    assert signals([]) == []


@given(st.integers(0, 1000))
@settings(max_examples=20, deadline=None)
def test_signals_do_not_depend_on_the_order_or_repetition_of_rows(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a repeatable order, no secret
    rows = [
        found(f"r{n}", n % 3, chance.choice(["ada", "ben", "cy"]), start=chance.choice([None, 3])) for n in range(9)
    ]
    mixed = chance.sample(rows + rows[:4], len(rows) + 4)
    assert signals(mixed) == signals(rows)


def held(rule: str, persons: list[Row], **more: object) -> list[Row]:
    usual: Row = {"code": rule, "account_id": "acme", "observed_at": ago(3), "evidence_table": "interactions"}
    table = pa.Table.from_pylist([{**usual, **more}], schema=HELD.arrow())
    everybody = pa.Table.from_pylist(persons, schema=PERSONS.arrow())
    holds = holds_of(catalogue.hold(rule), table, everybody, as_of=TODAY)
    assert holds.schema == HOLDS.arrow()
    return holds.to_pylist()


def someone(person_id: str, account_id: str | None = "acme", **more: object) -> Row:
    return person(person_id, account_id, name=person_id.title(), account=account_id and "Halden Health", **more)


def test_what_holds_an_account_holds_everybody_who_is_there_now() -> None:
    persons = [
        someone("ben"),
        someone("ada"),
        someone("dee", "orbit"),
        someone("left", left_on=TODAY),
        someone("leaving", left_on=day_ago(-1)),
        someone("gone", None),
    ]
    holds = held("urgent_ticket", persons, evidence_id="48240")
    assert [hold["person_id"] for hold in holds] == ["ada", "ben", "leaving"]
    assert len({hold["hold_id"] for hold in holds}) == 3
    assert {hold["account_id"] for hold in holds} == {"acme"}


def test_what_holds_a_person_holds_nobody_else() -> None:
    holds = held(
        "low_nps", [someone("ada"), someone("ben")], person_id="ada", number=4, day=day_ago(1), until=day_ago(-5)
    )
    assert [(hold["person_id"], hold["account_id"]) for hold in holds] == [("ada", "acme")]
    (piece,) = holds[0]["evidence"]
    assert json.loads(piece["numbers"]) == {"number": 4}


def test_a_hold_on_somebody_nobody_lists_still_holds() -> None:
    (hold,) = held("high_ticket", [], person_id="ada", evidence_id="7")
    assert hold["sentence"].startswith("This person has an open ticket of high priority, number 7;")


def test_the_same_hold_told_twice_is_one() -> None:
    usual: Row = {
        "code": "resting",
        "person_id": "ada",
        "observed_at": ago(3),
        "evidence_table": "asks",
        "evidence_id": "a",
    }
    rows = [{**usual, "until": day_ago(-3), "day": day_ago(42)}, {**usual, "until": day_ago(-9), "day": day_ago(36)}]
    persons = pa.Table.from_pylist([someone("ada")], schema=PERSONS.arrow())
    for order in (rows, rows[::-1]):
        table = pa.Table.from_pylist(order, schema=HELD.arrow())
        holds = holds_of(catalogue.hold("resting"), table, persons, as_of=TODAY).to_pylist()
        assert [hold["until"] for hold in holds] == [day_ago(-9)]


YESTERDAY = date(2026, 11, 18)
SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    (
        "urgent_ticket",
        {"evidence_id": "48240", "number": 5.0},
        "Halden Health has an open urgent ticket, number 48240; asks open again 5 working days after it is resolved.",
    ),
    (
        "urgent_ticket",
        {"evidence_id": "48240", "number": 1.0},
        "Halden Health has an open urgent ticket, number 48240; asks open again one working day after it is resolved.",
    ),
    (
        "urgent_ticket",
        {"evidence_id": "48240", "number": 0.0},
        "Halden Health has an open urgent ticket, number 48240; asks open again once it is resolved.",
    ),
    (
        "urgent_ticket",
        {"evidence_id": "48240", "day": YESTERDAY, "until": date(2026, 11, 25)},
        "Halden Health had an urgent ticket, number 48240, resolved on Wed 18 Nov; asks open again on Wed 25 Nov.",
    ),
    (
        "high_ticket",
        {"evidence_id": "7"},
        "Ada has an open ticket of high priority, number 7; asks open again once it is resolved.",
    ),
    (
        "low_nps",
        {"number": 4, "day": YESTERDAY, "until": date(2027, 11, 18)},
        "Ada gave us 4 out of 10 on Wed 18 Nov; asks open again with a better answer, or on Thu 18 Nov 2027.",
    ),
    (
        "low_csat",
        {"number": 2, "day": YESTERDAY, "until": date(2026, 12, 18)},
        "Ada gave our help 2 out of 5 on Wed 18 Nov; asks open again on Fri 18 Dec.",
    ),
    (
        "complaint",
        {"day": YESTERDAY, "until": date(2027, 2, 16)},
        (
            "Ada complained on Wed 18 Nov and has not praised us since; "
            "asks open again with new praise, or on Tue 16 Feb 2027."
        ),
    ),
    (
        "fewer_active",
        {"number": 8, "number_before": 12},
        "Only 8 people at Halden Health are active now, down from 12; asks open again once they are back.",
    ),
    (
        "churn_notice",
        {"number": 1, "day": YESTERDAY},
        "Halden Health gave notice on Wed 18 Nov; asks open again once it renews.",
    ),
    (
        "churn_notice",
        {"number": 0, "day": YESTERDAY},
        "Halden Health cut its contract down on Wed 18 Nov; asks open again once it renews.",
    ),
    (
        "contract_ending",
        {"day": TODAY},
        "A contract of Halden Health ends on Thu 19 Nov and is not renewed; asks open again once it is.",
    ),
    (
        "contract_ending",
        {"day": YESTERDAY},
        "A contract of Halden Health ended on Wed 18 Nov and is not renewed; asks open again once it is.",
    ),
    (
        "resting",
        {"day": YESTERDAY, "until": date(2027, 1, 2)},
        "Ada rests after the last ask or act of Wed 18 Nov; asks open again on Sat 2 Jan 2027.",
    ),
    (
        "not_now",
        {"day": YESTERDAY, "until": date(2027, 2, 16)},
        "Ada said not now on Wed 18 Nov; asks open again on Tue 16 Feb 2027.",
    ),
    (
        "never",
        {"day": YESTERDAY, "act_kind": "reference_call"},
        "Ada said never, on Wed 18 Nov, to this kind of act: reference call; nobody asks for it again.",
    ),
    (
        "capped",
        {"number": 2, "until": date(2027, 1, 1)},
        "Ada was asked 2 times this quarter, which is the most; asks open again on Fri 1 Jan 2027.",
    ),
    (
        "opted_out",
        {"day": YESTERDAY},
        "Ada opted out on Wed 18 Nov; nobody asks until they say themselves that we may.",
    ),
]


@pytest.mark.parametrize(("code", "facts", "expected"), SENTENCES)
def test_a_sentence_says_what_holds_and_until_when(code: str, facts: dict[str, Any], expected: str) -> None:
    (hold,) = held(code, [someone("ada")], person_id="ada", **facts)
    assert hold["sentence"] == expected


def test_every_hold_is_spoken_for() -> None:
    assert {code for code, _facts, _sentence in SENTENCES} == {rule.kind for rule in catalogue.HOLDS}


def test_the_instants_of_the_contract_have_microseconds() -> None:
    (signal,) = signals([found("r1", 0, observed_at=ago(3) + timedelta(microseconds=7))])
    assert isinstance(signal["observed_at"], datetime)
    assert signal["observed_at"].microsecond == 7
