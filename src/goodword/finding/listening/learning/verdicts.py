"""What is said of the sentences that rules heard, how sure that is, and when nothing is said."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from goodword.finding.listening.hearing import EVALUATING, NEUTRAL, RULES_VERSION, Remark
from goodword.finding.listening.learning.features import NAMES, numbers
from goodword.finding.listening.learning.grams import grams
from goodword.finding.listening.learning.model import Model, softmax
from goodword.finding.listening.learning.sureness import WRONG_AT_MOST, least_probability, sure


class Verdict(NamedTuple):
    """What one sentence is taken for.

    Attributes:
        kind: what is said of it; neutral where the listener is not sure enough.
        probability: how likely that kind is right.
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
    """A verdict on each of the sentences that the rules heard.

    With the shipped model the rules say what a sentence is and the model how sure that is; a model that learnt words
    from an installation's own labels says both. Whoever is not sure enough says neutral.

    Args:
        remarks: what `heard` found, of any number of texts.
        channels: where each was said.
        model: who judges.
        wrong_at_most: of what is said of a kind, the share that may be wrong, 0 to 1.
    """
    if not remarks:
        return []
    read = np.ones((len(remarks), len(NAMES) + 1))
    for row, (one, channel) in enumerate(zip(remarks, channels, strict=True)):
        read[row, :-1] = numbers(one.judged, one.language, evaluating=channel in EVALUATING)
    pieces = grams([one.words for one in remarks]) if model.places.size else None
    odds = model.calibrated(model.log_odds(read, pieces))
    chance = softmax(odds)
    said = [one.kind for one in remarks]
    if model.places.size:
        said = [model.kinds[at] for at in np.argmax(odds + model.leaning, axis=1).tolist()]
    least = least_probability(model.reached, wrong_at_most)
    surest = {kind: sure(chance, model.kinds, kind).tolist() for kind in set(said)}
    column = {kind: at for at, kind in enumerate(model.kinds)}
    found = []
    for row, kind in enumerate(said):
        own = kind if kind == NEUTRAL or surest[kind][row] >= least.get(kind, 0.0) else NEUTRAL
        found.append(Verdict(own, float(chance[row, column[own]])))
    return found
