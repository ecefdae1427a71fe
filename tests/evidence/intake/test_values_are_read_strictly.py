from datetime import date, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.intake.checking.columns import Parsed, Reading, parse_column
from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.checking.forms import FormsSeen
from goodword.evidence.intake.checking.moments import DAY_FIRST, MONTH_FIRST, Moment, read_moment
from goodword.evidence.intake.checking.numbers import COMMA, POINT, read_number
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import DAY, INSTANT, NUMBER


def parsed(table: str, name: str, cells: list[str | None], reading: Reading | None = None) -> Parsed:
    return parse_column(table, RECORDS[table].column(name), pa.array(cells, pa.string()), reading or Reading())


def order_of(cells: list[str]) -> str | None:
    seen = FormsSeen({"day": DAY}, {})
    seen.look("day", pa.array(cells))
    return seen.forms().orders["day"]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026/3/5",
        "20260305",
        "5 Mar 2026",
        "5. März 2026",
        "Mar 5, 2026",
        "Thursday, March 5th, 2026",
        "05.03.2026",
        "2026-03-05T00:00:00Z",
        "2026-03-05 23:59:59+09:00",
        "46086",
        "1772668800",
    ],
)
def test_days_in_unambiguous_spellings_are_the_day_as_written(text: str) -> None:
    assert parsed("people", "left_on", [text]).values.to_pylist() == [date(2026, 3, 5)]


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "31.04.2026", "13/13/2026", "0000-00-00", "next Tuesday", "5", "2026", "12:30", "2026-03-05T25:00"],
)
def test_what_is_no_day_is_a_fault_and_never_a_near_one(text: str) -> None:
    found = parsed("people", "left_on", [text])
    assert found.values.to_pylist() == [None]
    assert list(found.faults) == [0]


@pytest.mark.parametrize(
    ("text", "utc", "zone"),
    [
        ("2026-03-05T14:00:00Z", datetime(2026, 3, 5, 14), "Z"),
        ("2026-03-05 14:00:00.5+02:00", datetime(2026, 3, 5, 12, 0, 0, 500_000), "+02:00"),
        ("2026-03-05 14:00 Europe/Berlin", datetime(2026, 3, 5, 13), "Europe/Berlin"),
        ("3/25/2026 2:05 PM", datetime(2026, 3, 25, 14, 5), None),
        ("2026-03-05", datetime(2026, 3, 5), None),
        ("1772719200000", datetime(2026, 3, 5, 14), None),
    ],
)
def test_instants_become_utc_and_keep_the_written_zone(text: str, utc: datetime, zone: str | None) -> None:
    found = parsed("usage", "at", [text, None])
    assert found.values.to_pylist() == [utc, None]
    assert found.zones is not None
    assert found.zones.to_pylist() == [zone, None]


@given(
    st.lists(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)), min_size=1), st.sampled_from(["", "Z", "+00:00"])
)
def test_iso_instants_are_read_exactly_on_the_fast_way_and_on_the_slow_one(moments: list[datetime], zone: str) -> None:
    cells: list[str | None] = [moment.isoformat() + zone for moment in moments]
    together = parsed("usage", "at", cells).values.to_pylist()
    assert together == moments
    assert parsed("usage", "at", [*cells, "5 Mar 2026"]).values.to_pylist()[:-1] == moments


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "25/04/2026"], DAY_FIRST),
        (["03/04/2026", "04/25/2026"], MONTH_FIRST),
        (["03/04/2026"], None),
        (["25/04/2026", "04/25/2026", "03/04/2026"], None),
        (["2026-01-02"], None),
    ],
)
def test_the_whole_column_decides_which_of_day_and_month_comes_first(cells: list[str], order: str | None) -> None:
    assert order_of(cells) == order


def test_a_column_that_tells_nothing_follows_the_other_columns_of_its_file() -> None:
    seen = FormsSeen({"created": DAY, "closed": INSTANT}, {})
    seen.look("created", pa.array(["03/04/2026"]))
    seen.look("closed", pa.array(["25/04/2026 10:00"]))
    assert seen.forms().orders["created"] == DAY_FIRST


