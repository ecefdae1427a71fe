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

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from goodword.programme.columns import (
    Array,
    column,
    iso,
    joined,
    json_lists,
    json_numbers,
    json_objects,
    json_texts,
    pc,
)

AROUND = 160
"""How many characters before and after the exact words are shown at most."""

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)]*\s+|\n\s*")  # noqa: RUF001  # full stops of other scripts
_SPEAKER = re.compile(r"^\s*[^.!?:“\"]{1,60}:(?=\s|$)\s*[“\"„]?")
_JOINT = "\x1f"
_SPAN = ("table", "id", "quote", "start", "end")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that quotes stand in.

    Attributes:
        keys: what names the record of each, its table and its id.
        table: contract TEXTS, and a column `title`.
    """

    keys: Array
    table: pa.Table

    def places(self, tables: Array, ids: Array) -> Array:
        """Return for each record where its text stands; nothing where there is none."""
        return pc.index_in(joined(tables, _JOINT, ids), value_set=self.keys, skip_nulls=True)

    def values(self, name: str, places: Array) -> Array:
        """Return what a column says at these places."""
        return column(self.table, name).take(places)


def texts_by_record(texts: pa.Table) -> Texts:
    """Lay texts out by record."""
    if "title" not in texts.column_names:
        texts = texts.append_column("title", pa.nulls(texts.num_rows, pa.string()))
    return Texts(keys=joined(column(texts, "table"), _JOINT, column(texts, "id")), table=texts)


def with_speakers(remarks: pa.Table, texts: Texts) -> pa.Table:
    """Add to each remark whose it is and when it was said, and where the text stands that it is in."""
    place = texts.places(column(remarks, "table"), column(remarks, "id"))
    return (
        remarks.append_column("person_id", texts.values("person_id", place))
        .append_column("at", texts.values("at", place))
        .append_column("text_place", place)
    )


def pieces_of_evidence(evidence: Array, texts: Texts, places: Array) -> Array:
    """Return pieces of evidence with their surroundings, each as JSON.

    Args:
        evidence: structures of the contract's `evidence`, flattened.
        texts: what they may stand in.
        places: where the text of each stands among `texts`.
    """
    found = {name: pc.struct_field(evidence, name) for name in (*_SPAN, "numbers")}
    counted = _counted(found.pop("numbers"))
    return _pieces(found, texts, places, numbers=counted, language=pa.nulls(len(evidence), pa.string()))


def pieces_of_remarks(remarks: pa.Table, texts: Texts) -> Array:
    """Return remarks as pieces of evidence, each as JSON; `remarks` come from `with_speakers`."""
    found = {name: column(remarks, name) for name in _SPAN}
    numbers = pa.repeat("{}", remarks.num_rows)
    places, language = column(remarks, "text_place"), column(remarks, "language")
    return _pieces(found, texts, places, numbers=numbers, language=language)


def bare_evidence(evidence: Array) -> Array:
    """Return lists of evidence as JSON, as they are."""
    flat = pc.list_flatten(evidence)
    found = {name: pc.struct_field(flat, name) for name in (*_SPAN, "numbers")}
    plain = {name: json_numbers(found[name]) for name in ("start", "end")} | {"numbers": _counted(found["numbers"])}
    return json_lists(evidence, json_objects(**{name: json_texts(values) for name, values in found.items()} | plain))


def _counted(numbers: Array) -> Array:
    """Return what was counted as JSON objects; empty ones where nothing was."""
    told = numbers.fill_null("{}")
    return pc.if_else(pc.starts_with(told, "{"), told, "{}")


def _pieces(found: dict[str, Array], texts: Texts, places: Array, *, numbers: Array, language: Array) -> Array:
    before, after = _surroundings(found, texts, places)
    return json_objects(
        table=json_texts(found["table"]),
        id=json_texts(found["id"]),
        quote=json_texts(found["quote"]),
        start=json_numbers(found["start"]),
        end=json_numbers(found["end"]),
        numbers=numbers,
        at=json_texts(iso(texts.values("at", places))),
        channel=json_texts(texts.values("channel", places)),
        title=json_texts(texts.values("title", places)),
        before=json_texts(before),
        after=json_texts(after),
        language=json_texts(language),
    )


def _surroundings(found: dict[str, Array], texts: Texts, places: Array) -> tuple[Array, Array]:
    """The words before and after each quote; empty where its text is not at hand."""
    shown = pc.and_(places.is_valid(), found["quote"].is_valid())
    columns = [found[name].filter(shown).to_pylist() for name in ("quote", "start", "end")]
    words = texts.values("text", places.filter(shown)).to_pylist()
    around = list(_around(zip(*columns, words, strict=True)))
    nothing = pa.repeat("", len(places))
    before, after = (
        pc.replace_with_mask(nothing, shown, pa.array([pair[side] for pair in around], pa.string())) for side in (0, 1)
    )
    return before, after


def _around(
    found: "zip[tuple[str, int | None, int | None, str | None]]",
) -> Iterator[tuple[str, str]]:
    for quote, start, end, text in found:
        words = text or ""
        # Offsets that do not give these very words are of no use: better no surroundings than wrong ones.
        if quote and start is not None and end is not None and words[start:end] == quote:
            yield _before(words[:start]), _after(words[end:])
        else:
            yield "", ""


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
