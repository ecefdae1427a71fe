"""What the parts of pages call: parts of forms, notes and tables, and how htmx swaps a page's main part."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from goodword.doors.web.charts import marks
from goodword.doors.web.taking_along import offers

register = template.Library()

_NOTE_ICONS = {"hold": "rest", "stop": "warn", "good": "check"}
_BOOST = (
    'hx-boost="true" hx-target="#main" hx-select="#main" hx-swap="outerHTML show:window:top" '
    'hx-select-oob="#nav,#toasts"'
)


@register.simple_tag
def boost() -> SafeString:
    """Let the links and forms inside swap `<main>` alone, where there is a script; every answer is a whole page."""
    return mark_safe(_BOOST)  # noqa: S308  # a constant


@register.filter
def note_icon(kind: str) -> str:
    """The picture of a kind of note."""
    return _NOTE_ICONS.get(kind.split(" ", maxsplit=1)[0], "info")


@register.filter
def field_kind(field: BoundField) -> str:
    """How a form's field is laid out: hidden, tick, choices or plain."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "choices" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else "plain"


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """Draw a field's control in our clothes; Django points it to its hint and its errors."""
    given = field.field.widget.attrs
    known = {} if isinstance(field.field.widget, forms.CheckboxInput) else {"class": given.get("class", "input")}
    return field.as_widget(attrs=known)


@register.filter
def beside(heads: Sequence[object], row: Sequence[object]) -> Iterator[tuple[object, object]]:
    """Pairs of a table's heads and the cells of a row."""
    return zip_longest(heads, row, fillvalue="")


@register.simple_tag
def pips(used: int, of: int) -> SafeString:
    """Draw how many of a few are used up; the words stand beside it."""
    return marks.pips(used, of)


@register.simple_tag
def spark(values: Sequence[float], label: str = "") -> SafeString:
    """Draw how something moved."""
    return marks.spark(values, label=label or None)


@register.inclusion_tag("web/parts/exports.html", takes_context=True)
def exports(context: Context, *routes: str, **named: str) -> dict[str, Any]:
    """Offer lists as files, narrowed as the page is, to those who may take them along; to others nothing."""
    return {"menu": "export", "offers": offers(context["request"], routes, named)}
