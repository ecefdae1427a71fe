"""CSV and its kin: any usual delimiter and encoding, quoted line breaks, the physical line of every row."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from goodword.evidence.sources.files.encoding import Encoding, encoding_of, mended
from goodword.evidence.sources.files.sheet import Broken, RowGatherer, Rows, Sheet, distinct_header
from goodword.kit.errors import GoodwordError

_DELIMITERS = (",", ";", "\t", "|")
_SNIFF_CHARACTERS = 100_000
_SNIFF_ROWS = 200
_LONGEST_CELL = 16 * 1024 * 1024


def open_delimited(path: Path) -> list[Sheet]:
    """The one sheet of a delimited text file; none if it is empty.

    Raises:
        GoodwordError: its encoding cannot be told.
    """
    encoding = encoding_of(path)
    delimiter = _delimiter_of(path, encoding)
    with encoding.open(path, newline="") as file:
        first = next((record for record in _records(path, file, delimiter) if any(record[1])), None)
    if first is None:
        return []
    header = distinct_header(_readable(cell) for cell in first[1])
    return [Sheet(path, "", header, lambda: _read(path, encoding, delimiter, header))]


def _read(path: Path, encoding: Encoding, delimiter: str, header: tuple[str, ...]) -> Iterator[Rows]:
    gathered = RowGatherer(header)
    with encoding.open(path, newline="") as file:
        records = _records(path, file, delimiter)
        start = next((line for line, cells in records if any(cells)), 1)  # the header
        for start, cells in records:
            broken = _damaged_row(start, header, cells) if encoding.damaged else None
            if broken is not None:
                gathered.add_broken(broken)
            elif gathered.add(start, cells):
                yield gathered.take()
    _check_end(path, encoding, delimiter, start)
    yield gathered.take()


def _damaged_row(line: int, header: tuple[str, ...], cells: list[str]) -> Broken | None:
    """The row with cells that Windows would have read so, where some hold bytes of no encoding of the file's."""
    why = next((found.why for cell in cells if (found := mended(cell)) is not None), "")
    known = {name: _readable(cell) for name, cell in zip(header, cells, strict=False) if cell}
    return Broken(line, known, why) if why else None


def _readable(cell: str) -> str:
    found = mended(cell)
    return cell if found is None else found.text


def _records(path: Path, file: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record that is not an empty line, with the line it starts on."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(file, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise _damaged(path, start, f"cannot be read: {error}") from error


def _check_end(path: Path, encoding: Encoding, delimiter: str, start: int) -> None:
    """Refuse a file whose last record, from line `start` on, opens a quote that swallows all that follows."""
    with encoding.open(path, newline="") as file:
        text = "".join(islice(file, start - 1, None))
    if _is_open(text, delimiter):
        raise _damaged(path, start, "opens a quote that nothing closes")


def _is_open(text: str, delimiter: str) -> bool:
    """Whether a record ends inside quotes."""
    # Followed by a line of its own, a closed record stays one record and an open one swallows that line.
    return len(list(csv.reader(io.StringIO(text + "\r\nx", newline=""), delimiter=delimiter))) == 1


def _damaged(path: Path, line: int, what: str) -> GoodwordError:
    return GoodwordError(
        code="damaged-file",
        sentence=f"Line {line} of {path.name} {what}.",
        mend="Correct that line, or export the file again.",
    )


def _delimiter_of(path: Path, encoding: Encoding) -> str:
    """The delimiter under which most records have the same number of cells, more than one."""
    with encoding.open(path, newline="") as file:
        sample = file.read(_SNIFF_CHARACTERS)
    order = ("\t", ",", ";", "|") if path.suffix.lower() in {".tsv", ".tab"} else _DELIMITERS
    return max(order, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(record):
                widths.append(len(record))
            if len(widths) > _SNIFF_ROWS:
                break
    except csv.Error:
        return (0.0, 0)
    if not widths or widths[0] == 1:
        return (0.0, 0)
    usual, times = Counter(widths).most_common(1)[0]
    agreed = times / len(widths) if usual > 1 else 0.0
    return (round(agreed, 1), widths[0])
