"""The permutation test: exact where it says so, blind to a blind lot, and not to a choice by score."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata, spearmanr

from goodword.finding.drawing import association as module
from goodword.finding.drawing.association import association
from goodword.finding.drawing.lot import draw
from tests.finding.drawing.nps import scores_of_the_sample

scores = st.lists(st.integers(0, 10), min_size=2, max_size=10)


def spelled_out(values: list[int], chosen: set[int]) -> float:
    """The share of all sets of as many that are at least as far off, every set written down."""
    ranks = rankdata(values)
    mean = len(chosen) * ranks.mean()
    off = abs(sum(ranks[list(chosen)]) - mean)
    sets = list(combinations(range(len(values)), len(chosen)))
    return sum(abs(sum(ranks[list(each)]) - mean) >= off - 1e-9 for each in sets) / len(sets)


@settings(deadline=None)
@given(scores, st.data())
def test_it_counts_what_spelling_out_every_set_counts(values: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(values) - 1)))
    found = association([place in chosen for place in range(len(values))], values)
    assert found.exact
    assert found.p == pytest.approx(spelled_out(values, chosen) if found.correlation is not None else 1.0)


def test_the_correlation_is_the_rank_correlation_of_scipy() -> None:
    drawn, values = [True, False, True, False, False, True], [9, 3, 10, 3, 7, 5]
    assert association(drawn, values).correlation == pytest.approx(spearmanr(drawn, values).statistic)


def test_with_very_many_people_it_counts_as_exactly_as_before() -> None:
    """More sets than a float can count, and still a probability: the middle of a column is no sign of anything."""
    values = list(range(600))
    middle = [person in (299, 300) for person in values]
    found = association(middle, values)
    assert found.exact
    assert found.p == 1.0


def test_where_sets_are_drawn_by_chance_it_says_so_and_comes_near(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(4)
    values, drawn = chance.integers(0, 11, 60).tolist(), (np.arange(60) < 20).tolist()
    exact = association(drawn, values)
    monkeypatch.setattr(module, "MOST_STEPS", 0)
    tried = association(drawn, values)
    assert (exact.exact, tried.exact) == (True, False)
    assert exact.error == 0 < tried.error < 0.01
    assert abs(tried.p - exact.p) < 4 * tried.error


def test_sets_drawn_by_chance_never_say_that_it_is_impossible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STEPS", 0)
    assert association([person >= 50 for person in range(100)], list(range(100)), rounds=99).p == 0.01


def test_whoever_has_no_score_is_left_out_and_not_counted() -> None:
    found = association([True, True, False, False, True], [9, None, 3, float("nan"), 4])
    assert (found.eligible, found.drawn) == (3, 2)


@pytest.mark.parametrize("drawn", [[True, True, True], [False, False, False]])
def test_where_all_or_none_were_drawn_nothing_can_differ(drawn: list[bool]) -> None:
    found = association(drawn, [1, 5, 9])
    assert (found.correlation, found.spread, found.p) == (None, None, 1.0)


def test_where_nobody_scored_there_is_nothing_to_compare() -> None:
    found = association([True, False], [None, None])
    assert (found.eligible, found.correlation, found.p) == (0, None, 1.0)


def test_where_all_scored_the_same_nothing_can_differ() -> None:
    assert association([True, False, True], [9, 9, 9]).correlation is None


def test_over_200_seeds_being_drawn_tells_nothing_about_the_nps_of_the_sample_company() -> None:
    """The interval of the mean correlation holds 0, is narrow, and the lots spread as blind ones do."""
    people = scores_of_the_sample()
    found = [
        association([person in drawn for person in people], list(people.values()))
        for n in range(200)
        for drawn in [set(draw(people, 40, seed=n.to_bytes(32, "big")))]
    ]
    correlations = np.array([each.correlation for each in found], dtype=float)
    spread = 1 / (len(people) - 1) ** 0.5
    half = 1.96 * spread / 200**0.5
    assert len(people) > 250
    assert half < 0.01
    assert abs(correlations.mean()) < half
    assert correlations.std(ddof=1) == pytest.approx(spread, rel=0.15)
    assert 0.02 <= np.mean([each.p < 0.05 for each in found]) <= 0.09


def test_promoters_chosen_instead_of_a_lot_are_seen() -> None:
    people = scores_of_the_sample()
    promoters = [person for person, score in people.items() if score >= 9]
    for n in range(20):
        drawn = set(draw(promoters, 40, seed=n.to_bytes(32, "big")))
        found = association([person in drawn for person in people], list(people.values()))
        assert found.correlation is not None
        assert found.correlation > 0
        assert found.p < 0.001
