"""Small marks drawn on the server: numbers in, SVG out, no inline styles.

Each is drawn in a box of 0 to 100 that stretches while strokes do not, so text stays in HTML and nothing shrinks on a
phone. A mark with a label is an image with that sentence; one without stands beside the same numbers in text.
"""

from html import escape

from django.utils.safestring import SafeString, mark_safe

PEER_WIDTH = 64


def bar(value: float, of: float, *, label: str | None = None, width: int | None = PEER_WIDTH) -> SafeString:
    """Draw a part of a whole. A whole of nothing is an empty bar."""
    share = min(max(100 * value / of, 0.0), 100.0) if of > 0 else 0.0
    marks = (
        f'<rect class="m-rest" y="2" width="100" height="6"/><rect class="m-bar" y="2" width="{_f(share)}" height="6"/>'
    )
    return _svg(marks, label=label, height=10, width=width)


def interval(low: float, point: float, high: float, *, label: str | None = None) -> SafeString:
    """Draw a share (0 to 1) with its likely range; never a point without its range."""
    at = [_f(100 * min(max(number, 0.0), 1.0)) for number in (low, point, high)]
    marks = (
        f'<path class="m-track" d="M0 7H100"/><path class="m-range" d="M{at[0]} 7H{at[2]}"/>'
        f'<path class="m-halo" d="M{at[1]} 7h0"/><path class="m-dot" d="M{at[1]} 7h0"/>'
    )
    return _svg(marks, label=label, height=14, kind=" interval")


def hatch(*, label: str = "Not known yet") -> SafeString:
    """Draw what is not known: hatched, never zero."""
    return mark_safe(f'<span class="hatch" role="img" aria-label="{escape(label)}"></span>')  # noqa: S308  # escaped above


def _svg(marks: str, *, label: str | None, height: int, width: int | None = None, kind: str = "") -> SafeString:
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    size = f'width="{width}" ' if width else ""
    fluid = "" if width else " fluid"
    return mark_safe(  # noqa: S308  # numbers are formatted here and the label is escaped
        f'<svg class="mark{fluid}{kind}" viewBox="0 0 100 {height}" {size}height="{height}" '
        f'preserveAspectRatio="none" {role}>{marks}</svg>'
    )


def _f(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
