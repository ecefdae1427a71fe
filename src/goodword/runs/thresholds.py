"""The numbers chosen for rules and for the likelihood, in the shape those take them."""

from goodword.finding.catalogue import FINDERS, HOLDS, RISK_RULES, Rule
from goodword.runs.settings.file import Tables, said_in_file

SECTIONS: dict[str, tuple[Rule, ...]] = {"finders": FINDERS, "holds": HOLDS, "risks": RISK_RULES}
"""Section of the settings and the rules it may name."""

_LIKELIHOOD = "likelihood"


def chosen_thresholds(settings: Tables) -> dict[str, dict[str, object]]:
    """Return the numbers set for each rule, by the rule's name.

    Raises:
        GoodwordError: a section names a rule or a threshold that does not exist, or a value it cannot have.
    """
    chosen: dict[str, dict[str, object]] = {}
    for key, value in said_in_file(settings, SECTIONS).items():
        _section, rule, name = key.split(".")
        chosen.setdefault(rule, {})[name] = value
    return chosen


def chosen_numbers(settings: Tables) -> dict[str, float]:
    """Return the numbers set for the likelihood, by their names.

    Raises:
        GoodwordError: one does not exist, or has a value it cannot have.
    """
    said = said_in_file(settings, (_LIKELIHOOD,))
    return {key.partition(".")[2]: float(value) for key, value in said.items()}
