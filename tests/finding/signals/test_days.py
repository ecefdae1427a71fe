from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.signals.days import calendar_days, last_day, next_quarter, quarter
from goodword.kit.clock import end_of


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 30))
def test_working_days_agree_with_a_calendar_that_rolls_back_to_friday(start: date, working: int) -> None:
    expected = np.busday_offset(start, working, roll="backward").astype(date)
    if working == 0:
        expected = start  # no working day passes, so nothing moves
    assert start + timedelta(days=calendar_days(start.weekday(), working)) == expected


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_day_lies_in_its_quarter_and_the_next_begins_after_it(day: date) -> None:
    assert quarter(day) <= day < next_quarter(day)
    assert quarter(next_quarter(day)) == next_quarter(day)
    assert quarter(next_quarter(day) - timedelta(days=1)) == quarter(day)


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2024, 2, 29)])
def test_the_last_day_is_the_one_as_of_ends(day: date) -> None:
    assert last_day(end_of(day)) == day
