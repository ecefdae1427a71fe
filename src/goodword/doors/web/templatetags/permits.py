"""How pages say what was allowed and forbidden. `{% load permits %}`."""

from datetime import date

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.wording import (
    AUDIENCE_LABELS,
    PROOF_LABELS,
    STATE_LABELS,
    day_told,
    kind_label,
)

register = template.Library()

_TONES = {"granted": "good", "denied": "stop", "expired": "hold", "unknown": "unknown"}
_ICONS = {"granted": "check", "denied": "close", "expired": "clock"}
_STANDINGS: dict[str, str | Promise] = {
    **STATE_LABELS,
    "withdrawn": gettext_lazy("Taken back"),
    "mistake": gettext_lazy("Never said"),
    "replaced": gettext_lazy("Said anew since"),
}


@register.filter
def permit_kind(code: str | None) -> str:
    """What a kind of act is called; nothing stands for every kind."""
    return kind_label(code or "")


@register.filter
def permit_standing(standing: str) -> str:
    """What a key says, or what became of a word."""
    return str(_STANDINGS[standing])


@register.filter
def permit_tone(standing: str) -> str:
    """The colour of what a key says."""
    return _TONES.get(standing, "")


@register.filter
def permit_icon(standing: str) -> str:
    """The picture of what a key says; empty for none."""
    return _ICONS.get(standing, "")


@register.filter
def permit_proof(kind: str) -> str:
    """What a kind of proof is called."""
    return str(PROOF_LABELS.get(kind, kind))


@register.filter
def permit_day(day: date) -> str:
    """A day with its year."""
    return day_told(day)


@register.filter
def permit_limits(grant: Grant) -> list[str]:
    """What makes a word narrower than everything, each in a few words."""
    audience = str(AUDIENCE_LABELS[grant.audience]) if grant.audience else ""
    sides = (
        (grant.prospect, _("to %(what)s")),
        (grant.asset, _("only %(what)s")),
        (grant.channel, _("on %(what)s")),
        (grant.territory, _("in %(what)s")),
    )
    return [*([audience] if audience else []), *(words % {"what": value} for value, words in sides if value)]
