"""Cells that no spreadsheet takes for formulas, and the way back: what was guarded is read as it was.

One apostrophe is put before a cell that begins like a formula, apostrophes before that counted in; taking one away from
every such cell gives exactly what was there.
"""

import re
from typing import Any

import pyarrow.compute

from goodword.evidence.sources.cells import Cells

_compute: Any = pyarrow.compute  # its published stubs know fewer arguments than Arrow takes

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would run it; plain numbers stay."""
    if _LIKE_A_FORMULA.match(cell) and not _PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def unguarded(cells: Cells) -> Cells:
    """The cells as they were before `guarded`."""
    before: Cells = _compute.replace_substring_regex(cells, r"^'('*[=+\-@\t\r])", r"\1")
    return before
