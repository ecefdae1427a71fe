"""Cells that no spreadsheet takes for a formula, and the way back: one rule for every file anybody opens.

One apostrophe is put before a cell that looks like a formula, whatever apostrophes stand before it already. So taking
one away from every such cell gives exactly what was there.
"""

import re

GUARD = "'"
"""What is put before a cell that looks like a formula."""

# What spreadsheets may skip before they look: blanks, marks nobody sees, quotes, the apostrophe of an earlier guard.
_BLANKS = "\\s\x00-\x20\x7f-\xa0\u3000"
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_QUOTES = "'\"`\u2018\u2019\u201c\u201d"
# Formulas begin with these, also in their wide, small and raised forms.
_PLAIN = "=+\\-@|"
_WIDE = "\uff1d\uff0b\uff0d\uff20\uff5c\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u2212"
_BREAKS = "\t\r\n\v\f\x85\u2028\u2029"
_RISKY = f"(?:[{_BLANKS}{_UNSEEN}{_QUOTES}]*[{_PLAIN}{_WIDE}]|{GUARD}*[{_BREAKS}])"
_LIKE_A_FORMULA = re.compile(_RISKY)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?", re.ASCII)

GUARDED = f"^{GUARD}({_RISKY})"
"""The beginning of a guarded cell, what stood there before in its group: for engines that change whole columns."""


def harmless(cell: object) -> object:
    """The value of a cell, with an apostrophe before it where a spreadsheet would run it; None becomes empty.

    A text that is a plain number stays: it is a number whoever reads it. So do values that are no texts.
    """
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else cell


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it."""
    return f"{GUARD}{text}" if _LIKE_A_FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
