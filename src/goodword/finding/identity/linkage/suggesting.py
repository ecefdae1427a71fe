"""From weighed pairs of descriptions to suggestions: two people, a probability, and the reasons."""

from collections import Counter
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.linkage import KEPT_APART, SUGGESTIONS
from goodword.finding.identity.linkage.model import MODEL_VERSION, REVIEW, Model
from goodword.finding.identity.linkage.weighing import Weighed, weigh

MOST_FOR_ONE_PERSON = 20
"""So many of somebody's likeliest suggestions are kept."""

_SUREST = 0.9999  # no evidence of this kind makes it certain


def suggestions(
    pairs: pa.Table,
    rows: pa.Table,
    compared_by: Model,
    *,
    kept_apart: pa.Table | None = None,
    least: float = REVIEW,
    most: int = MOST_FOR_ONE_PERSON,
) -> pa.Table:
    """Say who may be one human being, and why.

    Two people are as likely one as their likeliest two descriptions are.

    Args:
        pairs: what the lake's `compare` returned for the model; their order does not matter.
        rows: what was compared, see `comparable`.
        compared_by: the model.
        kept_apart: contract KEPT_APART; these pairs are never suggested.
        least: pairs below this probability are left out.
        most: how many suggestions a person may be in; the likeliest stay.

    Returns:
        contract SUGGESTIONS, the likeliest first, then by the two ids.
    """
    weighed = weigh(pairs, rows, compared_by)
    found = _of_people(pairs, weighed, least)
    apart = {frozenset(each.values()) for each in (kept_apart or KEPT_APART.empty()).select([0, 1]).to_pylist()}
    chosen = _chosen(found.select(["person_a", "person_b"]).to_pylist(), apart, most)
    kept = found.take(pa.array(chosen, pa.int64()))
    columns = {
        "person_a": kept["person_a"],
        "person_b": kept["person_b"],
        "probability": kept["probability"],
        "reasons": pa.array(_reasons(kept["at"].to_numpy(), weighed, compared_by), SUGGESTIONS.arrow().field(3).type),
        "model_version": pa.array([MODEL_VERSION] * kept.num_rows, pa.string()),
    }
    return pa.table(columns, schema=SUGGESTIONS.arrow())


def _of_people(pairs: pa.Table, weighed: Weighed, least: float) -> pa.Table:
    """One row for two people, the likeliest first; `at` is the pair of descriptions that stands for them."""
    left, right = pairs["person_id_l"].combine_chunks(), pairs["person_id_r"].combine_chunks()
    is_first = pc.less(left, right)
    probability = np.minimum(np.round(weighed.probability, 4), _SUREST)
    named = pa.table(
        {
            "person_a": pc.if_else(is_first, left, right),
            "person_b": pc.if_else(is_first, right, left),
            "probability": probability,
            "at": np.arange(pairs.num_rows),
        }
        | weighed.outcomes
    )
    different = pc.not_equal(named["person_a"], named["person_b"])
    likely = named.filter(pc.and_(different, pc.greater_equal(named["probability"], pa.scalar(least))))
    order: list[tuple[str, Literal["ascending", "descending"]]] = [("probability", "descending")]
    order += [(name, "ascending") for name in ("person_a", "person_b", *weighed.outcomes)]
    # Which two descriptions stand for two people must not hang on the engine's order of rows.
    ordered = likely.sort_by(order)
    placed = ordered.append_column("place", pa.array(np.arange(ordered.num_rows)))
    first = placed.group_by(["person_a", "person_b"]).aggregate([("place", "min")])["place_min"].to_numpy()
    return ordered.take(pa.array(np.sort(first), pa.int64()))


def _chosen(found: list[dict[str, str]], apart: set[frozenset[str]], most: int) -> list[int]:
    """Positions of the pairs that stay: nobody in more than `most`, nobody with whom they are kept apart from."""
    seen: Counter[str] = Counter()
    chosen: list[int] = []
    for place, pair in enumerate(found):
        first, second = pair["person_a"], pair["person_b"]
        if {first, second} in apart or max(seen[first], seen[second]) >= most:
            continue
        seen.update((first, second))
        chosen.append(place)
    return chosen


def _reasons(
    places: np.ndarray[Any, np.dtype[np.int64]], weighed: Weighed, compared_by: Model
) -> list[list[dict[str, Any]]]:
    fields = [
        (
            each.field,
            [o.code for o in each.outcomes],
            weighed.outcomes[each.field][places],
            weighed.bits[each.field][places],
        )
        for each in compared_by.comparisons
    ]
    reasons: list[list[dict[str, Any]]] = []
    for place in range(len(places)):
        said = [
            {"field": field, "compared": codes[outcomes[place]], "bits": round(float(bits[place]), 1)}
            for field, codes, outcomes, bits in fields
            if outcomes[place] >= 0
        ]
        reasons.append(sorted(said, key=lambda reason: (-abs(reason["bits"]), reason["field"])))
    return reasons
