"""Numbers as people and tools write them: what a comma means is told by the whole column."""

import re

from goodword.evidence.intake.checking.faults import Fault

POINT = "."
COMMA = ","

_COIN = r"(?:[A-Z]{3}|[$€£¥])?"
_DRESSED = re.compile(rf"{_COIN}\s*(?P<minus>[-+(]?)\s*{_COIN}\s*(?P<body>[\d.,]+(?:[eE][-+]?\d+)?)\s*\)?\s*{_COIN}")
_GAPS = re.compile("(?<=\\d)[\\s\u00a0\u202f'\u2019](?=\\d{3})")
_PLAIN = re.compile(r"\d*\.?\d+(?:[eE][-+]?\d+)?|\d+\.")
_POINT_ONLY = re.compile(r"\d+\.\d+|\d{1,3}(?:,\d{3})+\.\d*|\d{1,3}(?:,\d{3}){2,}")
_COMMA_ONLY = re.compile(r"\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d*|\d{1,3}(?:\.\d{3}){2,}")
_GROUPED = {POINT: re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?"), COMMA: re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d*)?")}
_NO_NUMBER = Fault("is no number", "Write digits with a point before the decimals, such as 1234.5.")


def decimal_mark_shown(text: str) -> str | None:
    """Which decimal mark a written number can only have; None where it tells nothing."""
    found = _DRESSED.fullmatch(_GAPS.sub("", text.strip()))
    if not found:
        return None
    body = found["body"]
    if _COMMA_ONLY.fullmatch(body):
        return COMMA
    if "," in body and _POINT_ONLY.fullmatch(body):
        return POINT
    return None


def read_number(text: str, mark: str | None) -> float | Fault:
    """Read a number.

    Args:
        text: the cell; a currency sign or code, thousands marks and accountants' parentheses are understood.
        mark: the column's decimal mark; None where the column contradicts itself.
    """
    found = _DRESSED.fullmatch(_GAPS.sub("", text.strip().replace("\u2212", "-")))  # the true minus sign
    if not found:
        return _NO_NUMBER
    body = found["body"]
    if mark is None and "," in body:
        mark = decimal_mark_shown(body)
        if mark is None:
            return Fault(
                "may mean two numbers: in this column the comma stands both for decimals and for thousands",
                "Write it without thousands marks and with a point before the decimals.",
            )
    mark = mark or POINT
    if _GROUPED[mark].fullmatch(body):
        body = body.replace(COMMA if mark == POINT else POINT, "")
    if mark == COMMA:
        body = body.replace(COMMA, POINT)
    if not _PLAIN.fullmatch(body):
        return _NO_NUMBER
    number = float(body)
    if number == float("inf"):
        return _NO_NUMBER
    return -number if found["minus"] in {"-", "("} else number
