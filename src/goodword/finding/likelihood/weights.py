"""The numbers of the transparent prior, in one place, each with where it comes from.

Scale: log odds. A weight of 0.7 doubles the odds, 1.4 makes them four times as good. docs/algorithms/likelihood.md
tells how they were chosen and shows a worked case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.kit.errors import GoodwordError

MODEL_VERSION = "prior-1"

# P(accepts and completes) for a known customer's person about whom nothing speaks, by the effort an act takes.
# No published figures per act kind are known to us; these are set low on purpose, for a wrong ask costs goodwill.
BASE: dict[str, float] = {
    "logo": 0.10,
    "quote": 0.12,
    "review": 0.12,
    "reference_call": 0.08,
    "case_study": 0.05,
    "talk": 0.04,
    "referral": 0.08,
    "beta": 0.14,
    "introduction": 0.07,
    "advisory_board": 0.05,
}

SAID_IS_NOT_DONE = 0.45
"""P(does it | said so): 30 of 81 and 33 of 68 per cent (Kumar, Petersen, Leone, HBR October 2007) give 0.37 and 0.49;
0.4-0.5 is the house's anchor. What people say, however often and warmly, approaches it and never passes it."""


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of evidence.

    Attributes:
        weight: what evidence of full strength adds, on the scale of log odds.
        half_life_days: after how many days it counts half.
        mass: how many observations of the same kind of person full strength is worth, for the width of the range.
        said: True for words, scores and revenue, which `SAID_IS_NOT_DONE` limits; False for deeds.
        fits: act kinds for which it counts more (factor above 1) or less (below 1); others count 1.
    """

    weight: float
    half_life_days: float
    mass: float
    said: bool = False
    fits: dict[str, float] = field(default_factory=dict)


FAMILIES: dict[str, Family] = {
    # What they say, and what the company pays: limited together.
    "promoter": Family(0.9, 180, 3.0, said=True, fits={"referral": 1.25, "quote": 1.1, "talk": 0.7}),
    "win": Family(1.5, 180, 6.0, said=True, fits={"quote": 1.2, "case_study": 1.2}),
    "growth": Family(0.5, 90, 2.0, said=True, fits={"case_study": 1.3, "logo": 1.3, "beta": 0.6}),
    "accepted": Family(5.0, 540, 8.0, said=True),
    # What they do.
    "champion": Family(1.3, 120, 6.0, fits={"talk": 1.25, "beta": 1.15, "advisory_board": 1.15, "logo": 0.6}),
    "super_user": Family(0.7, 60, 3.0, fits={"beta": 1.4, "reference_call": 1.2, "talk": 1.1, "logo": 0.5}),
    "repeat_customer": Family(1.4, 540, 6.0, fits={"case_study": 1.2, "referral": 1.2, "introduction": 1.2}),
    "done": Family(2.0, 720, 10.0),
    # What speaks against asking speaks against a yes, too.
    "declined": Family(-1.0, 365, 5.0),
    "never": Family(-3.0, 3650, 10.0),
    "not_now": Family(-0.6, 120, 3.0),
    "no_answer": Family(-0.5, 180, 2.0),
    "complaint": Family(-0.8, 90, 2.0),
    "low_nps": Family(-1.2, 365, 3.0),
    "low_csat": Family(-0.5, 30, 1.0),
}
"""Every kind of evidence. Deeds weigh more than words: help given to strangers, acts done before, and bringing us to a
new employer are done; a score is said. Years are long half lives where the fact is rare, weeks where it is a habit."""

ONE_ANSWER = 0.7
"""Strength of one past ask or act: the second adds less than the first, the tenth hardly anything."""

OTHER_KIND = 0.6
"""How much an answer or act of another kind counts: willingness is mostly of the person, partly of the kind."""

MOST = 0.95
"""Nobody's evidence of one kind is complete."""

BASE_MASS = 6.0
"""How many observations the base rate is worth: few, so that ranges stay wide while little is known."""

ENOUGH_MASS = 1.5
"""Evidence worth less than this many observations is not enough to show a number: don't know yet."""

RANGE = 0.95
"""Share of the belief that the range from low to high covers."""

if set(BASE) != set(ACT_KINDS):
    raise AssertionError("every act kind needs a base rate")


@dataclass(frozen=True, slots=True)
class Weights:
    """Every number of the prior that somebody may choose otherwise.

    Attributes:
        base: P(accepts and completes) where nothing speaks, by act kind; below `said_is_not_done`.
        families: the kinds of evidence.
        said_is_not_done: what all that is said approaches.
        one_answer: strength of one past ask or act.
        other_kind: what an answer or act of another kind counts.
        base_mass: how many observations the base rate is worth.
        enough_mass: evidence worth less is not enough to show a number.
    """

    base: Mapping[str, float] = field(default_factory=lambda: dict(BASE))
    families: Mapping[str, Family] = field(default_factory=lambda: dict(FAMILIES))
    said_is_not_done: float = SAID_IS_NOT_DONE
    one_answer: float = ONE_ANSWER
    other_kind: float = OTHER_KIND
    base_mass: float = BASE_MASS
    enough_mass: float = ENOUGH_MASS


USUAL = Weights()
"""The numbers of this page."""

OF_FAMILY = ("weight", "half_life_days", "mass")
OF_ALL = ("said_is_not_done", "one_answer", "other_kind", "base_mass", "enough_mass")


def numbers(weights: Weights = USUAL) -> dict[str, float]:
    """Every number by its name: `base.talk`, `weight.win`, `half_life_days.win`, `mass.win`, `base_mass`."""
    told = {f"base.{kind}": share for kind, share in weights.base.items()}
    for part in OF_FAMILY:
        told |= {f"{part}.{name}": float(getattr(family, part)) for name, family in weights.families.items()}
    return told | {name: float(getattr(weights, name)) for name in OF_ALL}


def with_numbers(chosen: Mapping[str, float]) -> Weights:
    """The usual weights with some numbers otherwise, by the names of `numbers`.

    Raises:
        GoodwordError: a name that no number has.
    """
    unknown = sorted(set(chosen) - set(numbers()))
    if unknown:
        raise GoodwordError("unknown-weight", f"The likelihood has no number named {', '.join(unknown)}.")
    base, families = dict(BASE), dict(FAMILIES)
    single: dict[str, float] = {}
    for name, value in chosen.items():
        part, _, of = name.partition(".")
        if part == "base":
            base[of] = value
        elif of:
            families[of] = _otherwise(families[of], part, value)
        else:
            single[name] = value
    return replace(USUAL, base=base, families=families, **single)


def _otherwise(family: Family, part: str, value: float) -> Family:
    told = {name: float(getattr(family, name)) for name in OF_FAMILY} | {part: value}
    return Family(**told, said=family.said, fits=family.fits)
