"""How well listening does on what people of this workspace labelled, the listener in use beside rules alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening import listen
from goodword.finding.listening.hearing import EVALUATING, judged_sentence
from goodword.finding.listening.learning import Labelled, Model
from goodword.finding.listening.learning.figures import compared
from goodword.programme.labels.models import ModelChoice
from goodword.programme.labels.policies import LEAST_LABELS
from goodword.runs.labels.learning import told
from goodword.runs.labels.models import learnt_in_use, version_in_use
from goodword.runs.labels.taught import Taught, taught
from goodword.runs.workspace import Workspace


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
    """

    version: str
    labels: int
    fair: int
    counted: int
    figures: dict[str, Any] | None
    parts: list[dict[str, Any]]


def quality(workspace: Workspace) -> Quality:
    """The figures of now."""
    every = taught(workspace)
    chosen = ModelChoice.chosen()
    model = learnt_in_use(workspace)
    # What somebody learnt from flatters whoever is asked about it.
    unseen = [one for one in every if chosen is None or one.label.at > chosen.at]
    said = [one.said for one in unseen]
    enough = len(said) >= LEAST_LABELS and len({one.kind for one in said}) > 1
    return Quality(
        version=version_in_use(),
        labels=len(every),
        fair=sum(one.said.fair for one in every),
        counted=len(said),
        figures=_figures(said, model) if enough else None,
        parts=_parts(unseen, model) if enough else [],
    )


def _figures(said: Sequence[Labelled], model: Model | None) -> dict[str, Any]:
    really, rules = np.array([one.kind for one in said]), np.array([_by_rules(one) for one in said])
    return told(compared(really, np.array(_heard(said, model)), rules))


def _parts(unseen: Sequence[Taught], model: Model | None) -> list[dict[str, Any]]:
    found = []
    for name in ("language", "channel"):
        for value, count in Counter(str(getattr(one.said, name)) for one in unseen).most_common():
            if value and count >= LEAST_LABELS:
                some = [one.said for one in unseen if getattr(one.said, name) == value]
                found.append({"of": name, "name": value, "count": count, "figures": _figures(some, model)})
    return found


def _by_rules(one: Labelled) -> str:
    judged, _outcome = judged_sentence(one.text, one.language, evaluating=one.channel in EVALUATING)
    return judged.kind or "neutral"


def _heard(said: Sequence[Labelled], model: Model | None) -> list[str]:
    """What the listener in use makes of each sentence by itself; nothing where it is silent or not sure enough."""
    rows = [
        {"table": "labels", "id": str(place), "text": one.text, "direction": "in", "channel": one.channel}
        for place, one in enumerate(said)
    ]
    remarks = listen(pa.Table.from_pylist(rows, schema=TEXTS.arrow()), model=model)
    kinds = dict(zip(remarks["id"].to_pylist(), remarks["kind"].to_pylist(), strict=True))
    return [str(kinds.get(str(place)) or "neutral") for place in range(len(said))]
