"""When the nightly run is due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.errors import GoodwordError
from goodword.runs.schedule import Schedule, read_schedule

BERLIN = ZoneInfo("Europe/Berlin")


def test_before_the_hour_the_run_of_yesterday_is_the_last_one_due() -> None:
    schedule = Schedule(time(3), BERLIN)
    assert schedule.last_due(datetime(2026, 11, 21, 1, 59, tzinfo=UTC)) == datetime(2026, 11, 20, 2, tzinfo=UTC)
    assert schedule.last_due(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)) == datetime(2026, 11, 21, 2, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_due_once_that_night() -> None:
    schedule = Schedule(time(2, 30), BERLIN)  # 29 March 2026: 02:00 becomes 03:00
    assert schedule.last_due(datetime(2026, 3, 29, 12, tzinfo=UTC)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_due_the_first_time_only() -> None:
    schedule = Schedule(time(2, 30), BERLIN)  # 25 October 2026: 03:00 becomes 02:00
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert schedule.last_due(first + timedelta(hours=1)) == first


@given(
    now=st.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 30), timezones=st.just(UTC)),
    at=st.times().map(lambda moment: moment.replace(tzinfo=None, fold=0)),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC"]),
)
def test_there_is_always_a_last_run_at_most_a_day_and_a_shift_ago(now: datetime, at: time, zone: str) -> None:
    due = Schedule(at, ZoneInfo(zone)).last_due(now)
    assert now - timedelta(hours=26) <= due <= now


def test_without_settings_it_runs_at_three_utc() -> None:
    schedule = read_schedule({})
    assert (schedule.at, schedule.zone.key) == (time(3), "UTC")


@pytest.mark.parametrize("run", [{"at": "25:00"}, {"at": "soon"}, {"timezone": "Mars/Olympus"}, {"timezone": "../etc"}])
def test_a_time_or_zone_that_cannot_be_read_says_how_to_write_it(run: dict[str, str]) -> None:
    with pytest.raises(GoodwordError, match="Write"):
        read_schedule({"run": run})
