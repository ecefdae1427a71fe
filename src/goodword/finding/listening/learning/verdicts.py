"""What is said of sentences, how sure that is, and when nothing is said."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from goodword.finding.listening.hearing import EVALUATING, NEUTRAL, RULES_VERSION, Remark
from goodword.finding.listening.learning.features import NAMES, Floats, numbers
from goodword.finding.listening.learning.grams import grams
from goodword.finding.listening.learning.model import Model, softmax
from goodword.finding.listening.learning.sureness import SILENT, WRONG_AT_MOST, least_probability, sure


class Verdict(NamedTuple):
    """What one sentence is taken for.

    Attributes:
        kind: what is said of it; neutral where the listener is not sure enough, empty where nothing is said at all.
        probability: how likely that kind is right; 0 where nothing is said.
    """

    kind: str
    probability: float


def version_of(model: Model, wrong_at_most: float = WRONG_AT_MOST) -> str:
    """The name of rules and model together, as it stands on every remark; with the precision asked for, if unusual."""
    asked = "" if wrong_at_most == WRONG_AT_MOST else f"@{wrong_at_most:.4g}"
    return f"{RULES_VERSION}+{model.version}{asked}"


def judged_batch(
    remarks: Sequence[Remark], channels: Sequence[str], model: Model, wrong_at_most: float = WRONG_AT_MOST
) -> list[Verdict]:
    """A verdict on each of some sentences; see `decided`.

    Args:
        remarks: what `heard` found, of any number of texts; with silent ones where the model `finds`.
        channels: where each was said.
        model: who judges.
        wrong_at_most: of what is said of a kind, the share that may be wrong, 0 to 1.
    """
    if not remarks:
        return []
    return decided(model, odds_of(remarks, channels, model), [one.kind for one in remarks], wrong_at_most)


def odds_of(remarks: Sequence[Remark], channels: Sequence[str], model: Model) -> Floats:
    """The calibrated log odds of some sentences, a row each; arguments as of `judged_batch`."""
    read = np.ones((len(remarks), len(NAMES) + 1))
    for row, (one, channel) in enumerate(zip(remarks, channels, strict=True)):
        read[row, :-1] = numbers(one.judged, one.language, evaluating=channel in EVALUATING)
    pieces = grams([one.words for one in remarks]) if model.places.size else None
    return model.calibrated(model.log_odds(read, pieces))


def finds(model: Model, wrong_at_most: float = WRONG_AT_MOST) -> bool:
    """Whether a model is ever sure enough to speak where the rules are silent."""
    return bool(model.places.size) and min(least_probability(model.found, wrong_at_most).values(), default=SILENT) <= 1


def decided(model: Model, odds: Floats, ruled: Sequence[str], wrong_at_most: float = WRONG_AT_MOST) -> list[Verdict]:
    """What is said of sentences, given what the rules say: as it is heard, and as held-out figures count it.

    With the shipped model the rules say what a sentence is and the model how sure that is; a model that learnt words
    from an installation's own labels says both. Whoever is not sure enough says neutral. Where the rules are silent
    only a model that learnt words speaks, from a probability on that was measured on such sentences alone; what is less
    sure, or neutral, is not said.

    Args:
        model: who judges.
        odds: its calibrated log odds, a row a sentence.
        ruled: what the rules say of each: a kind, or empty where they are silent.
        wrong_at_most: of what is said of a kind, the share that may be wrong, 0 to 1.
    """
    chance, said = softmax(odds), list(ruled)
    if model.places.size:
        said = [model.kinds[at] for at in np.argmax(odds + model.leaning, axis=1).tolist()]
    heard, silent = (least_probability(curves, wrong_at_most) for curves in (model.reached, model.found))
    surest = {kind: sure(chance, model.kinds, kind).tolist() for kind in set(said) if kind}
    column = {kind: at for at, kind in enumerate(model.kinds)}
    found = []
    for row, (kind, by_rules) in enumerate(zip(said, ruled, strict=True)):
        least, else_said = (heard.get(kind, 0.0), NEUTRAL) if by_rules else (silent.get(kind, SILENT), "")
        own = kind if kind == else_said or (kind != NEUTRAL and surest[kind][row] >= least) else else_said
        found.append(Verdict(own, float(chance[row, column[own]]) if own else 0.0))
    return found
