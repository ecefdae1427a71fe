"""The lines of a text with their places in it."""

from typing import NamedTuple

BREAK = "\u2029"
"""What ends a line for good in masked text: no sentence runs over it, as one runs over the ends of wrapped lines."""


class Line(NamedTuple):
    """One line.

    Attributes:
        first: offset where it begins, white space and all.
        start: offset of its first character that is no white space.
        end: offset just past its last character that is no white space.
        after: offset of the next line.
        text: its words, without white space around them: a tag before them may have left any amount of it.
    """

    first: int
    start: int
    end: int
    after: int
    text: str

    def until(self, cut: int) -> "Line":
        """The same line up to a character of its text."""
        text = self.text[:cut].rstrip()
        return self._replace(end=self.start + len(text), text=text)

    def without(self, label: int) -> "Line":
        """The same line after so many characters of its text."""
        start = min(self.start + label, self.end)
        return Line(start if label else self.first, start, self.end, self.after, self.text[label:])


def lines_of(text: str) -> list[Line]:
    """The lines of a text; together they cover it."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        words = body.lstrip()
        end = at + len(body)
        found.append(Line(at, end - len(words), end, at + len(line), words))
        at += len(line)
    return found
