"""How themes are shown: what colleagues said of them, in whatever order, and what of it they took back."""

import pytest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.themes.actions.hide_theme import hide_theme
from goodword.programme.themes.actions.merge_theme import merge_theme
from goodword.programme.themes.actions.rename_theme import rename_theme
from goodword.programme.themes.actions.withdraw_change import show_theme, withdraw_change
from goodword.programme.themes.models import ThemeChange
from goodword.programme.themes.shaping import shape_now

pytestmark = pytest.mark.django_db

HEARD = ("reporting", "Berichte", "month end", "support")
BY = Actor.console()


def rename(theme: str, name: str) -> ThemeChange:
    return rename_theme(theme, name, known=HEARD, by=BY)


def merge(theme: str, into: str) -> ThemeChange:
    return merge_theme(theme, into, known=HEARD, by=BY)


def hide(theme: str) -> ThemeChange:
    return hide_theme(theme, known=HEARD, by=BY)


def refused(code: str) -> pytest.RaisesExc[GoodwordError]:
    return pytest.raises(GoodwordError, check=lambda error: error.code == code)


def test_a_theme_is_shown_as_it_was_heard_until_somebody_says_otherwise() -> None:
    assert shape_now().of(["support", "reporting"]) == ["reporting", "support"]


def test_a_renamed_theme_goes_by_its_new_name_and_by_the_one_before_once_that_is_taken_back() -> None:
    rename("reporting", "Reports")
    second = rename("reporting", "  Reports and   dashboards ")
    assert shape_now().of(["Reporting"]) == ["Reports and dashboards"]
    withdraw_change(second, by=BY)
    assert shape_now().of(["reporting"]) == ["Reports"]


def test_merged_themes_are_one_under_the_name_of_the_one_they_were_merged_into() -> None:
    merge("Berichte", "reporting")
    rename("reporting", "Reports")
    merge("month end", "Berichte")
    assert shape_now().of(["Berichte", "month end", "reporting"]) == ["Reports"]


def test_what_is_counted_with_a_hidden_theme_is_shown_nowhere_and_again_with_it() -> None:
    merge("Berichte", "reporting")
    hide("reporting")
    assert shape_now().of(["berichte", "support"]) == ["support"]
    show_theme("Reporting", by=BY)
    assert shape_now().of(["berichte"]) == ["reporting"]


def test_a_merge_taken_back_leaves_two_themes() -> None:
    row = merge("Berichte", "reporting")
    withdraw_change(row, by=BY)
    assert shape_now().of(["Berichte", "reporting"]) == ["Berichte", "reporting"]


def test_two_merges_at_the_same_instant_close_no_circle() -> None:
    ThemeChange.objects.create(theme="Berichte", key="berichte", deed="merge", to="reporting", at=clock.now())
    ThemeChange.objects.create(theme="reporting", key="reporting", deed="merge", to="Berichte", at=clock.now())
    assert shape_now().of(["Berichte", "reporting"]) == ["reporting"]


def test_saying_the_same_again_keeps_nothing_and_taking_back_twice_neither() -> None:
    row = rename("reporting", "Reports")
    assert rename("reporting", "Reports") == row
    withdraw_change(row, by=BY)
    withdraw_change(row, by=BY)
    told = AuditEntry.objects.filter(noun="theme").order_by("number").values_list("verb", "object_id")
    assert list(told) == [("rename", "reporting"), ("withdraw", "reporting")]


def test_what_makes_no_sense_is_refused_with_the_way_out() -> None:
    with refused("no-such-theme"):
        rename("skiing", "Snow")
    with refused("theme-needs-a-name"):
        rename("support", "  ")
    with refused("theme-name-taken"):
        rename("support", "Reporting")
    with refused("same-theme"):
        merge("support", "Support")
    with refused("theme-not-hidden"):
        show_theme("support", by=BY)
    assert not ThemeChange.objects.exists()


def test_nothing_takes_the_name_that_another_theme_goes_by_or_was_heard_as() -> None:
    rename("support", "Help")
    for taken in ("help", "Support"):
        with refused("theme-name-taken"):
            rename("reporting", taken)
    merge("Berichte", "reporting")
    assert rename("reporting", "berichte").to == "berichte"


def test_a_part_of_another_theme_is_changed_with_it_alone() -> None:
    merge("Berichte", "reporting")
    with refused("same-theme"):
        merge("reporting", "Berichte")
    with refused("theme-is-part"):
        rename("Berichte", "Reports")
    with refused("theme-is-part"):
        hide("Berichte")
    assert ThemeChange.objects.count() == 1


def test_nothing_is_merged_into_what_nobody_sees() -> None:
    hide("reporting")
    with refused("theme-is-hidden"):
        merge("Berichte", "reporting")
    assert ThemeChange.objects.count() == 1
