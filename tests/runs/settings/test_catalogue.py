"""The catalogue: every number of every rule, each with its words, and only values that make sense."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.catalogue import FINDERS, HOLDS
from goodword.finding.likelihood.weights import USUAL, numbers, with_numbers
from goodword.kit.errors import GoodwordError
from goodword.runs.settings.catalogue import SETTINGS, matching, setting_named, within
from goodword.runs.settings.file import as_tables, said_in_file
from goodword.runs.settings.groups import GROUPS
from goodword.runs.settings.setting import Setting, Value
from goodword.runs.settings.words import finders, holds
from tests.architecture.tree import ROOT

NUMBERS = [setting for setting in SETTINGS.values() if setting.is_number]
everything = pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.key)


def test_every_threshold_of_every_rule_is_a_setting_with_the_rules_own_default() -> None:
    wanted = {
        f"{section}.{rule.name}.{name}": default
        for section, rules in (("finders", FINDERS), ("holds", HOLDS))
        for rule in rules
        for name, default in rule.thresholds.items()
    }
    there = [setting for setting in (*within("finders"), *within("holds")) if setting.in_findings]
    assert {setting.key: setting.default for setting in there} == wanted


def test_no_words_are_kept_for_thresholds_that_no_rule_has() -> None:
    for rules, words in ((FINDERS, finders.FINDERS), (HOLDS, holds.HOLDS)):
        assert {rule.name: set(rule.thresholds) for rule in rules if rule.thresholds} == {
            name: set(told) for name, told in words.items()
        }


def test_every_number_of_the_likelihood_is_a_setting() -> None:
    assert {setting.key.partition(".")[2]: setting.default for setting in within("likelihood")} == numbers()


@everything
def test_a_setting_says_what_it_is_and_its_default_is_a_value_it_takes(setting: Setting) -> None:
    assert setting.group in GROUPS
    assert str(setting.subject)
    assert str(setting.label)
    assert str(setting.meaning).endswith(".")
    assert str(setting.changes).endswith(".")
    assert (ROOT / "docs" / setting.page).is_file()
    assert setting.check(setting.default, where="here") == setting.default
    if setting.is_number:
        assert setting.low is not None
        assert setting.high is not None


def answer(ask: Callable[[], Value]) -> Value | GoodwordError:
    """What comes back, a refusal too."""
    try:
        return ask()
    except GoodwordError as refused:
        return refused


@given(setting=st.sampled_from(NUMBERS), value=st.one_of(st.integers(), st.floats()))
def test_a_number_lands_only_within_its_bounds(setting: Setting, value: float) -> None:
    low, high = setting.low, setting.high
    assert low is not None
    assert high is not None
    kept = answer(lambda: setting.check(value, where="here"))
    if isinstance(kept, GoodwordError):
        assert kept.mend
        assert not (low <= value <= high) or (setting.kind == "whole" and value % 1)
    else:
        assert isinstance(kept, int | float)
        assert low <= kept <= high
        assert kept == value


@given(setting=st.sampled_from(list(SETTINGS.values())), text=st.text(max_size=90))
def test_whatever_is_typed_becomes_a_value_or_a_sentence(setting: Setting, text: str) -> None:
    kept = answer(lambda: setting.read(text))
    if isinstance(kept, GoodwordError):
        assert kept.code == "bad-settings"
    else:
        assert setting.check(kept, where="here") == kept


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("finders.super_user.least_percentile", "0,95", 0.95),
        ("likelihood.weight.declined", "-2", -2.0),
        ("run.at", "4:00", None),
        ("run.at", "04:30", "04:30"),
        ("run.timezone", "Europe/Berlin", "Europe/Berlin"),
        ("run.timezone", "Mars/Olympus", None),
        ("workspace.currency", "usd", "USD"),
        ("workspace.currency", "", ""),
        ("workspace.currency", "dollars", None),
        ("workspace.name", "a\nb", None),
        ("roles.csm.reach", "own", "own"),
    ],
)
def test_what_people_type_is_understood_or_refused(key: str, typed: str, kept: object) -> None:
    setting = setting_named(key)
    if kept is None:
        with pytest.raises(GoodwordError):
            setting.read(typed)
    else:
        assert setting.read(typed) == kept


def test_what_the_file_said_of_kinds_of_acts_is_refused_with_the_way_and_not_passed_over() -> None:
    with pytest.raises(GoodwordError, match="not read any more") as refused:
        said_in_file({"acts": {"talk": {"load": 3}}})
    assert "goodword kinds change" in refused.value.mend


def test_the_file_says_of_settings_what_tables_say() -> None:
    values: dict[str, Value] = {"finders.super_user.window_days": 30, "likelihood.base.talk": 0.05, "run.at": "04:00"}
    assert said_in_file(as_tables(values)) == values


def test_what_a_workspace_says_about_itself_beside_settings_is_left_alone() -> None:
    assert said_in_file({"workspace": {"synthetic": True, "name": "Northwind"}}) == {"workspace.name": "Northwind"}


def test_a_search_needs_all_words_anywhere() -> None:
    assert [setting.key for setting in matching("super BREADTH percentile")] == ["finders.super_user.least_percentile"]


def test_other_weights_leave_the_usual_ones_as_they_are() -> None:
    other = with_numbers({"base.talk": 0.2, "weight.win": 0.1, "base_mass": 3})
    assert (other.base["talk"], other.families["win"].weight, other.base_mass) == (0.2, 0.1, 3)
    assert (USUAL.base["talk"], USUAL.families["win"].weight, USUAL.base_mass) == (0.04, 1.5, 6.0)
    with pytest.raises(GoodwordError, match="no number named"):
        with_numbers({"weight.luck": 1})
