"""What Measures shows is counted right, and never about so few that it says something about one of them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.publishing.figures import FEWEST, SEGMENTS, figures
from tests.cast import TODAY, Cast

NAMES = [None, *(f"segment {letter}" for letter in "abcdefghijk")]
PEOPLE = st.lists(st.tuples(st.sampled_from(NAMES), st.sets(st.sampled_from(SIGNAL_KINDS))), max_size=60)

type People = list[tuple[str | None, set[str]]]


def cast_of(people: People) -> Cast:
    cast = Cast()
    for name in NAMES:
        cast.account(f"at {name}", f"Company {name}", segment=name)
    for number, (segment, kinds) in enumerate(people):
        cast.person(f"p{number}", f"Person {number}", "", f"at {segment}")
        for kind in kinds:
            cast.signal(f"p{number}", kind, "2026-11-01T09:00", record=f"r{number}-{kind}")
    return cast


@given(PEOPLE)
def test_numbers_are_those_of_a_plain_count_or_hidden(people: People) -> None:
    rows = figures(cast_of(people).findings(), as_of=TODAY)["segments"]
    sizes = Counter(segment or "" for segment, _ in people)
    for row in rows:
        if row["name"] is None:
            continue
        assert row["people"] in {sizes[row["name"]], None}
        for kind, told in row["kinds"].items():
            assert told in {sum(kind in kinds for segment, kinds in people if (segment or "") == row["name"]), None}
    assert len(rows) <= SEGMENTS + 1


@given(PEOPLE)
def test_nothing_is_told_about_few_and_nothing_hidden_can_be_worked_out(people: People) -> None:
    rows = figures(cast_of(people).findings(), as_of=TODAY)["segments"]
    columns = [[row["people"] for row in rows], *([row["kinds"][kind] for row in rows] for kind in SIGNAL_KINDS)]
    for column in columns:
        assert not [told for told in column if told is not None and 0 < told < FEWEST]
        hidden, shown = column.count(None), [told for told in column if told]
        assert hidden != 1 or not shown


@given(PEOPLE)
def test_people_and_signals_are_counted_once(people: People) -> None:
    found = figures(cast_of(people).findings(), as_of=TODAY)
    assert found["known"] == len(people)
    assert found["speaking"] == sum(bool(kinds) for _, kinds in people)
    for kind in SIGNAL_KINDS:
        assert sum(found["signals"][kind]) == sum(kind in kinds for _, kinds in people)


def test_a_signal_counts_in_the_month_it_was_observed_in_and_old_ones_not_at_all() -> None:
    cast = cast_of([])
    cast.person("p", "P", "", "at None")
    for day in ("2025-11-30", "2025-12-01", "2026-11-19"):
        cast.signal("p", "win", f"{day}T09:00", record=day)
    cast.signal("somebody unknown", "win", "2026-11-19T09:00", record="x")
    found = figures(cast.findings(), as_of=TODAY)
    assert (found["months"][0], found["months"][-1]) == ("2025-12", "2026-11")
    assert found["signals"]["win"] == [1, *[0] * 10, 1]
    assert found["speaking"] == 1


def test_the_middle_half_is_of_those_known_and_reviews_have_none() -> None:
    cast = cast_of([(None, {"win"})] * 5)
    for number in range(5):
        p = 0.1 * (number + 1)
        cast.likely(f"p{number}", {"quote": (p / 2, p, p + 0.1), "review": (p / 2, p, p + 0.1)}, [])
    found = figures(cast.findings(), as_of=TODAY)["likelihood"]
    assert {name: round(value, 6) for name, value in found["quote"].items()} == {
        "people": 5, "low": 0.2, "median": 0.3, "high": 0.4,
    }  # fmt: skip
    assert found["talk"] == {"people": None}
    assert "review" not in found
