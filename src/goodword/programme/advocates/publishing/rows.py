"""The rows of one generation, column by column, for some people at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from django.db import models

from goodword.programme.advocates.models import STATES, Hold, Likelihood, ListedPerson, Moment, Remark, Signal
from goodword.programme.advocates.publishing.evidence import bare_evidence, pieces_of_evidence, pieces_of_remarks
from goodword.programme.advocates.publishing.listed import listed
from goodword.programme.advocates.publishing.moments import moments
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.columns import (
    Array,
    array,
    column,
    database_instants,
    json_lists,
    json_numbers,
    json_objects,
    json_texts,
    pc,
    slice_of,
    texts,
)

type Columns = dict[str, Sequence[Any]]

_STATES = np.array(STATES, dtype=object)


@dataclass(frozen=True, slots=True)
class Slice:
    """Some people, and where their rows begin and end in each table."""

    sheet: Sheet
    low: int
    high: int

    def of(self, person: "np.ndarray[Any, np.dtype[np.int64]]", begin: int, end: int) -> Columns:
        """The columns every row of a person has, for the rows from begin up to but without end."""
        return {
            "generation": [self.sheet.generation] * (end - begin),
            "person_id": self.sheet.person_ids.take(array(person[begin:end])).to_pylist(),
        }


def batches(sheet: Sheet, people: int) -> Iterator[tuple[int, list[tuple[type[models.Model], Columns]]]]:
    """Yield how many people are done, and the columns of the next `people`, by table."""
    total = sheet.persons.num_rows
    for low in range(0, total, people):
        some = Slice(sheet, low, min(low + people, total))
        yield some.high, _tables(some)


def _tables(some: Slice) -> list[tuple[type[models.Model], Columns]]:
    sheet = some.sheet
    begin, end = sheet.signals.rows(some.low, some.high)
    starts = sheet.evidence.starts
    first, last = int(starts[begin]), int(starts[end])
    found = slice_of(sheet.evidence.pieces, first, last)
    pieces = pieces_of_evidence(found, sheet.texts, slice_of(sheet.evidence.text_places, first, last))
    remarks = pieces_of_remarks(sheet.remarks.slice(some.low, some.high), sheet.texts)
    return [
        (ListedPerson, listed(sheet, some.low, some.high, pieces, remarks)),
        (Signal, _signals(some, pieces)),
        (Hold, _holds(some)),
        (Likelihood, _likelihoods(some)),
        (Remark, _remarks(some, remarks)),
        (Moment, moments(sheet, some.low, some.high, pieces, remarks)),
    ]


def _signals(some: Slice, pieces: Array) -> Columns:
    begin, end = some.sheet.signals.rows(some.low, some.high)
    rows = some.sheet.signals.slice(some.low, some.high)
    return {
        **some.of(some.sheet.signals.person, begin, end),
        **{name: texts(column(rows, name)) for name in ("signal_id", "account_id", "kind", "rule")},
        **{name: rows[name].to_pylist() for name in ("rule_version", "strength")},
        "observed_at": database_instants(column(rows, "observed_at")),
        "approximate": column(rows, "approximate").fill_null(fill_value=False).to_pylist(),
        "evidence": json_lists(column(rows, "evidence"), pieces).to_pylist(),
    }


def _holds(some: Slice) -> Columns:
    begin, end = some.sheet.holds.rows(some.low, some.high)
    rows = some.sheet.holds.slice(some.low, some.high)
    return {
        **some.of(some.sheet.holds.person, begin, end),
        **{name: texts(column(rows, name)) for name in ("hold_id", "account_id", "code", "act_kind", "sentence")},
        "observed_at": database_instants(column(rows, "observed_at")),
        **{name: column(rows, name).cast(pa.string()).to_pylist() for name in ("until", "day")},
        "evidence": bare_evidence(column(rows, "evidence")).to_pylist(),
    }


def _likelihoods(some: Slice) -> Columns:
    sheet = some.sheet
    begin, end = sheet.likelihoods.rows(some.low, some.high)
    rows = sheet.likelihoods.slice(some.low, some.high)
    known = column(rows, "known").fill_null(fill_value=False)
    nothing = pa.scalar(None, pa.float64())
    numbers = {
        name: pc.if_else(known, column(rows, name), nothing).to_pylist() for name in ("likelihood", "low", "high")
    }
    person = sheet.likelihoods.person[begin:end]
    reasons = column(rows, "reasons")
    flat = pc.list_flatten(reasons)
    reason = json_objects(
        signal_id=json_texts(pc.struct_field(flat, "signal_id")), weight=json_numbers(pc.struct_field(flat, "weight"))
    )
    return {
        **some.of(sheet.likelihoods.person, begin, end),
        "act_kind": texts(column(rows, "act_kind")),
        **numbers,
        "known": known.to_pylist(),
        "reasons": json_lists(reasons, reason).to_pylist(),
        "owner_email": sheet.owners.take(array(person)).to_pylist(),
        "state": _STATES[sheet.standing.act_state[begin:end]].tolist(),
        "rank": sheet.standing.act_rank[begin:end].tolist(),
        "kinds": sheet.standing.kinds[person].tolist(),
    }


def _remarks(some: Slice, pieces: Array) -> Columns:
    begin, end = some.sheet.remarks.rows(some.low, some.high)
    rows = some.sheet.remarks.slice(some.low, some.high)
    themes = column(rows, "themes")
    return {
        **some.of(some.sheet.remarks.person, begin, end),
        **{name: texts(column(rows, name)) for name in ("remark_id", "kind", "language")},
        "themes": json_lists(themes, json_texts(pc.list_flatten(themes))).to_pylist(),
        "at": database_instants(column(rows, "at")),
        "piece": pieces.to_pylist(),
    }
