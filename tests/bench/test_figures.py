import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from bench.quality.figures import (
    Floats,
    Labels,
    auc,
    auc_difference,
    auc_interval,
    bootstrap,
    matched_auc,
    share,
    wilson,
)


@pytest.fixture
def chance() -> np.random.Generator:
    return np.random.default_rng(3)


def drawn(n: int = 400, lift: float = 1.0) -> tuple[Floats, Labels]:
    chance = np.random.default_rng(4)
    label = chance.random(n) < 0.3
    return np.round(chance.normal(size=n) + lift * label, 1), label


def test_the_wilson_interval_is_that_of_the_textbook() -> None:
    found = wilson(8, 10)
    assert found
    assert (found.low, found.high) == pytest.approx((0.4901625, 0.9433178), abs=1e-6)


@given(n=st.integers(1, 200), part=st.floats(0, 1))
def test_a_share_lies_inside_its_interval(n: int, part: float) -> None:
    found = wilson(round(n * part), n)
    assert found
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1


def test_a_share_of_nothing_is_not_known() -> None:
    figure = share("recall", "nobody", 0, 0, at_least=0.5)
    assert figure.value is None
    assert figure.met is None


def test_the_area_is_that_of_scikit_learn_with_ties() -> None:
    score, label = drawn()
    assert auc(score, label) == pytest.approx(roc_auc_score(label, score))
    assert auc_interval(score, label).value == pytest.approx(roc_auc_score(label, score))


def test_an_area_without_both_kinds_is_not_known() -> None:
    assert math.isnan(auc(np.array([1.0, 2.0]), np.array([True, True])))


def test_delongs_interval_agrees_with_the_bootstrap() -> None:
    score, label = drawn()
    exact = auc_interval(score, label)
    tried = bootstrap(lambda picks: auc(score[picks], label[picks]), label.size)
    assert (exact.low, exact.high) == pytest.approx((tried.low, tried.high), abs=0.01)


def test_a_score_is_no_better_than_itself() -> None:
    score, label = drawn()
    found = auc_difference(score, score * 2, label)
    assert (found.value, found.low, found.high) == (0.0, 0.0, 0.0)


def test_the_difference_is_that_of_the_areas(chance: np.random.Generator) -> None:
    score, label = drawn()
    other = chance.normal(size=label.size)
    found = auc_difference(score, other, label)
    assert found.value == pytest.approx(auc(score, label) - auc(other, label))
    assert found.low > 0


def test_what_only_follows_the_stratum_predicts_nothing_inside_it(chance: np.random.Generator) -> None:
    early = np.arange(600) < 300
    label = chance.random(600) < np.where(early, 0.7, 0.2)
    score = early + chance.normal(size=600) * 0.1
    found = matched_auc(score, label, ["early" if one else "late" for one in early])
    assert auc_interval(score, label).low > 0.6
    assert found.low < 0.5 < found.high


def test_one_stratum_gives_the_plain_area() -> None:
    score, label = drawn()
    assert matched_auc(score, label, [""] * label.size) == auc_interval(score, label)


def test_the_same_bootstrap_gives_the_same_interval_twice(chance: np.random.Generator) -> None:
    values = chance.normal(size=50)
    first = bootstrap(lambda picks: float(values[picks].mean()), 50, rounds=200)
    assert first == bootstrap(lambda picks: float(values[picks].mean()), 50, rounds=200)
