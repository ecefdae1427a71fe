"""Small marks drawn on the server: numbers in, SVG out, no inline styles.

Each is drawn in a box of 0 to 100 that stretches while strokes do not, so text stays in HTML and nothing shrinks on a
phone. A mark with a label is an image with that sentence; one without stands beside the same numbers in text.
"""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

PEER_WIDTH = 64
PIP_STEP = 12


def bar(value: float, of: float, *, label: str | None = None, width: int | None = PEER_WIDTH) -> SafeString:
    """Draw a part of a whole. A whole of nothing is an empty bar."""
    share = min(max(100 * value / of, 0.0), 100.0) if of > 0 else 0.0
    marks = (
        f'<rect class="m-rest" y="2" width="100" height="6"/>'
        f'<rect class="m-bar" y="2" width="{short(share)}" height="6"/>'
    )
    return _svg(marks, label=label, height=10, width=width)


def step(share: float, *, height: int = 26) -> SafeString:
    """Draw a wide bar, a step of a funnel or a line of a bar chart, beside its number in text; share 0 to 1."""
    width = short(100 * min(max(share, 0.0), 1.0))
    rest = f'<rect class="m-rest" width="100" height="{height}"/>'
    return _svg(f'{rest}<rect class="m-bar" width="{width}" height="{height}"/>', label=None, height=height)


def interval(
    low: float, point: float, high: float, *, label: str | None = None, top: float = 1.0, height: int = 14
) -> SafeString:
    """Draw a number on a scale from 0 to `top` with its likely range; never a point without its range."""
    at = [short(100 * min(max(number / top, 0.0), 1.0)) for number in (low, point, high)]
    y = short(height / 2)
    marks = (
        f'<path class="m-track" d="M0 {y}H100"/><path class="m-range" d="M{at[0]} {y}H{at[2]}"/>'
        f'<path class="m-halo" d="M{at[1]} {y}h0"/><path class="m-dot" d="M{at[1]} {y}h0"/>'
    )
    return _svg(marks, label=label, height=height, kind=" interval")


def hatch(*, label: str = "") -> SafeString:
    """Draw what is not known: hatched, never zero."""
    told = escape(label or gettext("Not known yet"))
    return mark_safe(f'<span class="hatch" role="img" aria-label="{told}"></span>')  # noqa: S308  # escaped above


def spark(
    values: Sequence[float], *, label: str | None = None, width: int = PEER_WIDTH, height: int = 20
) -> SafeString:
    """Draw how something moved, from zero, with a dot on the last value."""
    if not values:
        return hatch()
    top = max(values) or 1
    across = 94 / max(len(values) - 1, 1)
    points = [(2 + place * across, 3 + (height - 6) * (1 - value / top)) for place, value in enumerate(values)]
    line = "M" + " ".join(f"{short(x)} {short(y)}" for x, y in points)
    (first, _), (last, at) = points[0], points[-1]
    marks = (
        f'<path class="m-area" d="{line} {short(last)} {height} {short(first)} {height}Z"/>'
        f'<path class="m-line" d="{line}"/><path class="m-dot m-last" d="M{short(last)} {short(at)}h0"/>'
    )
    return _svg(marks, label=label, height=height, width=width, kind=" spark")


def pips(used: int, of: int, *, label: str | None = None) -> SafeString:
    """Draw how many of a few are used up: filled, then open."""
    dots = "".join(
        f'<circle class="{"m-bar" if place < used else "m-ring"}" cx="{5 + place * PIP_STEP}" cy="6" '
        f'r="{"4" if place < used else "3.4"}"/>'
        for place in range(of)
    )
    width = 10 + max(of - 1, 0) * PIP_STEP
    return mark_safe(  # noqa: S308  # numbers are formatted here and the label is escaped
        f'<svg class="pips" viewBox="0 0 {width} 12" width="{width}" height="12" {_role(label)}>{dots}</svg>'
    )


def trend(
    points: Sequence[float],
    *,
    low: Sequence[float] = (),
    high: Sequence[float] = (),
    top: float,
    height: int = 140,
    grid: int = 4,
    label: str | None = None,
) -> SafeString:
    """Draw a line from zero to `top`, with the band of its likely range where there is one."""
    across = 98 / max(len(points) - 1, 1)
    place = [(1 + at * across, 100 * (1 - value / top)) for at, value in enumerate(points)]
    lines = "".join(f'<path class="m-grid" d="M0 {short(100 * at / grid)}H100"/>' for at in range(grid + 1))
    band = ""
    if low and high:
        up = " ".join(f"{short(1 + at * across)} {short(100 * (1 - value / top))}" for at, value in enumerate(high))
        back = [f"{short(1 + at * across)} {short(100 * (1 - value / top))}" for at, value in enumerate(low)]
        band = f'<path class="m-band" d="M{up} {" ".join(reversed(back))}Z"/>'
    line = " ".join(f"{short(x)} {short(y)}" for x, y in place)
    dots = "".join(f'<path class="m-dot" d="M{short(x)} {short(y)}h0"/>' for x, y in place)
    marks = f'{lines}{band}<path class="m-line" d="M{line}"/>{dots}'
    return _svg(marks, label=label, height=height, tall=100, kind=" trend")


def short(number: float) -> str:
    """Write a coordinate: two digits after the point at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _role(label: str | None) -> str:
    return f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'


def _svg(
    marks: str, *, label: str | None, height: int, width: int | None = None, kind: str = "", tall: int = 0
) -> SafeString:
    size = f'width="{width}" ' if width else ""
    fluid = "" if width else " fluid"
    return mark_safe(  # noqa: S308  # numbers are formatted here and the label is escaped
        f'<svg class="mark{fluid}{kind}" viewBox="0 0 100 {tall or height}" {size}height="{height}" '
        f'preserveAspectRatio="none" {_role(label)}>{marks}</svg>'
    )
