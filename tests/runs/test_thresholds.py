"""Numbers of rules in goodword.toml."""

from typing import Any

import pytest

from goodword.kit.errors import GoodwordError
from goodword.runs.thresholds import chosen_thresholds


def test_numbers_of_finders_and_holds_are_read() -> None:
    settings = {"finders": {"super_user": {"window_days": 60}}, "holds": {"capped": {"asks": 1}}}
    assert chosen_thresholds(settings) == {"super_user": {"window_days": 60}, "capped": {"asks": 1}}


def test_a_whole_number_is_taken_where_a_fraction_is_meant() -> None:
    chosen = chosen_thresholds({"finders": {"super_user": {"least_percentile": 1}}})["super_user"]["least_percentile"]
    assert (chosen, type(chosen)) == (1.0, float)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"finders": {"superuser": {"window_days": 60}}}, "names no rule"),
        ({"finders": {"super_user": {"window": 60}}}, "has no “window”"),
        ({"finders": {"super_user": {"window_days": "60"}}}, "not a whole number"),
        ({"finders": {"super_user": {"window_days": 60.5}}}, "not a whole number"),
        ({"finders": {"super_user": {"window_days": True}}}, "not a whole number"),
        ({"finders": {"super_user": {"window_days": -1}}}, "below zero"),
        ({"finders": {"super_user": 60}}, "is no table"),
        ({"holds": 45}, "is no table"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused_with_the_place_and_the_choices(
    settings: dict[str, Any], says: str
) -> None:
    with pytest.raises(GoodwordError, match=says) as refused:
        chosen_thresholds(settings)
    assert refused.value.mend
