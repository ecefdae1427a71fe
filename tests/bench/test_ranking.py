import numpy as np
import pytest

from bench.quality.ranking import Ranking

YES = np.array([1.0, 1.0, 0.0, 0.0, 1.0, 0.0])
ONCE = np.ones(6)


def test_the_first_places_are_those_of_the_highest_scores() -> None:
    ranking = Ranking.by(np.array([0.9, 0.8, 0.7, 0.1, 0.2, 0.3]))
    assert ranking.hits(YES, ONCE, places=2) == 1.0
    assert ranking.hits(YES, ONCE, places=4) == 0.5


def test_equals_share_the_places_that_are_left() -> None:
    ranking = Ranking.by(np.array([9.0, 0.0, 0.0, 0.0, 0.0, 0.0]))
    # One sure place, and one for five equals of whom two accept.
    assert ranking.hits(YES, ONCE, places=2) == pytest.approx((1 + 2 / 5) / 2)


def test_without_any_order_the_first_places_are_like_everybody() -> None:
    ranking = Ranking.by(np.zeros(6))
    assert ranking.hits(YES, ONCE, places=3) == pytest.approx(0.5)


def test_somebody_drawn_twice_takes_two_places_and_somebody_not_drawn_none() -> None:
    ranking = Ranking.by(np.array([3.0, 2.0, 1.0, 0.0, 0.0, 0.0]))
    assert ranking.hits(YES, np.array([0.0, 2.0, 1.0, 1.0, 1.0, 1.0]), places=2) == 1.0
    assert ranking.hits(YES, np.array([0.0, 1.0, 1.0, 0.0, 0.0, 0.0]), places=2) == 0.5


def test_fewer_people_than_places_are_no_reason_to_count_empty_ones() -> None:
    assert Ranking.by(np.arange(6.0)).hits(YES, ONCE, places=25) == pytest.approx(0.5)
