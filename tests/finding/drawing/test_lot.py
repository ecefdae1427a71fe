"""The lot: whoever has the seed draws the same people, and nothing but the seed and their id decides."""

import secrets
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.drawing.lot import Fault, draw, faults, promise, ticket
from tests.architecture.tree import ROOT

SEED = bytes(range(32))
OTHER = bytes(range(1, 33))
CAST = ("ana", "ben", "cleo", "dan", "eva", "finn", "gus", "hana", "ida", "jon")

people = st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=30)
seeds = st.binary(min_size=32, max_size=48)


@given(people, seeds, st.integers(0, 35), st.randoms())
def test_the_order_in_which_they_come_and_who_comes_twice_change_nothing(
    eligible: list[str], seed: bytes, size: int, shuffler: object
) -> None:
    mixed = [*eligible, *eligible[:3]]
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis hands over a Random
    assert draw(mixed, size, seed=seed) == draw(eligible, size, seed=seed)


@given(people, seeds, st.integers(0, 35))
def test_as_many_are_drawn_as_were_wanted_or_are_there_and_none_twice(
    eligible: list[str], seed: bytes, size: int
) -> None:
    drawn = draw(eligible, size, seed=seed)
    assert len(drawn) == len(set(drawn)) == min(size, len(eligible))
    assert set(drawn) <= set(eligible)


@given(people, seeds, st.integers(0, 30), st.integers(0, 5))
def test_a_larger_draw_begins_with_the_smaller_one(eligible: list[str], seed: bytes, size: int, more: int) -> None:
    assert draw(eligible, size + more, seed=seed)[:size] == draw(eligible, size, seed=seed)


@given(people, seeds, st.text(min_size=1, max_size=8))
def test_whoever_joins_or_leaves_moves_nobody_past_anybody_else(
    eligible: list[str], seed: bytes, somebody: str
) -> None:
    without = [person for person in eligible if person != somebody]
    drawn = draw([*without, somebody], 31, seed=seed)
    assert [person for person in drawn if person != somebody] == list(draw(without, 31, seed=seed))


def test_another_seed_is_another_draw() -> None:
    assert draw(CAST, 5, seed=SEED) != draw(CAST, 5, seed=OTHER)


def test_the_same_seed_gives_the_same_ticket_on_every_machine_and_in_every_version() -> None:
    assert ticket(SEED, "ana") == "cb1dae94518c21fce558d6c91c2db6f8181938a1168a1c7ac6bb4e1b0780239b"
    assert promise(SEED) == "b29df5099e654293c3b88060d3ff7fb7df45243a5449e36be96244e9abbd1e38"


def test_everybody_is_drawn_about_equally_often() -> None:
    rounds = 4000
    times = Counter(person for n in range(rounds) for person in draw(CAST, 3, seed=n.to_bytes(32, "big")))
    # A binomial share: 4.5 standard deviations are passed by one of ten once in fifteen thousand tests.
    allowed = 4.5 * (rounds * 0.3 * 0.7) ** 0.5
    assert all(abs(times[person] - rounds * 0.3) < allowed for person in CAST)


def test_a_seed_that_could_be_guessed_from_its_promise_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        promise(b"2026")


def test_a_draw_of_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        draw(CAST, -1, seed=SEED)


def test_a_draw_as_the_seed_gives_it_has_no_fault() -> None:
    seed = secrets.token_bytes(32)
    drawn = draw(CAST, 4, seed=seed)
    assert faults(CAST, drawn[::-1], size=4, seed=seed, promised=promise(seed)) == ()


def test_another_seed_than_the_promised_one_is_seen() -> None:
    drawn = draw(CAST, 4, seed=OTHER)
    assert faults(CAST, drawn, size=4, seed=OTHER, promised=promise(SEED)) == (Fault.SEED,)


def test_somebody_put_in_the_place_of_somebody_drawn_is_seen() -> None:
    drawn = draw(CAST, 4, seed=SEED)
    left = next(person for person in CAST if person not in drawn)
    found = faults(CAST, [*drawn[:3], left], size=4, seed=SEED, promised=promise(SEED))
    assert found == (Fault.OTHERS,)


def test_somebody_drawn_who_was_not_eligible_is_seen() -> None:
    drawn = draw(CAST, 4, seed=SEED)
    found = faults(CAST, [*drawn[:3], "zoe"], size=4, seed=SEED, promised=promise(SEED))
    assert found == (Fault.STRANGER, Fault.OTHERS)


def test_somebody_dropped_from_the_drawn_is_seen() -> None:
    drawn = draw(CAST, 4, seed=SEED)
    assert faults(CAST, drawn[:3], size=4, seed=SEED, promised=promise(SEED)) == (Fault.SIZE, Fault.OTHERS)


def test_somebody_taken_off_the_eligible_who_would_have_been_drawn_is_seen() -> None:
    drawn = draw(CAST, 4, seed=SEED)
    others = [person for person in CAST if person != drawn[0]]
    assert Fault.STRANGER in faults(others, drawn, size=4, seed=SEED, promised=promise(SEED))


def test_the_worked_table_of_the_page_is_what_is_drawn() -> None:
    page = (ROOT / "docs" / "algorithms" / "lots.md").read_text(encoding="utf-8")
    rows = [
        f"| {person} | `{ticket(SEED, person)[:8]}` | {'yes' if person in draw(CAST, 3, seed=SEED) else 'no'} |"
        for person in draw(CAST, len(CAST), seed=SEED)
    ]
    assert "\n".join(rows) in page
