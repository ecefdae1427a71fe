"""Rows of the list: a person as lists and page heads show them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.programme.advocates.models import STATES
from goodword.programme.advocates.publishing.grouping import Wholes
from goodword.programme.advocates.publishing.risks import risks_of_people
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.spells import employments
from goodword.programme.advocates.publishing.standing import NEVER
from goodword.programme.columns import (
    Array,
    array,
    column,
    database_instants,
    json_lists,
    json_texts,
    pc,
    texts,
)

type Columns = dict[str, Sequence[Any]]

_STATES = np.array(STATES, dtype=object)
_PLAIN = ("name", "email", "title", "influence", "language", "account_id")


def listed(sheet: Sheet, low: int, high: int, pieces: Array, remarks: Array) -> Columns:
    """Return the columns of persons low..high-1.

    Args:
        sheet: everything about everybody.
        low: the first person.
        high: behind the last person.
        pieces: the evidence of their signals as JSON.
        remarks: their remarks as JSON.
    """
    rows = sheet.persons.slice(low, high - low)
    keys = column(rows, "person_keys")
    standing = sheet.standing
    ranks = {name: getattr(standing, name)[low:high].tolist() for name in ("kinds", "rank", "name_rank", "fresh_rank")}
    return {
        "generation": [sheet.generation] * (high - low),
        "person_id": sheet.person_ids.slice(low, high - low).to_pylist(),
        **{name: texts(column(rows, name)) for name in _PLAIN},
        "person_keys": json_lists(keys, json_texts(pc.list_flatten(keys))).to_pylist(),
        "account": texts(companies(sheet, low, high)),
        "account_arr": sheet.of_account("arr", low, high).to_pylist(),
        "account_currency": texts(sheet.of_account("currency", low, high)),
        "owner_email": sheet.owners.slice(low, high - low).to_pylist(),
        "pays": rows["pays"].to_pylist(),
        "left_on": rows["left_on"].cast(pa.string()).to_pylist(),
        "approximate": column(rows, "approximate").fill_null(fill_value=False).to_pylist(),
        "employments": employments(sheet.spells, low, high),
        "risks": risks_of_people(sheet, low, high),
        "state": _STATES[standing.state[low:high]].tolist(),
        **ranks,
        **_best(sheet, low, high),
        "words": _words(sheet, low, high, pieces, remarks),
        **_holds(sheet, low, high),
        "fresh_at": database_instants(_instants(standing.fresh[low:high])),
    }


def companies(sheet: Sheet, low: int, high: int) -> Array:
    """Return what the company of persons low..high-1 is called."""
    told = column(sheet.persons, "account").slice(low, high - low)
    said = pc.if_else(pc.equal(told, ""), pa.scalar(None, pa.string()), told)
    return pc.coalesce(said, sheet.of_account("name", low, high))


def _best(sheet: Sheet, low: int, high: int) -> Columns:
    best = sheet.standing.best[low:high]
    rows = sheet.likelihoods.table.take(array(best, but=best < 0))
    numbers = {f"best_{name}": rows[name].to_pylist() for name in ("likelihood", "low", "high")}
    return {"best_act": texts(column(rows, "act_kind")), **numbers}


def _words(sheet: Sheet, low: int, high: int, pieces: Array, remarks: Array) -> list[str | None]:
    """The newest good words of each, as JSON."""
    said, quoted = sheet.words.remark[low:high], sheet.words.piece[low:high]
    first_remark = int(sheet.remarks.starts[low])
    first_piece = int(sheet.evidence.starts[sheet.signals.starts[low]])
    told = remarks.take(array(said - first_remark, but=said < 0))
    words: list[str | None] = pc.coalesce(told, pieces.take(array(quoted - first_piece, but=quoted < 0))).to_pylist()
    return words


def _holds(sheet: Sheet, low: int, high: int) -> Columns:
    """What holds each of them back from everything; empty where nothing does."""
    first = sheet.holds.starts[low:high]
    some = sheet.holds.starts[low + 1 : high + 1] > first
    rows = sheet.holds.table.take(array(first, but=~some))
    everything = pc.fill_null(pc.equal(pc.fill_null(rows["act_kind"], ""), ""), fill_value=True)
    values = {}
    for name in ("code", "sentence", "until"):
        told = column(rows, name).cast(pa.string())
        values[name] = pc.if_else(column(pa.table({"all": everything}), "all"), told, pa.scalar(None, pa.string()))
    return {
        "hold_code": texts(values["code"]),
        "hold_sentence": texts(values["sentence"]),
        "hold_until": values["until"].to_pylist(),
    }


def _instants(microseconds: Wholes) -> Array:
    return pa.array(microseconds, mask=microseconds == NEVER).cast(pa.timestamp("us"))
