"""Letters reach people in their own working hours, wherever they live and whatever clocks do."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.outbox.quiet import WORKING_HOURS, Hours, first_hour, zones_of

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = sorted(available_timezones() - {"localtime"})
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
TIMES = st.integers(0, 22 * 60).flatmap(lambda low: st.tuples(st.just(low), st.integers(low + 30, 23 * 60 + 59)))
ALL_DAYS = frozenset(range(7))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def evenings_of_changes(zone: ZoneInfo) -> list[datetime]:
    """Eight in the evening before and after each change of clocks, and four times a year besides."""
    noons = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(730)]
    offsets = [noon.astimezone(zone).utcoffset() for noon in [*noons, *(noons[-1] + timedelta(days=d) for d in (1, 2))]]
    chosen = [noon for day, noon in enumerate(noons) if day % 91 == 0 or len(set(offsets[day : day + 3])) > 1]
    return [noon.astimezone(zone).replace(hour=20) for noon in chosen]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-11-23T09:00+01:00", "2026-11-23T09:00+01:00"),  # a Monday morning: now
        ("2026-11-23T07:59+01:00", "2026-11-23T08:00+01:00"),
        ("2026-11-23T18:00+01:00", "2026-11-24T08:00+01:00"),
        ("2026-11-20T18:30+01:00", "2026-11-23T08:00+01:00"),  # a Friday evening
        ("2026-03-27T20:00+01:00", "2026-03-30T08:00+02:00"),  # the weekend on which summer time begins
        ("2026-10-23T20:00+02:00", "2026-10-26T08:00+01:00"),  # and on which it ends
    ],
)
def test_a_letter_waits_for_the_next_working_hour(now: str, first: str) -> None:
    assert first_hour(at(now), [BERLIN]) == at(first)


def test_an_hour_that_does_not_exist_opens_where_the_clocks_jump_to() -> None:
    early = Hours(time(2, 30), time(12), ALL_DAYS)
    assert first_hour(at("2026-03-29T00:00+01:00"), [BERLIN], early) == at("2026-03-29T03:00+02:00")


def test_an_hour_that_comes_twice_opens_at_its_first_and_is_quiet_in_between() -> None:
    early = Hours(time(2, 30), time(12), ALL_DAYS)
    assert first_hour(at("2026-10-25T00:00+02:00"), [BERLIN], early) == at("2026-10-25T02:30+02:00")
    # At three the clocks go back to two: it is too early once more, until half past two comes again.
    assert first_hour(at("2026-10-25T02:10+01:00"), [BERLIN], early) == at("2026-10-25T02:30+01:00")
    night = Hours(time(1), time(2, 30), ALL_DAYS)
    assert first_hour(at("2026-10-25T02:40+02:00"), [BERLIN], night) == at("2026-10-25T02:00+01:00")


@given(now=INSTANTS, names=st.lists(st.sampled_from(ZONES), min_size=1, max_size=3), span=TIMES)
def test_whatever_is_found_is_allowed_everywhere_and_nothing_earlier_is(
    now: datetime, names: list[str], span: tuple[int, int]
) -> None:
    hours, zones = Hours(_time(span[0]), _time(span[1])), [ZoneInfo(name) for name in names]
    first = first_hour(now, zones, hours)
    common = (now + timedelta(minutes=15 * step) for step in range(7 * 96))
    naive = next((moment for moment in common if all(hours.open_at(moment, zone) for zone in zones)), None)
    if naive is None:
        return  # only a stretched day may help, or an hour shorter than the steps
    assert first is not None
    assert first <= naive
    assert first > naive - timedelta(minutes=15) or first == now
    assert first >= now
    assert all(hours.open_at(first, zone) for zone in zones)


def test_in_every_zone_every_change_of_clocks_leaves_eight_oclock_eight_oclock() -> None:
    for zone in map(ZoneInfo, ZONES):
        for evening in evenings_of_changes(zone):
            first = first_hour(evening, [zone])
            assert first is not None
            assert first.astimezone(zone).time() == time(8), (zone.key, evening)
            assert timedelta(0) < first - evening <= timedelta(days=3)


def test_a_country_with_several_zones_gets_letters_only_when_all_of_it_is_awake() -> None:
    zones = zones_of("", "US", BERLIN)
    assert len(zones) > 6
    first = first_hour(at("2026-07-06T06:00+00:00"), zones)
    assert first is not None
    assert all(WORKING_HOURS.open_at(first, zone) for zone in zones)
    assert first.astimezone(ZoneInfo("Pacific/Honolulu")).hour < first.astimezone(ZoneInfo("America/New_York")).hour


def test_a_country_too_wide_for_one_day_gets_a_longer_one_and_never_a_night() -> None:
    zones = zones_of("", "Russian Federation", BERLIN) + zones_of("", "RU", BERLIN)
    first = first_hour(at("2026-07-06T12:00+00:00"), zones)
    assert first is not None
    assert all(4 <= first.astimezone(zone).hour < 22 for zone in zones)


def test_what_is_told_of_a_person_comes_before_their_country_and_nonsense_before_neither() -> None:
    assert zones_of("Asia/Kathmandu", "DE", BERLIN) == (ZoneInfo("Asia/Kathmandu"),)
    tokyo = (ZoneInfo("Asia/Tokyo"),)
    assert {zones_of(told, " japan ", BERLIN) for told in ("", "Mars/Olympus", "../../etc/passwd")} == {tokyo}
    assert zones_of("", "EMEA", BERLIN) == zones_of("", "", BERLIN) == (BERLIN,)


def test_where_no_day_is_allowed_nothing_is_found() -> None:
    assert first_hour(at("2026-11-23T09:00+01:00"), [BERLIN], Hours(days=frozenset())) is None
