"""The lines of a text with their places in it."""

from typing import NamedTuple


class Line(NamedTuple):
    """One line.

    Attributes:
        start: offset of its first character.
        end: offset just past its last character that is no white space.
        after: offset of the next line.
        text: its words, without white space at the end.
    """

    start: int
    end: int
    after: int
    text: str

    def until(self, cut: int) -> "Line":
        """The same line up to a character."""
        text = self.text[:cut].rstrip()
        return Line(self.start, self.start + len(text), self.after, text)

    def without(self, label: int) -> "Line":
        """The same line after so many characters."""
        start = min(self.start + label, self.end)
        return Line(start, self.end, self.after, self.text[label:])


def lines_of(text: str) -> list[Line]:
    """The lines of a text; together they cover it."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        found.append(Line(at, at + len(body), at + len(line), body))
        at += len(line)
    return found
