"""People: who next?"""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.kept import kept_views
from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.doors.web.person_rows import rows_of
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.wording import counted, sentences
from goodword.programme.advocates.models import KIND_BITS, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import ACTS, BY_LOT, SIGNALS
from goodword.programme.team.roles import Right

A_PAGE = 25

BULK = (
    {"name": "verb", "value": "thank", "label": _("Thanked"), "icon": "thank"},
    {"name": "verb", "value": "later", "label": _("Not now"), "icon": "rest"},
)
"""What can be done for several people at once. Asking is not among it."""

TABS = (
    ("", _("Something to go by")),
    ("ready", _("Ready to ask")),
    ("unknown", _("Don’t know yet")),
    ("resting", _("Resting")),
    ("silent", _("No signal yet")),
)


class Filter(forms.Form):
    """What the list is narrowed to; anything unknown narrows nothing."""

    q = forms.CharField(required=False, max_length=200)
    act = forms.ChoiceField(
        required=False, choices=[(kind, words.label) for kind, words in ACTS.items() if kind != BY_LOT]
    )
    kind = forms.ChoiceField(required=False, choices=[(kind, words.plural) for kind, words in SIGNALS.items()])
    state = forms.ChoiceField(required=False, choices=[tab for tab in TABS if tab[0]])
    sort = forms.ChoiceField(required=False, choices=[(sort, sort) for sort in ORDERS])

    def chosen(self) -> Chosen:
        """Return what is valid; the rest is empty."""
        self.is_valid()
        return Chosen(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


def narrowed_to(sight: Sight, chosen: Chosen) -> Chosen:
    """What was chosen, without what somebody could read out of the list that they may not see.

    A filter or an order by a number tells that number, one question after the other.
    """
    if sight.scores:
        return chosen
    kind = chosen.kind if chosen.kind and sight.kinds(KIND_BITS[chosen.kind]) else ""
    state = chosen.state if chosen.state in {"resting", "silent"} else ""
    return replace(chosen, act="", kind=kind, state=state, sort="name")


@policy(may(Right.SEE_PEOPLE))
def people(request: HttpRequest) -> HttpResponse:
    """List people, 25 a page."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "people"})
    sight = Sight.of(principal_in(request))
    counts = sight.counts(generation)
    chosen = narrowed_to(sight, Filter(request.GET).chosen())
    listing = list_people(generation, chosen, owner=sight.owner, contacts=sight.contacts, words=sight.words)
    page = Paginator(listing.ids, A_PAGE).get_page(request.GET.get("page"))
    places = listing.ids.places(page.start_index() - 1, page.end_index()) if listing.count else []
    facts = {
        "here": "people",
        "generation": generation,
        "counts": counts,
        "sight": sight,
        "lede": _lede(counts),
        "page": page,
        "rows": rows_of(sight, generation, places, chosen.act),
        "cut": listing.cut,
        "chosen": chosen,
        "tabs": _tabs(counts, chosen),
        "acts": [(kind, words.label) for kind, words in ACTS.items() if kind != BY_LOT],
        "kinds": [(kind, words.plural) for kind, words in SIGNALS.items() if sight.kinds(KIND_BITS[kind])],
        "sort": chosen.sort or "likely",
        "keeps_people": {Right.KEEP_PEOPLE, Right.SEE_CONTACTS, Right.SEE_RECORDS} <= sight.rights,
        "may_answer": Right.ANSWER_MOMENTS in sight.rights,
        "bulk_actions": BULK,
        **kept_views(request, "people", Filter.base_fields),
    }
    return render(request, "web/people.html", facts)


def _tabs(counts: dict[str, Any], chosen: Chosen) -> list[dict[str, Any]]:
    states = counts["states"]
    plain = not (chosen.q or chosen.kind or chosen.act)
    return [
        {
            "state": state,
            "label": label,
            "count": (states[state] if state else counts["people"] - states["silent"]) if plain else None,
            "current": chosen.state == state,
        }
        for state, label in TABS
        if not (chosen.act and state == "silent")
    ]


def _lede(counts: dict[str, Any]) -> str:
    states = counts["states"]
    speaking = counts["people"] - states["silent"]
    if not speaking:
        return gettext("Nobody has given a signal yet. Load answers, tickets or usage to hear them.")
    return sentences(
        [
            counted(
                "%(count)s person could put in a good word.", "%(count)s people could put in a good word.", speaking
            ),
            counted(
                "%(count)s of them could be asked today.", "%(count)s of them could be asked today.", states["ready"]
            ),
        ]
    )
