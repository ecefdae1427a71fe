"""Why an account is at risk, as sentences in the language of the reader, told from codes and days.

The findings carry an English sentence for the console; here it is said anew, with what the reader may see of it: a name
that `Sight` leaves out is not said, and neither is a role.
"""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.programme.advocates.days import spoken_day

RISK_LABELS: dict[str, str | Promise] = {"sponsor_gone": gettext_lazy("Sponsor gone")}
"""What each kind of risk is called, on a chip."""


def why_risk(risk: dict[str, Any], who: str, as_of: date) -> str:
    """Say who is gone from the account on whose page it stands, how that is known, and what they were.

    Args:
        risk: one of `ListedAccount.risks`, with what the reader sees of it.
        who: what to call them; empty where the reader does not see them.
        as_of: the day of the findings.
    """
    words = {"who": who or _("Somebody you do not see"), "day": _day(risk, as_of)}
    gone = {
        "bounced": _("%(who)s is gone: mails come back since %(day)s."),
        "moved_on": _("%(who)s is gone: seen at another company since %(day)s."),
    }.get(risk["how"], _("%(who)s left by %(day)s.") if risk["approximate"] else _("%(who)s left on %(day)s."))
    return " ".join(part for part in (gone % words, were(risk)) if part)


def why_risk_there(risk: dict[str, Any], as_of: date) -> str:
    """Say the same on the page of the person: which account they left behind."""
    words = {"account": risk["account"], "day": _day(risk, as_of)}
    gone = {
        "bounced": _("Gone from %(account)s: mails come back since %(day)s."),
        "moved_on": _("Gone from %(account)s: seen at another company since %(day)s."),
    }.get(risk["how"])
    if gone is None:
        gone = _("Left %(account)s by %(day)s.") if risk["approximate"] else _("Left %(account)s on %(day)s.")
    return " ".join(part for part in (gone % words, were(risk)) if part)


def were(risk: dict[str, Any]) -> str:
    """Say what they were there; nothing where the reader may not know."""
    said = {
        "pays": _("They held the budget."),
        "influence": _("They had a high say."),
        "advocate": _("They spoke for us."),
    }
    return said.get(risk["role"], "")


def _day(risk: dict[str, Any], as_of: date) -> str:
    return spoken_day(date.fromisoformat(risk["on"]), as_of)
