"""One account: who would speak there, what they said, who came and went?"""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.account_listing import people_of
from goodword.doors.web.person_rows import rows_of
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.account.company import problems_of
from goodword.doors.web.views.account.known import facts_of, gaps_of
from goodword.doors.web.views.account.told import told_of
from goodword.programme.advocates.models import STATES, ListedAccount, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import STATUS_WORDS
from goodword.programme.team.colleagues import names_by_email
from goodword.programme.team.roles import Right

A_PAGE = 12

TABS: tuple[tuple[str, str | Promise], ...] = (
    ("", _("Everybody")),
    ("ready", _("Ready to ask")),
    ("unknown", _("Don’t know yet")),
    ("resting", _("Resting")),
    ("silent", _("No signal yet")),
)


@policy(may(Right.SEE_PEOPLE))
def account(request: HttpRequest, account_id: str) -> HttpResponse:
    """Show what is known of an account, and its people, those likeliest to speak first."""
    generation = Publication.current()
    if generation is None:
        raise Http404
    sight = Sight.of(principal_in(request))
    row = sight.accounts(generation).filter(account_id=account_id).first()
    if row is None:
        raise Http404
    seen = sight.account(row)
    tabs = _tabs(seen, request.GET.get("state", ""), sight)
    state = next((tab["state"] for tab in tabs if tab["current"]), "")
    places = people_of(generation, row.rank, state=state, by_name=not sight.scores)
    page = Paginator(places, A_PAGE).get_page(request.GET.get("page"))
    told = told_of(sight, generation, seen)
    facts = {
        "here": "accounts",
        "generation": generation,
        "sight": sight,
        "account": seen,
        "status": STATUS_WORDS.get(seen.status, ""),
        "owner": names_by_email({seen.owner_email}).get(seen.owner_email, seen.owner_email),
        "tabs": tabs,
        "page": page,
        "rows": rows_of(sight, generation, [int(place) for place in page.object_list], ""),
        "told": told,
        "facts": facts_of(seen, generation.as_of, told.related, told.owned),
        "gaps": gaps_of(seen, sight),
        "problems": problems_of(seen),
    }
    return render(request, "web/account.html", facts)


def _tabs(seen: ListedAccount, chosen: str, sight: Sight) -> list[dict[str, Any]]:
    """How many stand where; between ready and unknown stands a number, which not everybody may know."""
    shown = ["", *STATES] if sight.scores else ["", "resting", "silent"]
    known = chosen if chosen in shown else ""
    return [
        {
            "state": state,
            "label": label,
            "count": seen.states.get(state, 0) if state else seen.people,
            "current": state == known,
        }
        for state, label in TABS
        if state in shown
    ]
