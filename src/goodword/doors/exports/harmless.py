"""Cells that no spreadsheet takes for a formula: one rule for every file and every command that writes CSV."""

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
_LIKE_A_FORMULA = re.compile(f"[{_BLANKS}{_UNSEEN}{_QUOTES}]*[{_PLAIN}{_WIDE}]")
_BREAKS = re.compile("[\t\r\n\v\f\x85\u2028\u2029]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def harmless(cell: object) -> object:
    """The value of a cell, with an apostrophe before it where a spreadsheet would run it; None becomes empty.

    A text that is a plain number stays: it is a number whoever reads it. So do values that are no texts.
    """
    if cell is None:
        return ""
    if not isinstance(cell, str) or not cell or _NUMBER.fullmatch(cell):
        return cell
    return f"{GUARD}{cell}" if _LIKE_A_FORMULA.match(cell) or _BREAKS.match(cell) else cell
