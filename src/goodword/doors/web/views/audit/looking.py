"""The audit trail: what was done, by whom, when, through which door; and whether the chain holds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.audit.filters import Filter
from goodword.doors.web.views.audit.shown import shown
from goodword.kit import clock
from goodword.programme.team.actions.check_trail import AT_ONCE, check_trail
from goodword.programme.team.browsing import Wanted, entries, standing
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Right

A_PAGE = 25


@policy(may(Right.SEE_AUDIT))
def audit(request: HttpRequest) -> HttpResponse:
    """Show the trail, the newest entries first."""
    form = Filter(request.GET)
    wanted = form.wanted()
    page = _page(wanted, request.GET.get("older", ""), request.GET.get("newer", ""))
    today = clock.today()
    facts = {
        "here": "audit",
        "form": form,
        "filtered": not wanted.is_everything,
        "entries": shown(page.rows, principal_in(request), today),
        "page": page,
        "standing": standing(),
        "today": today,
    }
    return render(request, "web/audit/audit.html", facts)


@policy(may(Right.SEE_AUDIT))
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Check a further stretch of the chain; the worker checks the rest."""
    made = check_trail(most=AT_ONCE)
    left = standing().unchecked
    if not made.holds:
        toasts.say(request, _("The chain does not hold: %(sentence)s") % {"sentence": made.sentence})
    elif left:
        toasts.say(request, _("It holds up to entry %(last)s; the worker checks the rest.") % {"last": made.last})
    else:
        toasts.say(request, _("The chain holds up to its end."))
    return redirect("audit")


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the trail, found by the numbers at its ends and never by counting.

    Attributes:
        rows: its entries, the newest first.
        older: number to go on from to older entries; empty where there are none.
        newer: number to go on from to newer ones; empty where there are none.
    """

    rows: list[AuditEntry]
    older: str
    newer: str


def _page(wanted: Wanted, older: str, newer: str) -> Page:
    found = entries(wanted)
    if newer.isdecimal():
        rows = list(found.filter(number__gt=int(newer)).reverse()[: A_PAGE + 1])
        more = len(rows) > A_PAGE
        rows = rows[:A_PAGE][::-1]
        return Page(rows, str(rows[-1].number) if rows else "", str(rows[0].number) if more else "")
    if older.isdecimal():
        found = found.filter(number__lt=int(older))
    rows = list(found[: A_PAGE + 1])
    last = str(rows[A_PAGE - 1].number) if len(rows) > A_PAGE else ""
    rows = rows[:A_PAGE]
    return Page(rows, last, str(rows[0].number) if rows and older.isdecimal() else "")
