"""Numbers of rules and of the likelihood in goodword.toml."""

from typing import Any

import pytest

from goodword.kit.errors import GoodwordError
from goodword.runs.thresholds import chosen_numbers, chosen_thresholds


def test_numbers_of_finders_and_holds_are_read() -> None:
    settings = {"finders": {"super_user": {"window_days": 60}}, "holds": {"capped": {"asks": 1}}}
    assert chosen_thresholds(settings) == {"super_user": {"window_days": 60}, "capped": {"asks": 1}}


def test_numbers_of_the_likelihood_are_read_by_their_names() -> None:
    settings = {"likelihood": {"base": {"talk": 0.05}, "weight": {"win": 1}, "base_mass": 4}}
    assert chosen_numbers(settings) == {"base.talk": 0.05, "weight.win": 1.0, "base_mass": 4.0}


def test_a_whole_number_is_taken_where_a_fraction_is_meant() -> None:
    chosen = chosen_thresholds({"finders": {"super_user": {"least_percentile": 1}}})["super_user"]["least_percentile"]
    assert (chosen, type(chosen)) == (1.0, float)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"finders": {"superuser": {"window_days": 60}}}, r"\[finders\] has no “superuser”"),
        ({"finders": {"super_user": {"window": 60}}}, r"\[finders.super_user\] has no “window”"),
        ({"finders": {"super_user": {"window_days": "60"}}}, "not a whole number"),
        ({"finders": {"super_user": {"window_days": 60.5}}}, "not a whole number"),
        ({"finders": {"super_user": {"window_days": True}}}, "not a whole number"),
        ({"finders": {"super_user": {"least_percentile": float("nan")}}}, "not a number"),
        ({"finders": {"super_user": {"window_days": -1}}}, "is below 1"),
        ({"finders": {"champion": {"scale": 0}}}, "is below 0.1"),
        ({"holds": {"low_nps": {"max_score": 11}}}, "is above 10"),
        ({"finders": {"super_user": 60}}, "is no table"),
        ({"finders": {"super_user": {"window_days": {"of": 3}}}}, "has no “of”"),
        ({"holds": 45}, "is no table"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused_with_the_place_and_the_choices(
    settings: dict[str, Any], says: str
) -> None:
    with pytest.raises(GoodwordError, match=says) as refused:
        chosen_thresholds(settings)
    assert refused.value.mend
