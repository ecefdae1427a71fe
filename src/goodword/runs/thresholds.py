"""The numbers a user set for rules in `goodword.toml`, checked against what the rules have."""

from collections.abc import Iterable
from typing import Any

from goodword.finding.catalogue import FINDERS, HOLDS, Rule
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import CONFIG_NAME

SECTIONS: dict[str, tuple[Rule, ...]] = {"finders": FINDERS, "holds": HOLDS}
"""Section of the settings and the rules it may name."""


def chosen_thresholds(settings: dict[str, Any]) -> dict[str, dict[str, object]]:
    """Return the numbers set for each rule, by the rule's name.

    Raises:
        GoodwordError: a section names a rule or a threshold that does not exist, or a value of another kind.
    """
    chosen: dict[str, dict[str, object]] = {}
    for section, rules in SECTIONS.items():
        for name, values in _table(settings.get(section, {}), f"[{section}]").items():
            rule = _named(rules, name, section)
            where = f"[{section}.{name}]"
            chosen[name] = {key: _checked(rule, key, value, where) for key, value in _table(values, where).items()}
    return chosen


def _table(value: object, where: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise GoodwordError(
        "bad-settings", f"{CONFIG_NAME}: {where} is no table.", f"Write a line {where} and values below it."
    )


def _named(rules: Iterable[Rule], name: str, section: str) -> Rule:
    by_name = {rule.name: rule for rule in rules}
    if name not in by_name:
        raise GoodwordError(
            "bad-settings", f"{CONFIG_NAME}: [{section}.{name}] names no rule.", f"There are: {', '.join(by_name)}."
        )
    return by_name[name]


def _checked(rule: Rule, key: str, value: object, where: str) -> object:
    known = rule.thresholds
    if key not in known:
        there = ", ".join(sorted(known)) or "none"
        raise GoodwordError("bad-settings", f"{CONFIG_NAME}: {where} has no “{key}”.", f"It has: {there}.")
    default = known[key]
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or (isinstance(default, int) and value != int(value))
    ):
        kind = "a whole number" if isinstance(default, int) else "a number"
        raise GoodwordError(
            "bad-settings", f"{CONFIG_NAME}: {where} {key} = {value!r} is not {kind}.", f"The default is {default}."
        )
    if value < 0:
        raise GoodwordError(
            "bad-settings", f"{CONFIG_NAME}: {where} {key} = {value} is below zero.", "Write 0 or more."
        )
    return int(value) if isinstance(default, int) else float(value)
