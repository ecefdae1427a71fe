"""One column of cells becomes typed values: whole columns at once where the spelling is plain, else value by value."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.checking.lists import domain_of, read_list
from goodword.evidence.intake.checking.moments import Moment, read_moment
from goodword.evidence.intake.checking.numbers import COMMA, read_number
from goodword.evidence.intake.checking.words import NOTHING, UNKNOWN, act_kind, read_choice, read_yes_no
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import DAY, INSTANT, LIST, NUMBER, TEXT, WHOLE, YES_NO, Column
from goodword.evidence.sources.cells import (
    Cells,
    all_end_with,
    all_finite,
    constant,
    each_distinct,
    least,
    spread,
    translated,
    trimmed,
    unless_blank,
    without,
)

# Offsets of quotes point into these: they stay exactly as they came.
_PROSE = frozenset({"text", "comment", "subject", "note", "goal"})
_DOMAINS = frozenset({"domains", "prospect_domain"})
_ACT_KINDS = frozenset({("asks", "kind"), ("acts", "kind")})
_MOST = 2**63 - 1
_FAR_PAST = "1900"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one column is to be read.

    Attributes:
        order: which comes first in days such as 03/04/2026, day or month; None where nothing tells.
        mark: the decimal mark; None where the column contradicts itself.
        zone: the time zone of instants that do not say theirs; None for UTC.
    """

    order: str | None = None
    mark: str | None = "."
    zone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A column's values, null where a cell is empty or faulty, and its faults by row.

    Attributes:
        values: in the contract's type.
        faults: by the row's place in the batch.
        zones: for instants, the zone or offset as written.
    """

    values: Cells
    faults: dict[int, Fault] = field(default_factory=dict)
    zones: Cells | None = None


def parse_column(table: str, column: Column, cells: Cells, reading: Reading) -> Parsed:
    """Read a column's cells under its contract."""
    if column.name in _PROSE:
        return Parsed(unless_blank(cells))
    cells = trimmed(cells)
    if column.choices:
        return _by_value(without(cells, UNKNOWN), pa.string(), lambda text: read_choice(text, table, column))
    if column.type == TEXT:
        return Parsed(_text(table, column, cells))
    if column.type == LIST:
        return _list(column, without(cells, NOTHING))
    return _READERS[column.type](without(cells, NOTHING), reading)


def _text(table: str, column: Column, cells: Cells) -> Cells:
    name = column.name
    if name in _DOMAINS:
        return translated(cells, domain_of)
    if (table, name) in _ACT_KINDS:
        return translated(cells, act_kind)
    names_something = name.endswith(("_id", "_key", "email")) or name in RECORDS[table].identity
    return without(cells, NOTHING) if names_something else cells


def _by_value(cells: Cells, kind: pa.DataType, read: Callable[[str], Any]) -> Parsed:
    """Read every distinct cell once."""
    words, places = each_distinct(cells)
    read_words = [None if word is None else read(word) for word in words]
    values = [None if isinstance(value, Fault) else value for value in read_words]
    return Parsed(spread(values, places, kind), _faults(read_words, places))


def _faults(read_words: list[Any], places: Cells) -> dict[int, Fault]:
    wrong = {place for place, value in enumerate(read_words) if isinstance(value, Fault)}
    if not wrong:
        return {}
    return {row: read_words[place] for row, place in enumerate(places.to_pylist()) if place in wrong}


def _list(column: Column, cells: Cells) -> Parsed:
    def read(text: str) -> list[str] | Fault:
        items = read_list(text)
        if isinstance(items, Fault) or column.name not in _DOMAINS:
            return items
        return [domain_of(item) for item in items]

    return _by_value(cells, pa.list_(pa.string()), read)


def _yes_no(cells: Cells, _: Reading) -> Parsed:
    return _by_value(without(cells, UNKNOWN), pa.bool_(), read_yes_no)


def _numbers(cells: Cells, reading: Reading) -> Parsed:
    plain = _plain_numbers(cells, pa.float64(), reading)
    if plain is not None and all_finite(plain):
        return Parsed(plain)
    return _by_value(cells, pa.float64(), lambda text: read_number(text, reading.mark))


def _wholes(cells: Cells, reading: Reading) -> Parsed:
    plain = _plain_numbers(cells, pa.int64(), reading)
    if plain is not None:
        return Parsed(plain)
    return _by_value(cells, pa.int64(), lambda text: _whole(text, reading.mark))


def _plain_numbers(cells: Cells, kind: pa.DataType, reading: Reading) -> Cells | None:
    if reading.mark == COMMA:
        return None
    try:
        return cells.cast(kind)
    except pa.ArrowInvalid:
        return None


def _whole(text: str, mark: str | None) -> int | Fault:
    if text.lstrip("-").isascii() and text.lstrip("-").isdigit():
        number: float | Fault = int(text)
    else:
        number = read_number(text, mark)
    if isinstance(number, Fault):
        return number
    if number != int(number):
        return Fault("is no whole number", "Write it without decimals.")
    if abs(number) > _MOST:
        return Fault("is too large", "Write a number of at most 18 digits.")
    return int(number)


def _days(cells: Cells, reading: Reading) -> Parsed:
    try:
        days = cells.cast(pa.date32())
    except pa.ArrowInvalid:
        pass
    else:
        if _none_before(cells):
            return Parsed(days)

    def read(text: str) -> date | Fault:
        moment = read_moment(text, reading.order)
        return moment.day() if isinstance(moment, Moment) else moment

    return _by_value(cells, pa.date32(), read)


def _instants(cells: Cells, reading: Reading) -> Parsed:
    plain = _plain_instants(cells, reading)
    if plain is not None:
        return plain
    words, places = each_distinct(cells)
    moments = [None if word is None else read_moment(word, reading.order) for word in words]
    values: list[datetime | None] = []
    for place, moment in enumerate(moments):
        try:
            values.append(moment.utc(reading.zone) if isinstance(moment, Moment) else None)
        except OverflowError:
            values.append(None)
            moments[place] = Fault("is no day that can be read", "Correct the year.")
    zones = [moment.zone or None if isinstance(moment, Moment) else None for moment in moments]
    return Parsed(
        values=spread(values, places, pa.timestamp("us")),
        faults=_faults(moments, places),
        zones=spread(zones, places, pa.string()),
    )


def _plain_instants(cells: Cells, reading: Reading) -> Parsed | None:
    """ISO instants that all end in Z, or none with a zone; None where a column is spelled otherwise."""
    if not _none_before(cells):
        return None
    zulu = all_end_with(cells, "Z") and cells.null_count < len(cells)
    if not zulu and reading.zone is not None:
        return None
    try:
        if not zulu:
            return Parsed(cells.cast(pa.timestamp("us")), zones=pa.nulls(len(cells), pa.string()))
        values = cells.cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us"))
    except pa.ArrowInvalid:
        return None
    return Parsed(values, zones=constant(cells, "Z"))


def _none_before(cells: Cells) -> bool:
    """Whether no ISO day among the cells lies before the years that are taken."""
    first = least(cells)
    return first is None or first >= _FAR_PAST


_READERS: dict[str, Callable[[Cells, Reading], Parsed]] = {
    NUMBER: _numbers,
    WHOLE: _wholes,
    YES_NO: _yes_no,
    DAY: _days,
    INSTANT: _instants,
}