def test_where_nothing_decides_a_day_with_two_meanings_is_rejected_and_one_with_a_single_meaning_is_not() -> None:
    ambiguous = read_moment("03/04/2026", None)
    assert isinstance(ambiguous, Fault)
    assert "two days" in ambiguous.reason
    assert isinstance(read_moment("04/04/2026", None), Moment)
    assert isinstance(read_moment("25/04/2026", None), Moment)


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1,234.5", POINT, 1234.5),
        ("1.234,5", COMMA, 1234.5),
        ("1,234", POINT, 1234.0),
        ("1,234", COMMA, 1.234),
        ("1.234", POINT, 1.234),
        ("$1,200.00", POINT, 1200.0),
        ("EUR 1 200,50", COMMA, 1200.5),
        ("1'234.5", POINT, 1234.5),
        ("(12.5)", POINT, -12.5),
        ("\u22125", POINT, -5.0),
        ("1e3", POINT, 1000.0),
    ],
)
def test_numbers_are_read_as_the_columns_decimal_mark_has_it(text: str, mark: str, number: float) -> None:
    assert read_number(text, mark) == number


@pytest.mark.parametrize("text", ["ten", "12%", "nan", "inf", "1_000", "0x10", "1.2.3", "--5", "1e999", "5 apples"])
def test_what_is_no_number_is_a_fault(text: str) -> None:
    assert isinstance(read_number(text, POINT), Fault)
    assert parsed("accounts", "arr", [text, "1"]).values.to_pylist() == [None, 1.0]


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1,5"], COMMA),
        (["1.234,50"], COMMA),
        (["1,234", "2,500.10"], POINT),
        (["1,234"], POINT),
        (["1,5", "2,500.10"], None),
    ],
)
def test_the_whole_column_decides_what_a_comma_means(cells: list[str], mark: str | None) -> None:
    seen = FormsSeen({"arr": NUMBER}, {})
    seen.look("arr", pa.array(cells))
    assert seen.forms().marks["arr"] == mark


def test_whole_numbers_take_no_fraction() -> None:
    found = parsed("accounts", "employees", ["12", "12.0", "12.5", "1,200", "99999999999999999999"])
    assert found.values.to_pylist() == [12, 12, None, 1200, None]
    assert sorted(found.faults) == [2, 4]


@pytest.mark.parametrize(
    ("table", "column", "text", "word"),
    [
        ("deals", "outcome", "Closed Won", "won"),
        ("interactions", "priority", "P1", "urgent"),
        ("interactions", "status", "Solved", "resolved"),
        ("interactions", "direction", "agent", "out"),
        ("interactions", "channel", "QBR", "ebr"),
        ("responses", "survey", "Net Promoter Score", "nps"),
        ("contracts", "kind", "Up-sell", "expansion"),
        ("asks", "answer", "Not Now", "not_now"),
        ("people", "influence", "HIGH", "high"),
    ],
)
def test_allowed_words_are_known_in_their_usual_spellings(table: str, column: str, text: str, word: str) -> None:
    assert parsed(table, column, [f" {text} "]).values.to_pylist() == [word]


@pytest.mark.parametrize("table", RECORDS)
def test_every_allowed_word_means_itself(table: str) -> None:
    for column in RECORDS[table].columns:
        assert parsed(table, column.name, list(column.choices)).values.to_pylist() == list(column.choices)


def test_act_kinds_are_spelled_one_way_and_unknown_ones_stay() -> None:
    assert parsed("acts", "kind", ["Case Study", "reference-call", "Podcast"]).values.to_pylist() == [
        "case_study",
        "reference_call",
        "Podcast",
    ]


def test_a_word_that_is_not_allowed_is_a_fault_that_names_the_allowed_ones() -> None:
    (fault,) = parsed("contracts", "kind", ["gift"]).faults.values()
    assert "renewal" in fault.mend


def test_yes_and_no_are_known_in_their_usual_spellings_and_unknown_is_empty() -> None:
    found = parsed("people", "pays", ["Yes", "0", "TRUE", "nein", "unknown", "", "maybe"])
    assert found.values.to_pylist() == [True, False, True, False, None, None, None]
    assert list(found.faults) == [6]


@pytest.mark.parametrize(
    "text", ['["a.example", "b.example"]', "a.example; b.example", "https://www.a.example/x|B.example"]
)
def test_lists_are_read_in_any_usual_form_and_sites_become_domains(text: str) -> None:
    assert parsed("accounts", "domains", [text]).values.to_pylist() == [["a.example", "b.example"]]


def test_words_for_quotes_are_kept_exactly_and_ids_and_addresses_are_trimmed() -> None:
    assert parsed("interactions", "text", ["  two spaces \n", " \t"]).values.to_pylist() == ["  two spaces \n", None]
    assert parsed("people", "email", [" ada@example.com "]).values.to_pylist() == ["ada@example.com"]
    assert parsed("people", "account_id", [" A1 ", "NULL", "n/a"]).values.to_pylist() == ["A1", None, None]


def test_a_name_that_spells_nothing_is_a_name() -> None:
    assert parsed("people", "family_name", ["Null", "None"]).values.to_pylist() == ["Null", "None"]
