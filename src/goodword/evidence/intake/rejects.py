"""The file of rejected rows: their original cells and why, to be corrected and loaded again as it is."""

import csv
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from goodword.kit.durable import settle

WHY = "_why"


class RejectsFile:
    """A CSV file that comes into being with its first row, and gets its name only when it is complete."""

    def __init__(self, path: Path, header: tuple[str, ...]) -> None:
        """Name the file; nothing is written yet."""
        self.path = path
        self.count = 0
        self._header = tuple(name for name in header if name != WHY)
        self._temporary = path.with_name(f".{path.name}.tmp")
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        self._file.close()
        if kind is None:
            settle(self._temporary, self.path)
        else:
            self._temporary.unlink(missing_ok=True)

    def add(self, cells: Mapping[str, str | None], why: str) -> None:
        """Write one row, with the reason in the last column."""
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._temporary.open("w", encoding="utf-8", newline="")
            csv.writer(self._file).writerow([*self._header, WHY])
        csv.writer(self._file).writerow([*(cells.get(name) or "" for name in self._header), why])
        self.count += 1
