"""Several values of one field: the newest verified counts, else the newest; never an empty one."""

from datetime import datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.finding.identity.values.forms import form_of
from tests.finding.identity.values.telling import WHO, counts, job, known, on, put_right, row, told

type Row = dict[str, Any]


def wrote(email: str, days: int) -> Row:
    at = datetime.combine(on(days), time(8))
    return {"interaction_id": f"{email} {days}", "person_id": WHO, "email": email, "at": at, "direction": "in"}


def test_the_newest_of_mere_rows_counts_and_both_stand_with_source_record_and_day() -> None:
    rows = [row("a", "crm", 30, title="Analyst"), row("b", "desk", 3, title="Controller")]
    assert counts("title", rows) == "Controller"
    first, second = [one for one in told(rows) if one["field"] == "title"]
    assert (first["value"], first["source"], first["record_id"], first["said_on"]) == ("Controller", "desk", "b", on(3))
    assert (second["value"], second["source"], second["wins"], second["differs"]) == ("Analyst", "crm", False, True)
    assert first["verified"] is second["verified"] is None


def test_what_two_sources_say_is_verified_and_beats_a_newer_row() -> None:
    rows = [row("a", "crm", 40, title="CFO"), row("b", "desk", 30, title=" cfo "), row("c", "crm", 2, title="CTO")]
    winner = told(rows)[0]
    assert form_of(winner["value"]) == "cfo"
    assert (winner["verified"], winner["verified_on"]) == ("two_sources", on(40))
    # Two rows of one source are one voice.
    assert counts("title", [rows[0], row("b", "crm", 30, title="CFO"), rows[2]]) == "CTO"


def test_case_space_and_unicode_form_are_no_conflict() -> None:
    rows = [row("a", "crm", 9, full_name="Zoe\u0301  Straße"), row("b", "crm", 5, full_name="ZOÉ STRASSE ")]
    assert {one["differs"] for one in told(rows)} == {False}
    assert counts("name", rows) == "ZOÉ STRASSE "


def test_an_empty_value_never_wins() -> None:
    rows = [row("a", "crm", 90, title="Analyst", influence="high"), row("b", "desk", 1, title="", influence=None)]
    found = known(rows)
    assert (found["title"], found["influence"]) == ("Analyst", "high")


def test_where_somebody_lives_by_the_clock_is_known_and_the_newest_row_counts() -> None:
    one, later = row("a", "crm", 30, timezone="Europe/Lisbon"), row("b", "desk", 2, timezone="Asia/Kathmandu")
    assert known([one])["timezone"] == "Europe/Lisbon"
    assert known([one, later])["timezone"] == "Asia/Kathmandu"
    assert known([one, later], [put_right("timezone", "Europe/Lisbon")])["timezone"] == "Europe/Lisbon"


def test_a_correction_counts_as_of_its_day_and_something_verified_later_counts_instead() -> None:
    rows = [row("a", "crm", 20, email="a@old.example"), row("b", "desk", 10, email="a@new.example")]
    assert counts("email", rows, [put_right("email", "a@right.example", 5)]) == "a@right.example"
    later = {"interactions": [wrote("A@old.example", 2)]}
    assert counts("email", rows, [put_right("email", "a@right.example", 5)], **later) == "a@old.example"
    earlier = {"interactions": [wrote("A@old.example", 6)]}
    assert counts("email", rows, [put_right("email", "a@right.example", 5)], **earlier) == "a@right.example"


def test_what_a_correction_set_aside_is_not_verified_by_the_same_two_sources_again() -> None:
    # Both rows were received anew after the correction: their telephone changed, say.
    rows = [row("a", "crm", 2, title="CFO"), row("b", "desk", 1, title="CFO")]
    corrected = put_right("title", "CTO", 5, "CFO")
    assert counts("title", rows, [corrected]) == "CTO"
    new = [row("a", "crm", 2, title="COO"), row("b", "desk", 1, title="COO")]
    assert counts("title", new, [corrected]) == "COO"


def test_the_address_somebody_signs_in_with_is_their_own_word() -> None:
    rows = [row("a", "crm", 1, email="a@crm.example")]
    assert counts("email", rows, [put_right("email", "a@home.example", 40, by="own_word")]) == "a@home.example"


