"""What the Measures page shows, counted once at publication: numbers about many people, never about one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.findings import Findings

MONTHS = 12
SEGMENTS = 8
"""How many segments are told apart, the largest first; the others are one."""
FEWEST = 5
"""Fewer people than this are not told: numbers about so few would say something about one of them."""

_BY_LOT = "review"  # goes out by lot, so it carries no likelihood

type Wholes = npt.NDArray[np.int64]


def figures(findings: Findings, *, as_of: date) -> dict[str, Any]:
    """Count what Measures shows; the result rests as JSON in `Generation.counts["figures"]`.

    Returns:
        known: how many people are known.
        speaking: how many of them have a signal.
        months: the last 12 months, the newest last, as "2026-11".
        signals: by kind, how many signals were observed in each of these months.
        likelihood: by act kind {"people", "low", "median", "high"}, the middle half of those of whom it is known;
            {"people": None} where they are fewer than 5.
        segments: [{"name", "people", "kinds"}], the largest first; "" is not known, None stands for all others. A
            number of people is None where it is 1 to 4, and where it could be worked out from the others.
    """
    ids = pc.cast(findings.persons["person_id"], pa.string()).combine_chunks()
    signals = findings.signals.select(["person_id", "kind", "observed_at"])
    person = _places(signals["person_id"], ids)
    signals, person = signals.filter(pa.array(person >= 0)), person[person >= 0]
    kind = _places(signals["kind"], pa.array(SIGNAL_KINDS))
    months = _months(as_of)
    return {
        "known": len(ids),
        "speaking": len(_once(person, len(ids))),
        "months": months,
        "signals": _by_month(signals, kind, months),
        "likelihood": _likelihood(findings.likelihoods, ids),
        "segments": _segments(findings, person, kind),
    }


def _places(values: "pa.ChunkedArray[Any]", among: "pa.Array[Any]") -> Wholes:
    """Where each value stands among others; -1 where it does not."""
    return np.asarray(pc.index_in(values, value_set=among).fill_null(-1).to_numpy(), dtype=np.int64)


def _once(places: Wholes, below: int) -> Wholes:
    """Each of these places once, in order; several times faster than sorting them."""
    seen = np.zeros(below, dtype=np.bool_)
    seen[places] = True
    return np.flatnonzero(seen).astype(np.int64)


def _months(as_of: date) -> list[str]:
    last = as_of.year * 12 + as_of.month - 1
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(last - MONTHS + 1, last + 1)]


def _by_month(signals: pa.Table, kind: Wholes, months: Sequence[str]) -> dict[str, list[int]]:
    years, numbers = (part(signals["observed_at"]).fill_null(0).to_numpy() for part in (pc.year, pc.month))
    first = int(months[0][:4]) * 12 + int(months[0][5:])
    at = np.asarray(years, dtype=np.int64) * 12 + np.asarray(numbers, dtype=np.int64) - first
    within = (at >= 0) & (at < len(months)) & (kind >= 0)
    counted = np.bincount(kind[within] * len(months) + at[within], minlength=len(SIGNAL_KINDS) * len(months))
    rows = counted.reshape(len(SIGNAL_KINDS), len(months)).tolist()
    return dict(zip(SIGNAL_KINDS, rows, strict=True))


def _likelihood(likelihoods: pa.Table, ids: "pa.Array[Any]") -> dict[str, dict[str, Any]]:
    known = likelihoods.filter(pc.and_(likelihoods["known"], pc.is_in(likelihoods["person_id"], value_set=ids)))
    found: dict[str, dict[str, Any]] = {}
    for act in ACT_KINDS:
        if act == _BY_LOT:
            continue
        numbers = known.filter(pc.equal(known["act_kind"], pa.scalar(act)))["likelihood"].drop_null().to_numpy()
        if len(numbers) < FEWEST:
            found[act] = {"people": None}
            continue
        low, median, high = (float(one) for one in np.quantile(numbers, (0.25, 0.5, 0.75)))
        found[act] = {"people": len(numbers), "low": low, "median": median, "high": high}
    return found


def _segments(findings: Findings, person: Wholes, kind: Wholes) -> list[dict[str, Any]]:
    segment, names = _segment_of_everybody(findings)
    people = np.bincount(segment, minlength=len(names))
    pairs = _once(person * len(SIGNAL_KINDS) + kind, len(segment) * len(SIGNAL_KINDS))
    cells = segment[pairs // len(SIGNAL_KINDS)] * len(SIGNAL_KINDS) + pairs % len(SIGNAL_KINDS)
    counted = np.bincount(cells, minlength=len(names) * len(SIGNAL_KINDS)).reshape(len(names), len(SIGNAL_KINDS))
    shown = ~_too_few(np.column_stack([people, counted]))
    rows = []
    for place, name in enumerate(names):
        kinds = [int(counted[place, at]) if shown[place, at + 1] else None for at in range(len(SIGNAL_KINDS))]
        total = int(people[place]) if shown[place, 0] else None
        rows.append({"name": name, "people": total, "kinds": dict(zip(SIGNAL_KINDS, kinds, strict=True))})
    return rows


def _segment_of_everybody(findings: Findings) -> tuple[Wholes, list[str | None]]:
    """Which segment each person's account is in, and the names of these segments, the largest first."""
    account = _places(
        findings.persons["account_id"], pc.cast(findings.accounts["account_id"], pa.string()).combine_chunks()
    )
    named = [*(name or "" for name in findings.accounts["segment"].to_pylist()), ""]
    all_names = sorted(set(named))
    number = {name: place for place, name in enumerate(all_names)}
    of_account = np.array([number[name] for name in named], dtype=np.int64)
    segment = of_account[account]  # -1, no account known, is the last one: no segment known
    sizes = np.bincount(segment, minlength=len(all_names))
    order = [int(place) for place in np.lexsort((np.arange(len(sizes)), -sizes)) if sizes[place]]
    kept, others = order[:SEGMENTS], order[SEGMENTS:]
    renumber = np.full(len(all_names), len(kept), dtype=np.int64)
    renumber[kept] = np.arange(len(kept))
    names: list[str | None] = [all_names[place] for place in kept]
    return renumber[segment], names + ([None] if others else [])


def _too_few(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Say which numbers are not told: those under 5, and where one stands alone in its column the next smallest.

    The sum of a column is told elsewhere; one number that is missing could be worked out from it.
    """
    hidden = (numbers > 0) & (numbers < FEWEST)
    for at in range(numbers.shape[1]):
        others = np.flatnonzero((numbers[:, at] > 0) & ~hidden[:, at])
        if hidden[:, at].sum() == 1 and len(others):
            hidden[others[np.argmin(numbers[others, at])], at] = True
    return hidden
