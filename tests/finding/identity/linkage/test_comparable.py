"""From rows as sources write them to columns that can be compared."""

from collections import Counter
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.keys import MOST_KEYS_OF_ONE_ADDRESS
from goodword.finding.identity.linkage.blocking import KEYS, MOST_IN_A_BLOCK, name_of
from goodword.finding.identity.linkage.comparable import MOST_AT_ONE_NUMBER, comparable
from goodword.finding.identity.linkage.spelling import company, handle, name_parts, number
from tests.finding.identity.linkage.crowd import Row, crowd, row


def compared(*rows: Row) -> list[Row]:
    return comparable(pa.Table.from_pylist(list(rows), schema=LINKABLE.arrow())).to_pylist()


@pytest.mark.parametrize(
    ("given", "family", "full", "parts"),
    [
        ("Ana", "Costa", None, ("ana", "costa", "ana costa")),
        ("Costa", "Ana", None, ("costa", "ana", "ana costa")),
        (None, None, "Prof. Dr. Ana Maria Costa", ("ana maria", "costa", "ana costa maria")),
        (None, None, "Costa, Ana", ("ana", "costa", "ana costa")),
        (None, None, "Zoë Łukasiewicz-Müller", ("zoe lukasiewicz", "muller", "lukasiewicz muller zoe")),
        (None, None, "Cher", ("", "", "cher")),
        (None, None, "山田 太郎", ("", "", "山田太郎")),
        ("太郎", "山田", None, ("太郎", "山田", "山田太郎")),
        (None, None, "  ", ("", "", "")),
        (None, None, None, ("", "", "")),
    ],
)
def test_names_are_taken_apart(given: str | None, family: str | None, full: str | None, parts: tuple[str, ...]) -> None:
    assert name_parts(given, family, full) == parts


@given(st.text(), st.text(), st.text())
def test_any_text_is_a_name_and_says_the_same_in_capitals(given: str, family: str, full: str) -> None:
    assert name_parts(given, family, full) == name_parts(
        given.swapcase().casefold(), family.casefold(), full.casefold()
    )


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+49 30 1234567", "301234567"),
        ("0049-30/123 45 67", "301234567"),
        ("(030) 1234567", "301234567"),
        ("٠٣٠١٢٣٤٥٦٧", "301234567"),
        ("12345", ""),
        ("ext.", ""),
        (None, ""),
    ],
)
def test_a_number_is_the_same_however_it_is_written(phone: str | None, digits: str) -> None:
    assert number(phone)[-9:] == digits


@pytest.mark.parametrize(
    ("local", "says"),
    [
        ("ana.costa", ""),
        ("acosta", ""),
        ("costa.ana", ""),
        ("ana", ""),
        ("acosta84", "84"),
        ("ana.costa7", ""),
        ("sunny", "sunny"),
    ],
)
def test_an_address_says_what_the_name_does_not(local: str, says: str) -> None:
    assert handle(local, "ana", "costa") == says
    assert handle(local, "", "costa") == local


def test_a_company_is_the_same_with_and_without_its_legal_form() -> None:
    assert company("Oriel Systems GmbH & Co. KG") == company("ORIEL SYSTEMS &")
    assert company("The SA Group") == "the sa group"


def test_addresses_of_functions_and_of_too_many_are_nobodys() -> None:
    crowd = [row(f"p{n}", full_name=f"N{n}", email="front.desk@x.example") for n in range(MOST_KEYS_OF_ONE_ADDRESS + 1)]
    found = compared(row("a", full_name="A", email="Info@x.example"), row("b", email="b.own@x.example"), *crowd)
    assert {one["person_id"]: one["mail"] for one in found if one["mail"]} == {"b": "b.own@x.example"}
    assert not [one for one in found if one["local"] and one["person_id"] != "b"]


def test_a_switchboard_is_nobodys_number() -> None:
    shared = [row(f"p{n}", full_name=f"N{n}", phone="030 1234567") for n in range(MOST_AT_ONE_NUMBER + 1)]
    assert {one["phone"] for one in compared(*shared)} == {None}
    assert {one["phone"] for one in compared(*shared[:-1])} == {"301234567"}


def test_rows_that_say_nothing_are_left_out_and_repeated_ones_stand_once() -> None:
    rows = [
        row("a", phone="030 1234567"),
        row("b", full_name="B", born_on=date(1970, 1, 2)),
        row("c", email="info@x.example"),
    ]
    found = compared(*rows, *rows)
    assert [(one["row"], one["person_id"], one["born_on"]) for one in found] == [(0, "b", "1970-01-02")]


def test_a_tag_behind_a_plus_is_no_other_address() -> None:
    found = compared(row("a", email="Ana.Costa+shop@X.example"), row("b", email="ana.costa@x.example"))
    assert {one["mail"] for one in found} == {"ana.costa@x.example"}


def test_no_key_is_shared_by_more_rows_than_allowed() -> None:
    rows = [row(f"p{n}", given_name="Ana", family_name=f"F{n % 70}", email=f"x{n}@y.example") for n in range(2000)]
    found = comparable(pa.Table.from_pylist(rows, schema=LINKABLE.arrow()))
    for key in KEYS:
        sizes = Counter(found[name_of(key)].drop_null().to_pylist())
        assert all(1 < size <= MOST_IN_A_BLOCK for size in sizes.values()), key
    assert found["block_given"].null_count == found.num_rows
    assert found["block_family"].null_count == 0


@given(st.permutations(range(12)))
def test_the_order_of_rows_changes_no_number(order: list[int]) -> None:
    rows = crowd(12)
    assert compared(*(rows[place] for place in order)) == compared(*rows)