def test_title_goes_with_the_account_that_counts() -> None:
    rows = [
        row("a", "crm", 1, account_id="oriel", title="CFO"),
        row("b", "crm", 30, account_id="halden", title="Advisor"),
    ]
    jobs = [job("oriel", 900, 100), job("halden", 90)]
    found = known(rows, [], jobs)
    assert (found["account_id"], found["title"]) == ("halden", "Advisor")
    # What was true of an employer they have left is history, no conflict.
    assert not any(one["differs"] for one in told(rows, [], jobs) if one["field"] in {"account_id", "title"})


def test_two_lists_nobody_kept_up_to_date_do_not_move_somebody_back() -> None:
    rows = [row("a", "crm", 1, account_id="oriel"), row("b", "desk", 1, account_id="oriel")]
    assert counts("account_id", rows, [], [job("halden", 90)]) == "halden"


def test_a_newer_employment_counts_instead_of_a_correction() -> None:
    rows = [row("a", account_id="oriel")]
    corrected = put_right("account_id", "halden", 50)
    assert counts("account_id", rows, [corrected]) == "halden"
    assert counts("account_id", rows, [corrected], [job("zephyr", 20)]) == "zephyr"
    assert counts("account_id", rows, [corrected], [job("oriel", 400)]) == "halden"


@pytest.mark.parametrize(("other", "left"), [("oriel", True), ("halden", False)])
def test_the_day_somebody_left_goes_with_the_account_that_counts(other: str, *, left: bool) -> None:
    rows = [row("a", account_id="oriel", left_on=on(40)), row("b", "desk", account_id=other)]
    assert counts("left_on", rows) == (on(40) if left else None)


def test_of_what_was_said_on_one_day_yes_and_the_higher_say_count() -> None:
    rows = [row("a", pays=False, influence="low"), row("b", pays=True, influence="high")]
    assert (known(rows)["pays"], known(rows)["influence"]) == (True, "high")


VALUES = st.sampled_from(["CFO", "cfo ", "CTO", "Ünal", "U\u0308nal", "", None])
ROWS = st.lists(
    st.builds(
        lambda key, source, days, title, name, account, left: row(
            key, source, days, title=title, full_name=name, account_id=account, left_on=on(left) if left else None
        ),
        st.sampled_from("abcdef"),
        st.sampled_from(["crm", "desk", "forum"]),
        st.integers(0, 4),
        VALUES,
        VALUES,
        st.sampled_from(["oriel", "halden", None]),
        st.sampled_from([0, 0, 3, 7]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: (one["source"], one["record_id"]),
)
CORRECTIONS = st.lists(
    st.builds(
        put_right,
        st.sampled_from(["title", "name"]),
        st.sampled_from(["CEO", "CFO"]),
        st.integers(0, 4),
    ),
    max_size=2,
    unique_by=lambda one: one["value_id"],
)


@settings(max_examples=20, deadline=None)
@given(ROWS, CORRECTIONS, st.randoms())
def test_no_order_and_no_repetition_of_rows_changes_anything(rows: list[Row], vouched: list[Row], chance: Any) -> None:  # noqa: ANN401  # a random.Random
    before, person = told(rows, vouched), known(rows, vouched)
    mixed = chance.sample(rows, len(rows))
    assert told(mixed, vouched) == before
    assert known([*mixed, *mixed], vouched) == person
    assert all(one["value"] and one["value"].strip() for one in before)
    for field in ("title", "name"):
        theirs = [one for one in before if one["field"] == field]
        assert sum(one["place"] == 1 for one in theirs) == bool(theirs)


@settings(max_examples=20, deadline=None)
@given(ROWS, CORRECTIONS, st.sampled_from(["title", "name"]))
def test_an_older_value_that_nothing_verifies_never_changes_what_counts(
    rows: list[Row], vouched: list[Row], field: str
) -> None:
    # What is true of an employer they have left, or of another one, makes room for anything.
    rows = [one | {"account_id": None, "left_on": None} for one in rows]
    before = known(rows, vouched)[field]
    told_as = {"title": "title", "name": "full_name"}[field]
    more = row("z", "crm", 9, **{told_as: "Somebody else altogether"})
    after = known([*rows, more], vouched)[field]
    assert after == (before if before is not None else "Somebody else altogether")


@settings(max_examples=20, deadline=None)
@given(ROWS, CORRECTIONS)
def test_a_field_is_empty_only_where_nobody_says_anything(rows: list[Row], vouched: list[Row]) -> None:
    found = known(rows, vouched)
    for field, told_as in (("title", "title"), ("name", "full_name")):
        said = [one[told_as] for one in rows if (one[told_as] or "").strip()]
        said += [one["value"] for one in vouched if one["field"] == field]
        assert (found[field] is None) == (not said)
