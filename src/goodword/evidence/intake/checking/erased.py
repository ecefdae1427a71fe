"""Rows about somebody who asked to be erased, known before anything else is looked at."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from goodword.evidence.intake.checking.rows import Rejection, Shape

type WasErased = Callable[[str, str, list[str]], bool]
"""Whether a row is about somebody who was erased: its source, its key of a person, and the addresses in it."""

_KEY, _ADDRESSES = "person_key", ("email", "emails")
_ADDRESS = re.compile(r"[^\s<>\"'(),;:|\[\]{}=]+@[^\s<>\"'(),;:|\[\]{}=]+")

REASON = "is about a person who asked to be erased"
MEND = "Nothing of the row was kept. Leave them out of the next export."


@dataclass(frozen=True, slots=True)
class Gate:
    """Tells rows about people who were erased, in one sheet.

    Attributes:
        shape: how its cells become rows.
        was_erased: who asked to be erased; None where nobody did.
    """

    shape: Shape
    was_erased: WasErased | None

    def names_erased(self, cells: Mapping[str, str | None]) -> bool:
        """Whether what names a person in a row names one who was erased."""
        if self.was_erased is None:
            return False
        headers = self.shape.headers
        found = [cells.get(headers.get(column, "")) or "" for column in _ADDRESSES]
        return self._asked(cells, found)

    def holds_erased(self, cells: Mapping[str, str | None]) -> bool:
        """Whether any cell of a row does: for rows that are kept aside as they arrived."""
        return self.was_erased is not None and self._asked(cells, [cell or "" for cell in cells.values()])

    @property
    def columns(self) -> list[str]:
        """The headers that `names_erased` looks at."""
        named = [self.shape.headers.get(column, "") for column in (_KEY, *_ADDRESSES)]
        return [header for header in (*named, self.shape.source_header) if header]

    def _asked(self, cells: Mapping[str, str | None], texts: list[str]) -> bool:
        if self.was_erased is None:
            return False
        source = (cells.get(self.shape.source_header) or "").strip() or self.shape.source
        key = (cells.get(self.shape.headers.get(_KEY, "")) or "").strip()
        return self.was_erased(source, key, list(_addresses(texts)))


def _addresses(texts: list[str]) -> Iterator[str]:
    for text in texts:
        if "@" in text:
            yield from (found.strip(".") for found in _ADDRESS.findall(text))


def erased_row(line: int) -> Rejection:
    """Why such a row is not taken; it names nobody."""
    return Rejection(line, "", "", "", REASON, MEND)
