"""How the data page says things: tables, rhythms, sizes, who did something."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.utils.translation import ngettext

from goodword.doors.web.wording import number
from goodword.programme.advocates.wording import hold_words
from goodword.runs.intake.sources import Freshness, TableHealth

ICONS = {
    "accounts": "people",
    "people": "people",
    "employments": "moved",
    "account_history": "people",
    "contracts": "renew",
    "deals": "grow",
    "deal_stages": "grow",
    "asks": "request",
    "acts": "talk",
    "outcomes": "agree",
    "responses": "nps",
    "usage": "power",
    "features": "power",
    "interactions": "ticket",
    "posts": "community",
}

FRESHNESS: dict[Freshness, Any] = {
    "fresh": _l("Fresh"),
    "late": _l("Late"),
    "silent": _l("Silent"),
    "unknown": _l("Rhythm not known yet"),
}
"""What people call each state of a source."""

LIVE: dict[Freshness, str] = {"fresh": "", "late": "late", "silent": "off", "unknown": "paused"}
"""How the dot beside a source looks."""


def table_words(table: str) -> str:
    """What people call a record table."""
    return table.replace("_", " ")


def freshness_words(table: TableHealth) -> str:
    """How a table does by its own habit: "usually every day, last 9 days ago"."""
    parts = []
    if table.every_days is not None:
        usual = ngettext("usually every day", "usually every %(count)s days", table.every_days)
        parts.append(usual % {"count": table.every_days})
    if table.quiet_days is not None:
        parts.append(_("last %(when)s") % {"when": days_ago(table.quiet_days)})
    return ", ".join(parts)


def days_ago(days: int) -> str:
    """Say how many days ago."""
    if days <= 1:
        return _("yesterday") if days else _("today")
    return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}


def holds_named(codes: Iterable[str]) -> str:
    """Guard rails by what people call them, in one line."""
    return ", ".join(dict.fromkeys(str(hold_words(code).label).lower() for code in codes))


def lede(states: list[Freshness], waiting: int) -> str:
    """One sentence about everything that comes in, and about uploads."""
    said = [
        _("%(count)s fresh") % {"count": number(states.count("fresh"))} if "fresh" in states else "",
        _("%(count)s late") % {"count": number(states.count("late"))} if "late" in states else "",
        _("%(count)s silent") % {"count": number(states.count("silent"))} if "silent" in states else "",
        _("%(count)s without a rhythm yet") % {"count": number(states.count("unknown"))} if "unknown" in states else "",
    ]
    told = ", ".join(one for one in said if one)
    sentence = _("Of what comes in: %(states)s.") % {"states": told} if told else _("Nothing is loaded yet.")
    if waiting:
        more = ngettext("%(count)s upload waits for you.", "%(count)s uploads wait for you.", waiting)
        sentence += " " + more % {"count": waiting}
    return sentence
