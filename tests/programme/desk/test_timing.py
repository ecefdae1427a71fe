"""One digest a day, at the local hour, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.desk.timing import PATIENCE, Due, digest_due

# Clocks that change by an hour, by half an hour, at midnight, not at all, and one that left a day out.
ZONES = (
    "Europe/Berlin America/New_York Australia/Lord_Howe America/Santiago Africa/Cairo Asia/Kolkata Pacific/Apia".split()
)


def due(now: datetime, hour: int, zone: str, rhythm: str = "daily") -> Due | None:
    return digest_due(now, rhythm=rhythm, hour=hour, zone=ZoneInfo(zone))


@given(
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.datetimes(datetime(2011, 12, 20), datetime(2027, 12, 20)),  # Apia had no 30 December 2011
    st.integers(1, 300),
)
def test_whoever_looks_often_enough_sees_each_day_once(zone: str, hour: int, start: datetime, minutes: int) -> None:
    begin = start.replace(tzinfo=UTC)
    found: dict[date, datetime] = {}
    for step in range(4 * 24 * 60 // minutes):
        one = due(begin + timedelta(minutes=minutes * step), hour, zone)
        if one is not None:
            assert found.setdefault(one.day, one.at) == one.at
    # One a day: three or four in four days, each at least 22 hours after the one before it.
    instants = sorted(found.values())
    assert 3 <= len(instants) <= 5
    assert all(later - earlier >= timedelta(hours=22) for earlier, later in pairwise(instants))


@pytest.mark.parametrize(
    ("zone", "day", "hour", "at"),
    [
        ("Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:00"),  # 02:00 does not exist: due at 03:00
        ("Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00"),  # 02:00 comes twice: due the first time
        ("America/New_York", "2026-03-08", 2, "2026-03-08T07:00"),
        ("Asia/Kolkata", "2026-11-20", 7, "2026-11-20T01:30"),
    ],
)
def test_hours_that_are_skipped_or_come_twice(zone: str, day: str, hour: int, at: str) -> None:
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    wanted = Due(date.fromisoformat(day), instant)
    assert due(instant, hour, zone) == wanted
    assert due(instant + timedelta(hours=1), hour, zone) == wanted
    before = due(instant - timedelta(seconds=1), hour, zone)
    assert before is None or before.day < wanted.day


def test_a_day_that_was_left_out_brings_none() -> None:
    seen = {
        found.day
        for hours in range(24 * 4)
        if (found := due(datetime(2011, 12, 29, tzinfo=UTC) + timedelta(hours=hours), 7, "Pacific/Apia"))
    }
    assert date(2011, 12, 30) not in seen
    assert {date(2011, 12, 29), date(2011, 12, 31)} <= seen


def test_off_is_off_and_late_is_too_late() -> None:
    seven = datetime(2026, 11, 20, 7, tzinfo=UTC)
    assert due(seven, 7, "UTC", "off") is None
    assert due(seven + PATIENCE, 7, "UTC") is None
    assert due(seven, 7, "UTC", "weekly") is None
    assert due(seven + timedelta(days=3), 7, "UTC", "weekly") is not None
