"""Settings of the likelihood: base rates, and the weight, half-life and mass of every kind of evidence."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from goodword.finding.likelihood.weights import BASE, FAMILIES, numbers
from goodword.programme.advocates.wording import ACTS, SIGNALS, hold_words
from goodword.runs.settings.setting import Setting, Words

type Bounds = tuple[float, float]

_ANSWERED: dict[str, Words] = {
    "accepted": _("Said yes to an ask"),
    "declined": _("Declined an ask"),
    "not_now": _("Said not now"),
    "never": _("Said never"),
    "no_answer": _("Left an ask unanswered"),
    "done": _("Did an act before"),
}
_ALL: dict[str, tuple[Words, Words, Bounds]] = {
    "said_is_not_done": (
        _("Said is not done"),
        _("What words, scores and revenue alone approach and never pass. Published studies say 0.37 and 0.49."),
        (0.35, 0.9),
    ),
    "one_answer": (
        _("One past answer"),
        _("The strength of one past ask or act; further ones add less."),
        (0.05, 0.95),
    ),
    "other_kind": (_("Another kind of act"), _("What an answer about another kind of act counts."), (0, 1)),
    "base_mass": (
        _("Worth of the base rate"),
        _("How many observations the base rate is worth. Fewer make wider ranges."),
        (1, 100),
    ),
    "enough_mass": (
        _("Enough to show a number"),
        _("Evidence worth fewer observations than this shows as “don’t know yet”."),
        (0, 20),
    ),
}
_USUAL = numbers()
_PAGE = "algorithms/likelihood.md"
_CHANGES = _("How likely a yes looks, and with it the order of the list.")


_FULL = _("What full evidence adds on the scale of log odds: 0.7 doubles the odds, 1.4 makes them four times as good.")
_FAMILY: dict[str, tuple[Words, Words, Words, Bounds]] = {
    "weight": (_("Weight"), _FULL, _("log odds"), (-10, 10)),
    "half_life_days": (_("Half-life"), _("After how many days it counts half."), _("days"), (1, 7300)),
    "mass": (
        _("Worth"),
        _("How many observations full evidence is worth, for the width of the range."),
        _("observations"),
        (0, 50),
    ),
}
_LITTLE = _("The likelihood for somebody about whom nothing speaks yet. Low on purpose: a wrong ask costs goodwill.")


def settings_of_likelihood() -> Iterator[Setting]:
    """Every number of the prior as a setting."""
    for name, (label, meaning, bounds) in _ALL.items():
        yield _number(name, (_("For everybody"), label, meaning), bounds)
    for kind in BASE:
        yield _number(f"base.{kind}", (_("Base rates"), ACTS[kind].label, _LITTLE), (0.001, 0.3))
    for family in FAMILIES:
        for part, (label, meaning, unit, bounds) in _FAMILY.items():
            yield _number(f"{part}.{family}", (family_label(family), label, meaning), bounds, unit=unit)


def family_label(name: str) -> Words:
    """What to call a kind of evidence."""
    if name in SIGNALS:
        return SIGNALS[name].label
    return _ANSWERED[name] if name in _ANSWERED else hold_words(name).label


def _number(name: str, words: tuple[Words, Words, Words], bounds: Bounds, *, unit: Words = "") -> Setting:
    subject, label, meaning = words
    return Setting(
        key=f"likelihood.{name}",
        group="likelihood",
        subject=subject,
        label=label,
        meaning=meaning,
        changes=_CHANGES,
        kind="number",
        default=_USUAL[name],
        unit=unit,
        low=bounds[0],
        high=bounds[1],
        page=_PAGE,
        in_findings=True,
    )
