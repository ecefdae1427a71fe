"""Why now: the facts behind a moment, one short line each, in the language of the reader.

A moment keeps the kinds of its signals and what the finders counted, [{"kind", "numbers"}]; the words are made here.
"""

from collections.abc import Callable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.programme.advocates.wording import SIGNALS

type Fact = dict[str, Any]
type Numbers = dict[str, Any]

_DIGITS = 4


def why_now(told: list[dict[str, Any]]) -> list[Fact]:
    """Return the lines for what a moment keeps, in its order; {"bold", "text", "icon", "bar"}."""
    facts: list[Fact] = []
    for one in told:
        # Moments that were published before kinds and numbers were kept hold their lines as they were said then.
        facts += [one] if "bold" in one else _facts(one["kind"], one["numbers"])
    return facts


def in_one_line(fact: Fact) -> str:
    """Say a fact without its picture."""
    return f"{fact['bold']} {fact['text']}".strip()


def spoken_number(value: float) -> str:
    """Say a number that was counted or given: whole ones without a fraction."""
    rounded = round(value, _DIGITS)
    return str(number_format(int(rounded) if rounded == int(rounded) else rounded))


def _facts(kind: str, numbers: Numbers) -> list[Fact]:
    facts = _TELL[kind](numbers)
    return facts or [_fact(str(SIGNALS[kind].label), "", SIGNALS[kind].icon)]


def _fact(bold: str, text: str, icon: str, bar: list[float] | None = None) -> Fact:
    return {"bold": bold, "text": text, "icon": icon, "bar": bar}


def _promoter(numbers: Numbers) -> list[Fact]:
    facts = []
    if "score" in numbers:
        facts.append(_fact(f"NPS {spoken_number(numbers['score'])}", _("is their latest answer"), "nps"))
    if earlier := int(numbers.get("earlier") or 0):
        bold = _("%(count)s earlier") % {"count": earlier}
        facts.append(_fact(bold, ngettext("promoter answer", "promoter answers", earlier), "nps"))
    if numbers.get("mismatch"):
        facts.append(_fact(_("Comment and score disagree:"), _("read it before you thank"), "warn"))
    return facts


def _super_user(numbers: Numbers) -> list[Fact]:
    facts = []
    used, opened = numbers.get("features_used"), numbers.get("features_open")
    if used and opened:
        bold = _("%(used)s of %(open)s") % {"used": spoken_number(used), "open": spoken_number(opened)}
        facts.append(_fact(bold, _("features open to them in use"), "power", [used, opened]))
    if days := numbers.get("active_days"):
        before = numbers.get("days_before")
        after = _("after %(before)s in the time before") % {"before": spoken_number(before)} if before else ""
        facts.append(_fact(_("%(count)s active days") % {"count": spoken_number(days)}, after, "power"))
    return facts


def _win(numbers: Numbers) -> list[Fact]:
    facts = [_fact(_("Names the outcome"), _("in their own words"), "quote")] if numbers.get("outcome") else []
    if numbers.get("executive"):
        facts.append(_fact(_("An executive"), _("said it"), "sponsor"))
    if numbers.get("business_review"):
        facts.append(_fact(_("Said in a business review"), "", "notes"))
    return facts or [_fact(_("Praised us"), _("in their own words"), "quote")]


def _champion(numbers: Numbers) -> list[Fact]:
    facts = []
    if helped := numbers.get("helped"):
        bold = _("%(count)s different people") % {"count": spoken_number(helped)}
        facts.append(_fact(bold, _("helped in the community"), "community"))
    if accepted := numbers.get("accepted"):
        bold = _("%(count)s accepted answers") % {"count": spoken_number(accepted)}
        facts.append(_fact(bold, _("to questions of others"), "check"))
    return facts


def _repeat_customer(numbers: Numbers) -> list[Fact]:
    earlier = int(numbers.get("earlier_accounts") or 1)
    if numbers.get("brought"):
        text = ngettext(
            "customer at a company before, signed after they joined",
            "customer at %(count)s companies before, signed after they joined",
            earlier,
        )
        return [_fact(_("Brought us along:"), text % {"count": earlier}, "moved")]
    text = ngettext(
        "customer at a company before, active here", "customer at %(count)s companies before, active here", earlier
    )
    return [_fact(_("With us again:"), text % {"count": earlier}, "moved")]


def _growth(numbers: Numbers) -> list[Fact]:
    growth, years = numbers.get("growth") or 0, numbers.get("tenure_years")
    grew = _("Grew by %(share)s %%") % {"share": spoken_number(round(100 * growth))} if growth > 0 else _("Renewed")
    facts = [_fact(grew, _("with the last contract"), "renew")]
    if years and years >= 1:
        facts.append(_fact(_("%(count)s years") % {"count": spoken_number(round(years))}, _("a customer"), "clock"))
    return facts


_TELL: dict[str, Callable[[Numbers], list[Fact]]] = {
    "promoter": _promoter,
    "super_user": _super_user,
    "win": _win,
    "champion": _champion,
    "repeat_customer": _repeat_customer,
    "growth": _growth,
}
