"""The words people are shown with: which piece of evidence holds each person's newest good words."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.evidence.records.findings import GOOD
from goodword.programme.advocates.publishing.evidence import Texts
from goodword.programme.advocates.publishing.grouping import Grouped, Wholes, instants_of_column
from goodword.programme.columns import Array, array, column, pc


@dataclass(frozen=True, slots=True)
class Evidence:
    """The pieces of evidence of all signals, one after the other.

    Attributes:
        pieces: structures of the contract.
        starts: signal s's pieces are those from starts[s] up to but without starts[s + 1].
        text_places: where the text of each stands.
    """

    pieces: Array
    starts: Wholes
    text_places: Array


@dataclass(frozen=True, slots=True)
class Words:
    """For each person where their newest good words are: a row of the remarks, or a piece of evidence; -1 if none."""

    remark: Wholes
    piece: Wholes


def evidence_of(signals: Grouped, texts: Texts) -> Evidence:
    """Lay the evidence of signals out, and find the texts it stands in."""
    lists = column(signals.table, "evidence")
    pieces = pc.list_flatten(lists)
    lengths = pc.list_value_length(lists).fill_null(0).to_numpy(zero_copy_only=False)
    return Evidence(
        pieces=pieces,
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        text_places=texts.places(pc.struct_field(pieces, "table"), pc.struct_field(pieces, "id")),
    )


def good_remarks(remarks: pa.Table) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Return which remarks are good words."""
    good = pc.is_in(column(remarks, "kind"), value_set=pa.array(GOOD, pa.string()))
    return np.asarray(good.to_numpy(zero_copy_only=False), dtype=np.bool_)


def newest_words(signals: Grouped, evidence: Evidence, remarks: Grouped, texts: Texts, people: int) -> Words:
    """Find everybody's newest good words: a remark, or else what a signal quotes. Remarks go first on the same day."""
    good = np.flatnonzero(good_remarks(remarks.table))
    quotes = pc.struct_field(evidence.pieces, "quote")
    quoted = np.flatnonzero(pc.greater(pc.utf8_length(quotes).fill_null(0), 0).to_numpy(zero_copy_only=False))
    of_signal = np.repeat(np.arange(len(evidence.starts) - 1), np.diff(evidence.starts))
    said = pa.table({"at": texts.values("at", evidence.text_places.take(array(quoted)))})
    person = np.concatenate([remarks.person[good], signals.person[of_signal[quoted]]])
    at = np.concatenate([instants_of_column(remarks.table, "at")[good], instants_of_column(said, "at")])
    order = np.lexsort((np.arange(len(person)), -at.astype(np.float64), person))
    who, first = np.unique(person[order], return_index=True)
    chosen = order[first]
    from_remarks = chosen < len(good)
    words = Words(remark=np.full(people, -1, np.int64), piece=np.full(people, -1, np.int64))
    words.remark[who[from_remarks]] = good[chosen[from_remarks]]
    words.piece[who[~from_remarks]] = quoted[chosen[~from_remarks] - len(good)]
    return words
