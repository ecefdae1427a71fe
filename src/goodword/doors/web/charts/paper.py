"""A sheet of paper to draw a chart's file on: SVG with words and marks, light colours, nothing from outside."""

import textwrap
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from goodword.doors.web.charts.marks import short

WIDTH = 800
MARGIN = 32
INNER = WIDTH - 2 * MARGIN

INK, INK_2, INK_3 = "#231b23", "#544b54", "#696269"
LINE, EDGE, PAPER = "#e1ded7", "#8a817b", "#fffefe"
PLUM, RANGE, BAND = "#7c2563", "#be78a5", "#f3d9e8"
SHADES = (PAPER, "#faeaf4", "#f3d2e5", "#e8b6d5", "#d496bd", "#be78a5")

_FONT = "Inter, 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif"
_LETTER = 0.53  # of the type size, the width of a letter on average

type Anchor = Literal["start", "middle", "end"]


@dataclass
class Paper:
    """Collects what is drawn, from the top down.

    Attributes:
        y: where the next part begins.
    """

    y: float = MARGIN
    marks: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: int = 13,
        ink: str = INK,
        bold: bool = False,
        at: Anchor = "start",
    ) -> None:
        """Write one line."""
        weight = ' font-weight="600"' if bold else ""
        anchor = f' text-anchor="{at}"' if at != "start" else ""
        style = f'font-size="{size}" fill="{ink}"{weight}{anchor}'
        self.marks.append(f'<text x="{short(x)}" y="{short(y)}" {style}>{escape(words)}</text>')

    def paragraph(self, words: str, *, size: int = 13, ink: str = INK_2, bold: bool = False) -> None:
        """Write words from margin to margin, in as many lines as they need, and move on."""
        for line in textwrap.wrap(words, width=int(INNER / (_LETTER * size))):
            self.y += size * 1.3
            self.text(MARGIN, self.y, line, size=size, ink=ink, bold=bold)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill a rectangle."""
        place = f'x="{short(x)}" y="{short(y)}" width="{short(max(width, 0))}" height="{short(height)}"'
        self.marks.append(f'<rect {place} fill="{fill}"/>')

    def line(self, path: str, *, stroke: str, width: float = 1.0, dashed: bool = False) -> None:
        """Draw a path without filling it."""
        dashes = ' stroke-dasharray="3 3"' if dashed else ""
        self.marks.append(f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{short(width)}"{dashes}/>')

    def area(self, path: str, fill: str) -> None:
        """Fill a path."""
        self.marks.append(f'<path d="{path}" fill="{fill}"/>')

    def dot(self, x: float, y: float, radius: float = 4.5) -> None:
        """Draw a dot with a rim, so that it stands out from a range."""
        rim = f'stroke="{PAPER}" stroke-width="1.5"'
        self.marks.append(f'<circle cx="{short(x)}" cy="{short(y)}" r="{short(radius)}" fill="{PLUM}" {rim}/>')

    def unknown(self, x: float, y: float, width: float, height: float) -> None:
        """Hatch what is not known."""
        self.box(x, y, width, height, "url(#unknown)")

    def svg(self, *, title: str, about: str) -> str:
        """Return the file."""
        height = short(self.y + MARGIN)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
            f'role="img" aria-labelledby="title about" font-family="{_FONT}">'
            f'<title id="title">{escape(title)}</title><desc id="about">{escape(about)}</desc>'
            '<defs><pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="{EDGE}" stroke-width="1"/></pattern></defs>'
            f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>{"".join(self.marks)}</svg>\n'
        )
