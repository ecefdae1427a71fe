"""What the pages of the data call: counts as people read them, and what became of rows as one bar."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from goodword.doors.web import wording

register = template.Library()


@register.filter(name="grouped")
def grouped_count(count: int | None) -> str:
    """A count in digits, in groups of three."""
    return wording.grouped(f"{count or 0:,}")


@register.simple_tag
def outcome(new: int, changed: int, same: int, rejected: int) -> SafeString:
    """Draw what became of rows: new, changed and the same one after the other, the rejected ones hatched."""
    total = new + changed + same + rejected
    words = _("%(new)s new, %(changed)s changed, %(same)s as before, %(rejected)s rejected") % {
        "new": new,
        "changed": changed,
        "same": same,
        "rejected": rejected,
    }
    at, marks = 0.0, ""
    for kind, count in (("m-bar", new), ("m-bar-2", changed), ("m-rest", same)):
        width = 100 * count / total if total else 0.0
        marks += f'<rect class="{kind}" x="{at:.2f}" width="{width:.2f}" height="12"/>'
        at += width
    return mark_safe(  # noqa: S308  # numbers are formatted here and the label is escaped
        f'<svg class="mark fluid on-hatch" viewBox="0 0 100 12" height="12" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(words)}">{marks}</svg>'
    )
