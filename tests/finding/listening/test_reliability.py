"""Whether a probability means what it says."""

import math

import numpy as np
import pytest

from goodword.finding.listening.learning.reliability import error_of, gaps, reliability


def test_answers_stand_by_how_sure_they_were_beside_how_many_were_right() -> None:
    sure = np.array([0.95] * 10 + [0.55] * 10)
    right = np.array([True] * 6 + [False] * 4 + [True] * 5 + [False] * 5)
    found = reliability(sure, right)
    assert [(one.low, one.high, one.answers) for one in found.bins] == [(0.5, 0.6, 10), (0.9, 1.0, 10)]
    assert [one.said for one in found.bins] == pytest.approx([0.55, 0.95])
    assert [one.right.value for one in found.bins] == [0.5, 0.6]
    assert all(one.right.low < one.right.value < one.right.high for one in found.bins)
    assert found.error.value == pytest.approx((0.05 + 0.35) / 2)
    assert found.error.low < found.error.value < found.error.high


def test_probabilities_that_mean_what_they_say_are_hardly_off() -> None:
    chance = np.random.default_rng(4)
    sure = chance.uniform(size=20_000)
    right = chance.uniform(size=20_000) < sure
    assert reliability(sure, right).error.high < 0.02
    assert reliability(sure, ~right).error.low > 0.3


def test_the_surest_and_the_least_sure_have_a_bin() -> None:
    found = reliability(np.array([0.0, 1.0]), np.array([False, True]))
    assert [(one.low, one.high) for one in found.bins] == [(0.0, 0.5), (0.9, 1.0)]
    assert found.error.value == 0


def test_of_no_answers_nothing_is_known() -> None:
    found = reliability(np.empty(0), np.empty(0, dtype=np.bool_))
    assert (found.counted, found.bins) == (0, ())
    assert math.isnan(found.error.value)


def test_an_answer_that_counts_twice_weighs_twice() -> None:
    each = gaps(np.array([0.9, 0.9]), np.array([True, False]))
    assert error_of(each, np.array([2, 1])) == pytest.approx(abs(2 * -0.1 + 0.9) / 3)
