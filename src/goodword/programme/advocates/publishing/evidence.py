"""Pieces of evidence as pages show them: the exact words, what stands around them, and where they come from.

A piece is a dictionary that rests as JSON:

    table, id       the record it stands in; id is None where it is a count over many records
    quote           the exact words, or None
    start, end      where they begin and end in the record's text
    numbers         what was counted, by name
    at              ISO time of the record, or None where it is not a text
    channel, title  how it was said, and the record's subject, where known
    language        BCP 47 tag of the words, where a listener told it
    before, after   the words around the quote, exact too, cut at the ends of sentences where possible
"""

import json
import re
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

type Piece = dict[str, Any]

AROUND = 160
"""How many characters before and after the exact words are shown at most."""

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)]*\s+|\n\s*")  # noqa: RUF001  # full stops of other scripts
_SPEAKER = re.compile(r"^\s*[^.!?:“\"]{1,60}:(?=\s|$)\s*[“\"„]?")
_JOINT = "\x1f"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that quotes stand in, by record."""

    rows: dict[str, dict[str, Any]]

    def find(self, table: str | None, record_id: str | None) -> dict[str, Any] | None:
        """Return the text of a record, or None."""
        return self.rows.get(f"{table}{_JOINT}{record_id}")


def texts_behind(texts: pa.Table, *, signals: pa.Table, remarks: pa.Table) -> Texts:
    """Keep those texts that evidence or a remark points to."""
    evidence = pa.chunked_array(pc.list_flatten(signals["evidence"]))
    pointers = pa.table({name: pc.struct_field(evidence, name) for name in ("table", "id")})
    wanted = pa.concat_arrays([_keys(pointers), _keys(remarks)])
    keys = _keys(texts)
    chosen = texts.append_column("key", keys).filter(pc.is_in(keys, value_set=wanted))
    return Texts(rows={row["key"]: row for row in chosen.to_pylist()})


def with_speakers(remarks: pa.Table, texts: pa.Table) -> pa.Table:
    """Add to each remark whose it is: the person of the text it stands in."""
    place = pc.index_in(_keys(remarks), value_set=_keys(texts))
    return remarks.append_column("person_id", texts["person_id"].combine_chunks().take(place))


def _keys(pointers: pa.Table) -> "pa.Array[Any]":
    """What names a record: its table and its id, joined."""
    both = zip(*(pointers[name].to_pylist() for name in ("table", "id")), strict=True)
    return pa.array([f"{table}{_JOINT}{record_id}" for table, record_id in both], type=pa.string())


def piece_of_evidence(evidence: dict[str, Any], texts: Texts) -> Piece:
    """Return a signal's piece of evidence with its surroundings."""
    return _piece(evidence, texts.find(evidence["table"], evidence["id"]), numbers=_numbers(evidence.get("numbers")))


def piece_of_remark(remark: dict[str, Any], text: dict[str, Any]) -> Piece:
    """Return a remark as a piece of evidence."""
    return _piece(remark, text, numbers={})


def _piece(found: dict[str, Any], text: dict[str, Any] | None, *, numbers: dict[str, Any]) -> Piece:
    piece: Piece = {name: found[name] for name in ("table", "id", "quote", "start", "end")}
    piece |= {"numbers": numbers, "at": None, "channel": None, "title": None, "before": "", "after": ""}
    piece["language"] = found.get("language")
    if text is None:
        return piece
    piece |= {"at": text["at"].isoformat() if text["at"] else None, "channel": text["channel"]}
    piece["title"] = text.get("title")
    words, start, end = text["text"] or "", found["start"], found["end"]
    # Offsets that do not give these very words are of no use: better no surroundings than wrong ones.
    if found["quote"] and start is not None and end is not None and words[start:end] == found["quote"]:
        piece |= {"before": _before(words[:start]), "after": _after(words[end:])}
    return piece


def _numbers(given: str | None) -> dict[str, Any]:
    numbers = json.loads(given) if given else {}
    return numbers if isinstance(numbers, dict) else {}


def _before(words: str) -> str:
    """The end of what stands before in the same line, from a sentence's beginning on where there is one within reach.

    Another line may be another voice: a colleague of ours in a call, a mail that is quoted. A speaker's name at the
    beginning of the line is no words of theirs.
    """
    line = words.rpartition("\n")[2]
    if len(line) <= AROUND:
        return _SPEAKER.sub("", line).lstrip()
    near = line[-AROUND:]
    ends = [found.end() for found in _SENTENCE_END.finditer(near)]
    return near[ends[0] :] if ends else near.split(" ", 1)[-1]


def _after(words: str) -> str:
    """The beginning of what stands after in the same line, up to a sentence's end where there is one within reach."""
    line = words.partition("\n")[0]
    if len(line) <= AROUND:
        return line.rstrip()
    near = line[:AROUND]
    ends = [found.end() for found in _SENTENCE_END.finditer(near)]
    return near[: ends[-1]].rstrip() if ends else near.rsplit(" ", 1)[0]
