"""How well listening does on what people of this workspace labelled, the listener in use beside rules alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening.hearing import EVALUATING, NEUTRAL, judged_sentence
from goodword.finding.listening.learning import Labelled
from goodword.finding.listening.learning.figures import compared, share_of
from goodword.finding.listening.learning.reliability import reliability
from goodword.finding.listening.learning.sureness import alike
from goodword.finding.listening.learning.verdicts import Verdict
from goodword.programme.labels.models import ModelChoice
from goodword.programme.labels.policies import LEAST_LABELS
from goodword.runs.labels.learning import as_told, calibrated, told
from goodword.runs.labels.models import version_in_use, wrong_at_most
from goodword.runs.labels.taught import Taught, taught
from goodword.runs.listening.models import Model, model_in_use
from goodword.runs.workspace import Workspace

type _Heard = tuple[Taught, Verdict]
"""A label and what the listener in use makes of its sentence."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures on labels.

    Attributes:
        version: the listener in use.
        labels: how many labels count.
        fair: how many of them were drawn by lot.
        counted: how many the figures are of: those that the listener in use did not learn from.
        figures: as `learning.told`, `new` for the listener in use and `current` for rules alone; None where there
            are too few to tell.
        parts: languages and channels with enough labels: name, count, and the share that is right.
        one_in: of so many remarks of a kind one may be wrong, as the settings ask.
        spoken: in how many of the sentences drawn by lot the listener in use says that there is something.
        precise: the share of those that is right, with its interval; None where there are none.
        calibration: as `learning.calibrated`, of sentences that nobody picked by what they are; None where too few
            of them were heard.
    """

    version: str
    labels: int
    fair: int
    counted: int
    figures: dict[str, Any] | None
    parts: list[dict[str, Any]]
    one_in: int
    spoken: int
    precise: list[float] | None
    calibration: dict[str, Any] | None


def quality(workspace: Workspace) -> Quality:
    """The figures of now."""
    every = taught(workspace)
    chosen, model = ModelChoice.chosen(), model_in_use(workspace)
    # What somebody learnt from flatters whoever is asked about it.
    unseen = [one for one in every if chosen is None or one.label.at > chosen.at]
    enough = len(unseen) >= LEAST_LABELS and len({one.said.kind for one in unseen}) > 1
    answers = _answers([one.said for one in unseen], model)
    heard = list(zip(unseen, answers, strict=True))
    by_lot = [(one.said.kind, answer) for one, answer in heard if one.said.fair and answer.kind != NEUTRAL]
    right = sum(alike(answer.kind, really) for really, answer in by_lot)
    return Quality(
        version=version_in_use(),
        labels=len(every),
        fair=sum(one.said.fair for one in every),
        counted=len(unseen),
        figures=_figures(heard) if enough else None,
        parts=_parts(heard) if enough else [],
        one_in=round(1 / wrong_at_most(workspace)),
        spoken=len(by_lot),
        precise=as_told(share_of(right, len(by_lot))),
        calibration=_calibration(heard),
    )


def _calibration(heard: Sequence[_Heard]) -> dict[str, Any] | None:
    """How far the probabilities of answers are what they say; labels by hand stay out: they are there for an error."""
    answers = [
        (answer.probability, answer.kind == one.said.kind)
        for one, answer in heard
        if answer.probability and one.label.way != "hand"
    ]
    if len(answers) < LEAST_LABELS:
        return None
    sure, right = zip(*answers, strict=True)
    return calibrated(reliability(np.array(sure), np.array(right)))


def _figures(heard: Sequence[_Heard]) -> dict[str, Any]:
    said = [one.said for one, _answer in heard]
    really, rules = np.array([one.kind for one in said]), np.array([_by_rules(one) for one in said])
    return told(compared(really, np.array([answer.kind for _one, answer in heard]), rules))


def _parts(heard: Sequence[_Heard]) -> list[dict[str, Any]]:
    found = []
    for name in ("language", "channel"):
        for value, count in Counter(str(getattr(one.said, name)) for one, _answer in heard).most_common():
            if value and count >= LEAST_LABELS:
                some = [(one, answer) for one, answer in heard if getattr(one.said, name) == value]
                found.append({"of": name, "name": value, "count": count, "figures": _figures(some)})
    return found


def _by_rules(one: Labelled) -> str:
    judged, _outcome = judged_sentence(one.text, one.language, evaluating=one.channel in EVALUATING)
    return judged.kind or NEUTRAL


def _answers(said: Sequence[Labelled], model: Model) -> list[Verdict]:
    """What the listener in use makes of each sentence by itself; where it is silent, neutral and not sure at all."""
    rows = [
        {"table": "labels", "id": str(place), "text": one.text, "direction": "in", "channel": one.channel}
        for place, one in enumerate(said)
    ]
    remarks = model.hear(pa.Table.from_pylist(rows, schema=TEXTS.arrow()), ())
    found = {
        row["id"]: Verdict(row["kind"], row["probability"])
        for row in remarks.select(["id", "kind", "probability"]).to_pylist()
    }
    return [found.get(str(place), Verdict(NEUTRAL, 0.0)) for place in range(len(said))]
