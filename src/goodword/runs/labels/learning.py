"""Learn from labels: a listener is put beside the one in use, and replaces nothing."""

import math
from typing import Any

from goodword.finding.listening.learning import Held, Range, Scores, held_out_figures, retrain
from goodword.finding.listening.learning.reliability import Reliability
from goodword.programme.labels.actions.keep_model import keep_model
from goodword.programme.labels.models import TrainedModel
from goodword.programme.labels.policies import refuse_learning
from goodword.programme.team.actor import Actor
from goodword.runs.labels.models import learnt_in_use, version_in_use, write_model, wrong_at_most
from goodword.runs.labels.taught import taught
from goodword.runs.progress import Progress, silent
from goodword.runs.workspace import Workspace

_STEPS = 3


def retrained(workspace: Workspace, *, by: Actor, progress: Progress = silent) -> TrainedModel:
    """A listener that learnt from every label that counts, with held-out figures beside the one in use.

    Raises:
        GoodwordError: there are too few labels (code `too-few-labels`), or the listener in use cannot be read.
    """
    progress("learn", 0, _STEPS)
    labelled = [one.said for one in taught(workspace)]
    refusal = refuse_learning(len(labelled), len({one.kind for one in labelled}))
    if refusal is not None:
        raise refusal
    current = learnt_in_use(workspace)
    held = held_out_figures(labelled, current, wrong_at_most=wrong_at_most(workspace))
    progress("learn", 1, _STEPS)
    model = retrain(labelled)
    progress("learn", 2, _STEPS)
    digest = write_model(workspace, model)
    row = keep_model(model.version, digest, labels=len(labelled), beside=version_in_use(), figures=told(held), by=by)
    progress("learn", _STEPS, _STEPS)
    return row


def told(held: Held) -> dict[str, Any]:
    """Held-out figures as JSON: each with its 95 % interval; None where there is nothing to count."""
    return {
        "counted": held.counted,
        "accuracy": {"new": as_told(held.accuracy_new), "current": as_told(held.accuracy_current)},
        "gain": as_told(held.accuracy_gain),
        "kinds": [
            {
                "kind": one.kind,
                "labels": one.labels,
                "new": _scores(one.new),
                "current": _scores(one.current),
                "gain": as_told(one.gain),
            }
            for one in held.kinds
        ],
    }


def calibrated(found: Reliability) -> dict[str, Any]:
    """How far probabilities are what they say, as JSON."""
    bins = [
        {
            "low": one.low,
            "high": one.high,
            "count": one.answers,
            "said": round(one.said, 6),
            "right": as_told(one.right),
        }
        for one in found.bins
    ]
    return {"counted": found.counted, "error": as_told(found.error), "bins": bins}


def _scores(scores: Scores) -> dict[str, Any]:
    return {name: as_told(getattr(scores, name)) for name in ("precision", "recall", "f1")}


def as_told(figure: Range) -> list[float] | None:
    """A figure and its interval; None where there is nothing to count."""
    return None if math.isnan(figure.value) else [round(one, 6) for one in figure]
