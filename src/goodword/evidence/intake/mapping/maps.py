"""A map: a TOML file in which a user says what their files are. Read it, find the entry for a sheet, write one down."""

import json
import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.checking.moments import DAY_FIRST, MONTH_FIRST
from goodword.evidence.intake.checking.words import read_choice
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError

_KEYS = {"match", "sheet", "table", "source", "timezone", "complete", "skip", "columns", "constants", "dates"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a map says about the files that match it.

    Attributes:
        match: a pattern such as `crm/contacts*.csv`, for the file's name or the end of its path.
        sheet: a pattern for the sheet's name; empty means every sheet.
        table: the record table; empty leaves it to recognition.
        source: the source's name; empty leaves it to the caller.
        timezone: IANA time zone of instants that do not say theirs; empty means UTC.
        complete: whether nothing is mapped beside `columns`.
        skip: whether to leave the files out.
        columns: contract column -> header; an empty header means: map nothing to it.
        constants: contract column -> value of every row.
        dates: header -> `day-first` or `month-first`.
    """

    match: str
    sheet: str = ""
    table: str = ""
    source: str = ""
    timezone: str = ""
    complete: bool = False
    skip: bool = False
    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)

    def fits(self, path: Path, sheet: str) -> bool:
        """Whether this entry speaks of that sheet."""
        whole = path.as_posix()
        named = any(fnmatch(whole, pattern) for pattern in (self.match, f"*/{self.match}"))
        return (named or fnmatch(path.name, self.match)) and fnmatch(sheet, self.sheet or "*")

    def zone(self) -> ZoneInfo | None:
        """The time zone, where one is named."""
        return ZoneInfo(self.timezone) if self.timezone else None


def read_map(path: Path) -> tuple[Entry, ...]:
    """Read a map.

    Raises:
        GoodwordError: it cannot be read, or says something that makes no sense (code `bad-map`).
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _bad(path, "does not exist", "Correct the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, f"cannot be read: {error}", "Correct that line.") from error
    entries = data.get("file", [])
    if not isinstance(entries, list) or set(data) - {"file"}:
        raise _bad(path, "holds something else than [[file]] entries", "Begin each entry with [[file]].")
    return tuple(_entry(path, number, entry) for number, entry in enumerate(entries, start=1))


def _entry(path: Path, number: int, data: dict[str, Any]) -> Entry:
    where = f"entry {number} of {path.name}"
    if not isinstance(data.get("match"), str):
        raise _bad(path, f"has no match in entry {number}", 'Write match = "contacts*.csv".')
    strange = set(data) - _KEYS
    if strange:
        raise _bad(path, f"has unknown keys in entry {number}: {', '.join(sorted(strange))}", _known_keys())
    try:
        entry = Entry(**{key: _texts(value) for key, value in data.items()})
        entry.zone()
    except (ZoneInfoNotFoundError, ValueError, TypeError) as error:
        raise _bad(path, f"cannot be used: {error} in {where}", "Correct that value.") from error
    _check_names(path, number, entry)
    return entry


def _texts(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    if isinstance(value, dict):
        return {
            name: inner if isinstance(inner, str) else json.dumps(inner, default=str) for name, inner in value.items()
        }
    return value


def _check_names(path: Path, number: int, entry: Entry) -> None:
    if entry.table and entry.table not in RECORDS:
        raise _bad(path, f"names no known table in entry {number}: {entry.table}", f"Use one of: {', '.join(RECORDS)}.")
    if (entry.columns or entry.constants) and not entry.table:
        raise _bad(path, f"maps columns without a table in entry {number}", 'Write table = "people", or another table.')
    if not entry.table:
        return
    names = RECORDS[entry.table].names
    strange = [name for name in (*entry.columns, *entry.constants) if name not in names]
    if strange:
        raise _bad(
            path, f"names no column of {entry.table} in entry {number}: {strange[0]}", f"Use: {', '.join(names)}."
        )
    for name, value in entry.constants.items():
        column = RECORDS[entry.table].column(name)
        if column.choices and isinstance(read_choice(value, entry.table, column), Fault):
            raise _bad(path, f"has {name} = {value!r} in entry {number}", f"Use one of: {', '.join(column.choices)}.")
    wrong = [order for order in entry.dates.values() if order not in {DAY_FIRST, MONTH_FIRST}]
    if wrong:
        raise _bad(path, f"has dates = {wrong[0]!r} in entry {number}", f"Use {DAY_FIRST} or {MONTH_FIRST}.")


def _known_keys() -> str:
    return f"Use: {', '.join(sorted(_KEYS))}."


def _bad(path: Path, what: str, mend: str) -> GoodwordError:
    return GoodwordError(code="bad-map", sentence=f"The map {path} {what}.", mend=mend)


def map_text(entries: list[tuple[Entry, tuple[str, ...]]]) -> str:
    """Write a map down; beside each entry the headers that nothing is mapped to, as a remark."""
    return "\n".join(_entry_text(entry, spare) for entry, spare in entries)


def _entry_text(entry: Entry, spare: tuple[str, ...]) -> str:
    lines = ["[[file]]", f"match = {_toml(entry.match)}"]
    lines += [
        f"{key} = {_toml(value)}"
        for key, value in (
            ("sheet", entry.sheet),
            ("table", entry.table),
            ("source", entry.source),
            ("timezone", entry.timezone),
        )
        if value
    ]
    if entry.skip:
        lines.append("skip = true")
    if entry.complete:
        lines.append("complete = true  # nothing is mapped beside what stands here")
    for title, pairs in (("columns", entry.columns), ("constants", entry.constants), ("dates", entry.dates)):
        if pairs:
            lines += ["", f"[file.{title}]", *(f"{_toml_key(name)} = {_toml(value)}" for name, value in pairs.items())]
    if spare:
        kept = ", ".join(" ".join(name.split()) for name in spare)
        lines += ["", f"# Kept as they are, in `extra`: {kept}"]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    """A TOML string: JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_key(name: str) -> str:
    return name if name.replace("_", "").isalnum() and name.isascii() else _toml(name)
