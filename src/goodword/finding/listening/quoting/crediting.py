"""Whose words a text quotes: a quotation with a line under it that names who said it."""

import re
from bisect import bisect_right
from typing import NamedTuple

from goodword.finding.listening.quoting.bylines import LONGEST, NOTHING, bylines_in

_LONGEST_QUOTE = 3_000  # characters between the marks
_OPENING = {'"': '"', "”": "“", "“": "„", "»": "«", "«": "»"}
_CLOSED = re.compile(
    r"(?P<mark>[\"“”«»])[ \t]{0,8}"
    r"(?:(?P<below>(?:[\r\n\u2029][ \t]{0,8}){1,4})(?P<dash>[-–—~]{1,3}[ \t]?)?|[–—]{1,2}|-{1,2}[ \t])(?=\S)"
)
_BREAK = re.compile(r"[\r\n\u2029]")


class Credit(NamedTuple):
    """A stretch of a text and who is said to have said it."""

    start: int
    end: int
    name: str


def credits_in(words: str) -> list[Credit]:
    """The quotations in a text under which somebody is named, in order.

    A line directly under closing quotation marks counts where it names a person with a job or a company, or begins with
    a dash and names a person; on the line of the marks only after a dash.
    """
    found = []
    for match in _CLOSED.finditer(words):
        cut = _BREAK.search(words, match.end(), match.end() + LONGEST + 1)
        line = words[match.end() : cut.start() if cut else match.end() + LONGEST + 1]
        by = bylines_in(line)
        if not by or by[0].name == NOTHING:
            continue
        placed = by[0].title != NOTHING or by[0].company != NOTHING
        if not placed and match["below"] is not None and match["dash"] is None:
            continue
        start = words.rfind(_OPENING[match["mark"]], max(0, match.start() - _LONGEST_QUOTE), match.start())
        if start >= 0:
            found.append(Credit(start, match.start(), line[slice(*by[0].name)]))
    return found


def credited(start: int, known: list[Credit]) -> str:
    """Who is named for the words that begin here; empty where nobody is."""
    at = bisect_right(known, start, key=lambda credit: credit.end)
    return known[at].name if at < len(known) and known[at].start <= start else ""
