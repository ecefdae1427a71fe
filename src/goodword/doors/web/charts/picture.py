"""A chart's file as a PNG picture."""

from functools import cache

import resvg_py

from goodword.kit.errors import GoodwordError

_ZOOM = 2.0  # sharp on screens with two dots a pixel, and on paper
_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="2" y="16" font-family="sans-serif">{}</text></svg>'
)


def png_of(svg: str) -> bytes:
    """Draw an SVG file as PNG, two dots a pixel.

    Raises:
        GoodwordError: the server has no font, and a chart without its words says nothing (code `no-font`).
    """
    family = _family()
    if family is None:
        raise GoodwordError(
            code="no-font",
            sentence="This server has no font to write the picture’s words with.",
            mend="Take the SVG file, or install a font on the server, as Debian’s fonts-liberation.",
            retry=False,
        )
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM, sans_serif_family=family)


_FAMILIES = ("Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Open Sans", "Roboto", "FreeSans", "Helvetica")


@cache
def _family() -> str | None:
    """A family without serifs that this server has; None where it has none.

    The renderer takes “sans-serif” for Arial, and writes nothing where that is missing.
    """
    return next((family for family in _FAMILIES if _written("x", family) != _written("", family)), None)


def _written(letter: str, family: str) -> bytes:
    return resvg_py.svg_to_bytes(svg_string=_LETTER.format(letter), sans_serif_family=family)
