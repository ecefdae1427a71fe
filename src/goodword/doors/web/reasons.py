"""How a likelihood comes about, step by step, in figures that add up to the number shown."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Names = dict[str, tuple[str | Promise, datetime | None]]
"""What to call a signal or a hold, and when it happened, by id."""

BASE = "base"
_ELSE = _("An earlier ask, answer or act")


@dataclass(frozen=True, slots=True)
class Reason:
    """One step.

    Attributes:
        label: what it is.
        at: when it happened, where known.
        weight: what it adds on the scale of log odds.
        points: what it adds in whole points of per cent, after the steps before it.
        after: the per cent reached with it.
    """

    label: str | Promise
    at: datetime | None
    weight: float
    points: int
    after: int


def explain(reasons: list[dict[str, Any]], names: Names) -> list[Reason]:
    """Turn weights on the scale of log odds into steps of per cent; the last step's `after` is the number shown.

    The base rate comes first, then what weighs most. Weights add up in any order; the points of a step depend on the
    steps before it, which is why the weight stands beside them.
    """
    ordered = sorted(reasons, key=lambda one: (one["signal_id"] != BASE, -abs(one["weight"]), one["signal_id"]))
    steps, total, before = [], 0.0, 0
    for one in ordered:
        total += one["weight"]
        after = round(100 / (1 + math.exp(-total)))
        label, at = names.get(one["signal_id"], (_ELSE, None))
        if one["signal_id"] == BASE:
            label, at = _("What is usual for this kind of act"), None
        steps.append(Reason(label=label, at=at, weight=one["weight"], points=after - before, after=after))
        before = after
    return steps
