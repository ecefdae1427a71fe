"""What somebody means by a day and an hour where they live, also on days when clocks change; and entries of it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.calendar import Entry, as_ics
from goodword.programme.meetings.times import instant_of, zone_named
from goodword.programme.meetings.wording import when_told
from goodword.programme.outbox.quiet import known_zones
from tests.programme.meetings.agreed import event_in

ZONES = st.sampled_from(known_zones())
DAYS = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 12, 31))
WHO = ("Hemi Ngata", "hemi@teawa.example")


def entry(at: datetime, **more: object) -> Entry:
    facts = {
        "uid": "7@northwind.example", "sequence": 0, "starts_at": at, "minutes": 30, "title": "A meeting",
        "text": "About the month-end close.", "place": "", "organizer": ("Goodword", "goodword@northwind.example"),
        "reader": WHO, "made_at": at,
    }  # fmt: skip
    return Entry(**facts | more)  # type: ignore[arg-type]  # what each field takes


@given(zone=ZONES, wall=DAYS)
def test_the_instant_shows_the_same_hour_there_or_the_hour_does_not_exist(zone: str, wall: datetime) -> None:
    there, wall = zone_named(zone), wall.replace(second=0, microsecond=0)
    exists = wall.replace(tzinfo=there).astimezone(UTC).astimezone(there).replace(tzinfo=None) == wall
    if not exists:
        with pytest.raises(GoodwordError, match="clocks are changed in that hour"):
            instant_of(f"{wall:%Y-%m-%d}", f"{wall:%H:%M}", there)
        return
    found = instant_of(f"{wall:%Y-%m-%d}", f"{wall:%H:%M}", there)
    assert found.astimezone(there).replace(tzinfo=None) == wall
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "day", "at", "told"),
    [
        ("Europe/Berlin", "2027-03-27", "14:30", "2027-03-27T13:30"),
        ("Europe/Berlin", "2027-03-28", "14:30", "2027-03-28T12:30"),
        ("Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30"),  # it comes twice: the first
        ("Pacific/Auckland", "2027-04-04", "09:00", "2027-04-03T21:00"),
        ("Asia/Kathmandu", "2027-01-04", "09:00", "2027-01-04T03:15"),
    ],
)
def test_an_hour_is_right_before_and_after_clocks_are_changed(zone: str, day: str, at: str, told: str) -> None:
    assert instant_of(day, at, ZoneInfo(zone)) == datetime.fromisoformat(told).replace(tzinfo=UTC)


def test_an_hour_that_clocks_skip_is_refused() -> None:
    with pytest.raises(GoodwordError) as raised:
        instant_of("2027-03-28", "02:30", ZoneInfo("Europe/Berlin"))
    assert raised.value.code == "hour-skipped"


@pytest.mark.parametrize(
    ("day", "at"), [("", "10:00"), ("2027-01-04", ""), ("0001-01-01", "00:00"), ("9999-12-31", "1")]
)
def test_what_is_no_time_is_refused(day: str, at: str) -> None:
    with pytest.raises(GoodwordError) as raised:
        instant_of(day, at, ZoneInfo("Asia/Tokyo"))
    assert raised.value.code in {"no-such-time", "hour-skipped"}


@given(zone=ZONES, wall=DAYS)
def test_an_entry_has_the_instant_that_was_meant_in_every_zone(zone: str, wall: datetime) -> None:
    at = wall.replace(second=0, microsecond=0, tzinfo=UTC)
    event = event_in(as_ics(entry(at)))
    there = ZoneInfo(zone)
    assert event["DTSTART"].dt.astimezone(there) == at.astimezone(there)
    assert event["DTEND"].dt == at + timedelta(minutes=30)


def test_lines_of_an_entry_are_folded_and_what_would_break_it_is_escaped() -> None:
    title = "A meeting; with, signs\\ and ümlauts " * 9
    text = as_ics(entry(datetime(2027, 1, 4, tzinfo=UTC), title=title, place="x\r\nEND:VEVENT"))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = event_in(text)
    assert str(event["SUMMARY"]) == title
    assert text.count("\r\nEND:VEVENT") == 1


def test_a_name_with_quotes_and_colons_breaks_no_entry() -> None:
    text = as_ics(entry(datetime(2027, 1, 4, tzinfo=UTC), reader=('Ann "A:;," O\'Neil\n', "ann@northwind.example")))
    event = event_in(text)
    assert str(event["ATTENDEE"]) == "mailto:ann@northwind.example"


def test_a_time_is_told_with_its_day_and_the_clock_it_is_by() -> None:
    at = datetime(2027, 3, 28, 12, 30, tzinfo=UTC)
    assert when_told(at, ZoneInfo("Europe/Berlin")).endswith("14:30, Berlin time (UTC+2)")
    assert when_told(at, ZoneInfo("Asia/Kolkata")).endswith("18:00, Kolkata time (UTC+5:30)")
    assert when_told(at, UTC).endswith("12:30, UTC")
