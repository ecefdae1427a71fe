"""Markdown as plain text of the same length: code, addresses and pictures are no words; tables fall into cells."""

import re

from goodword.finding.listening.reading.lines import BREAK, Line, lines_of

_FENCES = ("```", "~~~")
_HEADING = re.compile(r"#{1,6}(?=\s)")
_LINK = re.compile(
    r"!?\[([^\[\]\n]*+)\](?:\([^()\n]*+\)|\[[^\[\]\n]*+\])|<(?:https?:|mailto:)[^<>\s]*+>", re.IGNORECASE
)
_DEFINITION = re.compile(r"\[[^\[\]\n]{1,99}\]:\s{1,9}\S")
_RULER = frozenset("|-: \t")
_UNDERLINE = frozenset("=")
_LEAST_UNDERLINE = 3


def unmarked(words: str) -> str:
    """The words with the syntax of Markdown blanked out, each offset kept.

    Fenced code, addresses of links, link definitions and pictures are blanked; the text of a link, of headings and of
    table cells is kept, and a heading or a cell ends there. Emphasis stays: it never stands between words.
    """
    if not _seems(words):
        return words
    parts: list[str] = []
    lines = lines_of(words)
    table = _table_lines(lines) if "|" in words else frozenset()
    fence = ""
    for at, line in enumerate(lines):
        whole = words[line.first : line.after]
        opened = _fence_of(line.text)
        if fence or opened:
            closes = opened[:3] == fence[:3] and len(opened) >= len(fence) and not line.text.strip(f" {fence[:1]}")
            fence = opened if not fence else "" if closes else fence
            parts.append(_gone(line))
        elif at in table:
            parts.append(_gone(line) if _ruler(line.text) else _cells(whole, line))
        elif _HEADING.match(line.text) or _underline(line.text):
            parts.append(_ended(line))
        elif _DEFINITION.match(line.text):
            parts.append(_gone(line))
        else:
            parts.append(_linked(whole))
    return "".join(parts)


def _seems(words: str) -> bool:
    """Whether anything in the words could be Markdown that matters here."""
    return (
        "```" in words
        or "~~~" in words
        or "](" in words
        or "][" in words
        or "]:" in words
        or "#" in words
        or "|" in words
        or "===" in words
        or "<http" in words
        or "<mailto" in words
    )


def _fence_of(text: str) -> str:
    """The run of marks that opens or closes fenced code; empty where a line holds none."""
    return text[: len(text) - len(text.lstrip(text[0]))] if text.startswith(_FENCES) else ""


def _table_lines(lines: list[Line]) -> frozenset[int]:
    """The positions of the lines of tables: a head, a ruler of dashes, and rows with a bar."""
    found: set[int] = set()
    inside = False
    for at, line in enumerate(lines):
        inside = inside and "|" in line.text
        if not inside and at and "|" in lines[at - 1].text and _ruler(line.text):
            found.add(at - 1)
            inside = True
        if inside:
            found.add(at)
    return frozenset(found)


def _ruler(text: str) -> bool:
    return "|" in text and "-" in text and _RULER.issuperset(text)


def _underline(text: str) -> bool:
    return len(text) >= _LEAST_UNDERLINE and _UNDERLINE.issuperset(text)


def _cells(whole: str, line: Line) -> str:
    """A row of a table: its bars end what stands in a cell."""
    body = _linked(whole[: line.end - line.first]).replace("|", BREAK)
    return body + BREAK.ljust(line.after - line.end) if line.after > line.end else body


def _ended(line: Line) -> str:
    """A heading without its marks, ended for good."""
    body = line.text if not _underline(line.text) else " " * len(line.text)
    kept = body.lstrip("# \t")
    front = " " * (line.start - line.first + len(body) - len(kept))
    kept = kept.rstrip("#").ljust(len(kept))
    return (front + _linked(kept)) + (BREAK.ljust(line.after - line.end) if line.after > line.end else "")


def _gone(line: Line) -> str:
    """Blanks instead of a line, and its end."""
    return " " * (line.end - line.first) + (BREAK.ljust(line.after - line.end) if line.after > line.end else "")


def _linked(words: str) -> str:
    return _LINK.sub(_shown, words) if "](" in words or "][" in words or "<" in words else words


def _shown(match: re.Match[str]) -> str:
    """The text of a link between blanks; blanks for a picture and a bare address."""
    said = match.group(1)
    if said is None or match.group().startswith("!"):
        return " " * len(match.group())
    return " " + said + " " * (len(match.group()) - len(said) - 1)
