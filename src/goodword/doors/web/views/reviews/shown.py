"""What pages say of draws: counts and words, and nobody by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.finding.drawing.association import Association
from goodword.programme.lots.models import Draw, Eligible

LEFT_OUT: dict[str, str | Promise] = {
    "opted-out": _("opted out"),
    "denied": _("said no, or their company did"),
    "limit": _("want to be asked for nothing"),
    "never": _("answered never to a review"),
    "no-customer": _("are at no customer"),
    "left": _("left their company"),
    "no-address": _("have no address that letters reach"),
    "drawn-lately": _("were drawn for this site lately"),
}
"""Why somebody may not be drawn."""

COMPARED: dict[str, str | Promise] = {
    "nps": _("NPS"),
    "likelihood": _("Likelihood"),
    "signals": _("Kinds of signals"),
    "arr": _("Revenue of the account"),
}
"""What the drawn are compared with everybody in."""


@dataclass(frozen=True, slots=True)
class DrawShown:
    """A draw and what became of those who were drawn."""

    draw: Draw
    done: bool
    invited: int
    waiting: int
    excluded: int


def draw_shown(draw: Draw) -> DrawShown:
    """Count what became of those who were drawn."""
    drawn = Eligible.objects.drawn().filter(draw=draw)
    return DrawShown(
        draw,
        done=hasattr(draw, "done"),
        invited=drawn.filter(invitation__isnull=False).count(),
        waiting=drawn.open().count(),
        excluded=drawn.filter(exclusion__isnull=False).count(),
    )


def left_out_told(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Why so many may not be drawn, in words."""
    return [(str(LEFT_OUT.get(why, why)), many) for why, many in counts.items()]


def compared(associations: Mapping[str, Association]) -> list[tuple[str, Association]]:
    """How the drawn differ from everybody, column by column."""
    return [(str(COMPARED[name]), one) for name, one in associations.items()]


def done_draw(number: int) -> Draw:
    """A draw that was done; missing where there is none."""
    found = Draw.objects.filter(pk=number, done__isnull=False).select_related("site", "done").first()
    if found is None:
        raise Http404
    return found
