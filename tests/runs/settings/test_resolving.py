"""Default, then goodword.toml, then the app: the last that says something holds."""

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.tuning.models import SettingChange
from goodword.runs.settings.changing import change, reset, take_back
from goodword.runs.settings.resolving import held, resolve, settings_now

pytestmark = pytest.mark.django_db

REST = "holds.resting.days"
FILE = {"holds": {"resting": {"days": 60}}}
BY = Actor.console()


def test_without_file_or_change_the_default_holds() -> None:
    one = held({}, REST)
    assert (one.value, one.origin, one.last) == (45, "default", None)
    assert settings_now({}) == {}


def test_the_file_beats_the_default_and_the_app_beats_the_file() -> None:
    assert (held(FILE, REST).value, held(FILE, REST).origin) == (60, "file")
    change(FILE, REST, 90, by=BY, reason="tired")
    one = held(FILE, REST)
    assert (one.value, one.origin, one.in_file, one.overruled) == (90, "app", 60, True)
    assert settings_now(FILE) == {"holds": {"resting": {"days": 90}}}


def test_a_reset_is_a_row_and_lets_the_file_hold_again() -> None:
    change(FILE, REST, 90, by=BY)
    reset(FILE, REST, by=BY, reason="enough")
    one = held(FILE, REST)
    assert (one.value, one.origin) == (60, "file")
    assert [row.value for row in SettingChange.objects.of(REST)] == [None, 90]


def test_setting_the_default_in_the_app_holds_against_the_file() -> None:
    change(FILE, REST, 45, by=BY)
    assert (held(FILE, REST).value, held(FILE, REST).overruled) == (45, True)
    assert settings_now(FILE) == {}


def test_the_trail_says_what_held_before_and_after_and_why() -> None:
    change(FILE, REST, 90, by=BY, reason=" tired ")
    reset(FILE, REST, by=BY)
    changed, taken = AuditEntry.objects.filter(noun="setting").order_by("number")
    assert (changed.verb, changed.object_id, changed.reason) == ("change", REST, "tired")
    assert (changed.facts_before, changed.facts_after) == ({"value": 60}, {"value": 90})
    assert (taken.verb, taken.facts_before, taken.facts_after) == ("reset", {"value": 90}, {"value": 60})


def test_nothing_is_written_where_nothing_changes() -> None:
    assert reset({}, REST, by=BY) is None
    change({}, REST, 90, by=BY)
    assert change({}, REST, 90, by=BY) is None
    assert (SettingChange.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_a_bad_value_never_lands() -> None:
    with pytest.raises(GoodwordError, match="above 1000"):
        change({}, REST, 5000, by=BY)
    with pytest.raises(GoodwordError, match="no setting"):
        change({}, "holds.resting.weeks", 5, by=BY)
    assert not SettingChange.objects.exists()


def test_who_looked_at_an_older_value_is_told_and_changes_nothing() -> None:
    change({}, REST, 90, by=BY, seen=0)
    with pytest.raises(GoodwordError, match="while you looked") as refused:
        change({}, REST, 30, by=BY, seen=0)
    assert refused.value.retry
    assert held({}, REST).value == 90


def test_the_last_change_can_be_undone_and_no_other() -> None:
    change({}, REST, 90, by=BY)
    change({}, REST, 30, by=BY)
    with pytest.raises(GoodwordError, match="while you looked"):
        take_back({}, REST, 1, by=BY)
    take_back({}, REST, 2, by=BY)
    assert held({}, REST).value == 90
    with pytest.raises(GoodwordError):
        take_back({}, REST, 99, by=BY)


def test_undoing_the_first_change_takes_it_back() -> None:
    change({}, REST, 90, by=BY)
    take_back({}, REST, 1, by=BY)
    assert held({}, REST).origin == "default"


def test_a_value_that_a_later_version_no_longer_takes_is_told_with_the_way_out() -> None:
    SettingChange.objects.create(key=REST, number=1, value=-3, at="2026-11-01T00:00Z", by_kind="console", door="cli")
    with pytest.raises(GoodwordError, match="goodword settings reset"):
        settings_now({})
    reset({}, REST, by=BY)
    assert settings_now({}) == {}


def test_changes_of_settings_that_are_gone_are_left_alone() -> None:
    SettingChange.objects.create(
        key="finders.gone.days", number=1, value=3, at="2026-11-01T00:00Z", by_kind="console", door="cli"
    )
    assert "finders.gone.days" not in resolve({})
