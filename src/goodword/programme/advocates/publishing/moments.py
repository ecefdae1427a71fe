"""Rows of moments: one for each person about whom something good was heard lately."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from goodword.programme.advocates.publishing.said import good_remarks
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.standing import RESTING
from goodword.programme.columns import Array, column, database_instants, json_plain, pc, slice_of, texts

type Columns = dict[str, Sequence[Any]]
type Pointer = tuple[str | None, str | None]


def moments(sheet: Sheet, low: int, high: int, pieces: Array, remarks: Array) -> Columns:
    """Return the columns of the moments of persons low..high-1; `pieces` and `remarks` are theirs, as JSON."""
    urgent = [low + int(place) for place in np.flatnonzero(sheet.standing.urgency[low:high] > 0)]
    if not urgent:
        return {"generation": []}
    some = _Some.of(sheet, low, high, pieces, remarks)
    bundles = [some.bundle(person) for person in urgent]
    leads = [bundle[0] for bundle in bundles]
    standing = sheet.standing
    signal_ids = [some.signal_ids[lead] for lead in leads]
    return {
        "generation": [sheet.generation] * len(urgent),
        "person_id": [sheet.person_ids[person].as_py() for person in urgent],
        # The leading signal names the moment: raised once, it keeps its name from day to day.
        "moment_id": signal_ids,
        "signal_id": signal_ids,
        "raised_at": [some.observed_at[lead] for lead in leads],
        "kind": [some.kinds[lead] for lead in leads],
        "urgency": standing.urgency[urgent].tolist(),
        "rank": standing.moment_rank[urgent].tolist(),
        "resting": (standing.state[urgent] == RESTING).tolist(),
        "owner_email": [sheet.owners[person].as_py() for person in urgent],
        "words": [some.words(person, lead) for person, lead in zip(urgent, leads, strict=True)],
        "why": [some.why(bundle) for bundle in bundles],
        "further": [len(bundle) - 1 for bundle in bundles],
    }


@dataclass(frozen=True, slots=True)
class _Some:
    """The signals and remarks of some people as lists, counted from the first of them."""

    sheet: Sheet
    first_signal: int
    first_piece: int
    first_remark: int
    signal_ids: list[str]
    kinds: list[str]
    observed_at: list[str | None]
    recent: list[bool]
    quotes: list[str | None]
    pointers: list[Pointer]
    numbers: list[str | None]
    pieces: Array
    remarks: Array
    marked: list[tuple[Pointer, int] | None]

    @classmethod
    def of(cls, sheet: Sheet, low: int, high: int, pieces: Array, remarks: Array) -> "_Some":
        begin, end = sheet.signals.rows(low, high)
        rows = sheet.signals.slice(low, high)
        first, last = int(sheet.evidence.starts[begin]), int(sheet.evidence.starts[end])
        found = slice_of(sheet.evidence.pieces, first, last)
        instants = column(rows, "observed_at").cast("timestamp[us]").cast("int64")
        return cls(
            sheet=sheet,
            first_signal=begin,
            first_piece=first,
            first_remark=sheet.remarks.rows(low, high)[0],
            signal_ids=texts(column(rows, "signal_id")),
            kinds=texts(column(rows, "kind")),
            observed_at=database_instants(column(rows, "observed_at")),
            recent=pc.greater_equal(instants, sheet.since).fill_null(fill_value=False).to_pylist(),
            quotes=pc.struct_field(found, "quote").to_pylist(),
            pointers=_pointers(pc.struct_field(found, "table"), pc.struct_field(found, "id")),
            numbers=pc.struct_field(found, "numbers").to_pylist(),
            pieces=pieces,
            remarks=remarks,
            marked=_marked(sheet, low, high),
        )

    def bundle(self, person: int) -> list[int]:
        """The recent signals of a person, the one that leads first: the newest with words, else the newest."""
        begin, end = (int(place) - self.first_signal for place in self.sheet.signals.starts[person : person + 2])
        recent = [signal for signal in range(begin, end) if self.recent[signal]]
        lead = next((signal for signal in recent if self._quoted(signal) is not None), recent[0])
        return [lead, *(signal for signal in recent if signal != lead)]

    def words(self, person: int, lead: int) -> str | None:
        """The words of the leading signal; where the listener marked a part of the same record, that part."""
        quoted = self._quoted(lead)
        if quoted is None:
            return self._newest(person)
        begin, end = (int(place) - self.first_remark for place in self.sheet.remarks.starts[person : person + 2])
        for place in range(begin, end):
            marked = self.marked[place]
            if marked and marked[0] == self.pointers[quoted] and marked[1] < len(self.quotes[quoted] or ""):
                return str(self.remarks[place].as_py())
        return str(self.pieces[quoted].as_py())

    def why(self, bundle: list[int]) -> str:
        """What `why_now` is told from, as JSON: each kind once, with what was counted."""
        told: dict[str, dict[str, Any]] = {}
        for signal in bundle:
            if self.kinds[signal] not in told:
                told[self.kinds[signal]] = self._numbers(signal)
        return json_plain([{"kind": kind, "numbers": numbers} for kind, numbers in told.items()])

    def _pieces(self, signal: int) -> range:
        starts = self.sheet.evidence.starts
        begin, end = starts[self.first_signal + signal : self.first_signal + signal + 2]
        return range(int(begin) - self.first_piece, int(end) - self.first_piece)

    def _quoted(self, signal: int) -> int | None:
        return next((piece for piece in self._pieces(signal) if self.quotes[piece]), None)

    def _numbers(self, signal: int) -> dict[str, Any]:
        found = (json.loads(self.numbers[piece] or "{}") for piece in self._pieces(signal))
        return next((numbers for numbers in found if numbers and isinstance(numbers, dict)), {})

    def _newest(self, person: int) -> str | None:
        remark, piece = int(self.sheet.words.remark[person]), int(self.sheet.words.piece[person])
        if remark >= 0:
            return str(self.remarks[remark - self.first_remark].as_py())
        return str(self.pieces[piece - self.first_piece].as_py()) if piece >= 0 else None


def _pointers(tables: Array, ids: Array) -> list[Pointer]:
    return list(zip(tables.to_pylist(), ids.to_pylist(), strict=True))


def _marked(sheet: Sheet, low: int, high: int) -> list[tuple[Pointer, int] | None]:
    """For each good remark where it stands and how long it is; None for the others."""
    rows = sheet.remarks.slice(low, high)
    lengths = pc.utf8_length(column(rows, "quote")).fill_null(0).to_pylist()
    pointers = _pointers(column(rows, "table"), column(rows, "id"))
    good = good_remarks(rows).tolist()
    return [
        (pointer, length) if is_good else None for pointer, length, is_good in zip(pointers, lengths, good, strict=True)
    ]
