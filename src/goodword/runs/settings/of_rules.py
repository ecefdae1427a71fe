"""Settings of finders and holds: every threshold of every rule, from the rules themselves."""

from collections.abc import Iterator

from goodword.finding.catalogue import FINDERS, HOLDS, RISK_RULES, Rule
from goodword.programme.advocates.why_risk import RISK_LABELS
from goodword.programme.advocates.wording import SIGNALS, hold_words
from goodword.runs.settings.setting import Setting, Value, Words
from goodword.runs.settings.words import finders, holds, risks
from goodword.runs.settings.words.finders import Threshold


def settings_of_rules() -> Iterator[Setting]:
    """Every threshold as a setting, in the order of the catalogue."""
    for rule in FINDERS:
        label = SIGNALS[rule.kind].label
        yield from _of(rule, "finders", label, finders.FINDERS[rule.name], finders.CHANGES[rule.name])
    for rule in HOLDS:
        if rule.thresholds:
            label = hold_words(rule.kind).label
            yield from _of(rule, "holds", label, holds.HOLDS[rule.name], holds.CHANGES[rule.name])
    for rule in RISK_RULES:
        yield from _of(rule, "risks", RISK_LABELS[rule.kind], risks.RISKS[rule.name], risks.CHANGES[rule.name])


def _of(rule: Rule, group: str, subject: Words, words: dict[str, Threshold], changes: Words) -> Iterator[Setting]:
    for name, default in rule.thresholds.items():
        told = words[name]
        yield Setting(
            key=f"{group}.{rule.name}.{name}",
            group=group,
            subject=subject,
            label=told.label,
            meaning=told.meaning,
            changes=changes,
            kind="whole" if isinstance(default, int) else "number",
            default=_value(default),
            unit=told.unit,
            low=told.low,
            high=told.high,
            page=f"algorithms/{rule.page}",
            in_findings=True,
        )


def _value(default: object) -> Value:
    if isinstance(default, int | float):
        return default
    raise TypeError(f"a threshold is a number, not {default!r}")
