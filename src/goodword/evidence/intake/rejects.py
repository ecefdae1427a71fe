"""The file of rejected rows: their original cells and why, to be corrected and loaded again as it is.

Beside it, hidden from loads of the whole folder, lies the same in parts, for pages that sort rows by what is wrong.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from goodword.evidence.intake.checking.rows import Rejection
from goodword.kit.durable import settle
from goodword.kit.harmless import guarded

WHY = "_why"


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be taken: its cells by header, and everything that is wrong with it."""

    cells: dict[str, str]
    faults: tuple[Rejection, ...]


class RejectsFile:
    """A CSV file that comes into being with its first row, and gets its name only when it is complete."""

    def __init__(self, path: Path, header: tuple[str, ...]) -> None:
        """Name the file; nothing is written yet."""
        self.path = path
        self.count = 0
        self._header = tuple(name for name in header if name != WHY)
        self._finals = (parts_of(path), path)  # the file that is shown gets its name last
        self._temporaries = tuple(final.with_name(f".{final.name.lstrip('.')}.tmp") for final in self._finals)
        self._files: tuple[TextIO, TextIO] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._files is None:
            return
        for file in self._files:
            file.close()
        for temporary, final in zip(self._temporaries, self._finals, strict=True):
            if kind is None:
                settle(temporary, final)
            else:
                temporary.unlink(missing_ok=True)

    def add(self, cells: Mapping[str, str | None], faults: list[Rejection]) -> None:
        """Write one row, with the reasons in the last column."""
        if self._files is None:
            self._files = self._opened()
        parts, rows = self._files
        known = {name: cells.get(name) or "" for name in self._header}
        why = " / ".join(fault.sentence() for fault in faults)
        csv.writer(rows).writerow([guarded(cell) for cell in (*known.values(), why)])
        told = {"cells": known, "faults": [asdict(fault) for fault in faults]}
        parts.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")
        self.count += 1

    def _opened(self) -> tuple[TextIO, TextIO]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        parts, rows = (path.open("w", encoding="utf-8", newline="") for path in self._temporaries)
        csv.writer(rows).writerow([*(guarded(name) for name in self._header), WHY])
        return parts, rows


def read_rejects(path: Path) -> Iterator[RejectedRow]:
    """The rows of a file of rejected rows, one after the other; none where the parts beside it are gone."""
    try:
        with parts_of(path).open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield RejectedRow(row["cells"], tuple(Rejection(**fault) for fault in row["faults"]))
    except FileNotFoundError:
        return


def parts_of(path: Path) -> Path:
    """The same rows in parts, hidden beside a file of rejected rows."""
    return path.with_name(f".{path.stem}.parts.jsonl")
