"""People: who next?"""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.doors.web.policies import may, policy
from goodword.doors.web.wording import many, number, sentences
from goodword.programme.advocates.models import KIND_BITS, Generation, Likelihood, ListedPerson, Publication
from goodword.programme.advocates.wording import ACTS, BY_LOT, SIGNALS
from goodword.programme.team.roles import Right

A_PAGE = 25

TABS = (
    ("", "Something to go by"),
    ("ready", "Ready to ask"),
    ("unknown", "Don’t know yet"),
    ("resting", "Resting"),
    ("silent", "No signal yet"),
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


@policy(may(Right.SEE_PEOPLE))
def people(request: HttpRequest) -> HttpResponse:
    """List people, 25 a page."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "people"})
    chosen = Filter(request.GET).chosen()
    listing = list_people(generation, chosen)
    pages = Paginator(listing.ids, A_PAGE)
    pages.count = listing.count
    page = pages.get_page(request.GET.get("page"))
    facts = {
        "here": "people",
        "generation": generation,
        "lede": _lede(generation),
        "page": page,
        "rows": _rows(generation, list(page.object_list), chosen.act),
        "cut": listing.cut,
        "chosen": chosen,
        "tabs": _tabs(generation, chosen),
        "acts": [(kind, words.label) for kind, words in ACTS.items() if kind != BY_LOT],
        "kinds": [(kind, words.plural) for kind, words in SIGNALS.items()],
        "sort": chosen.sort or "likely",
    }
    return render(request, "web/people.html", facts)


def _rows(generation: Generation, ids: list[str], act: str) -> list[dict[str, Any]]:
    """The people of a page in their order, each with the number to show: of the act chosen, else their best."""
    listed = {row.person_id: row for row in ListedPerson.objects.within(generation).filter(person_id__in=ids)}
    likely: dict[str, Likelihood] = {}
    if act:
        found = Likelihood.objects.within(generation).of_kind(act).filter(person_id__in=ids)
        likely = {row.person_id: row for row in found}
    return [_row(listed[person_id], act, likely.get(person_id)) for person_id in ids]


def _row(person: ListedPerson, act: str, likely: Likelihood | None) -> dict[str, Any]:
    if act:
        numbers = (likely.low, likely.likelihood, likely.high) if likely else (None, None, None)
    else:
        numbers = (person.best_low, person.best_likelihood, person.best_high)
    low, point, high = numbers
    return {
        "person": person,
        "act": act or person.best_act,
        "numbers": {"low": low, "likelihood": point, "high": high} if point is not None else None,
        "next": _next_step(person),
    }


def _next_step(person: ListedPerson) -> str:
    if person.state == "resting":
        return "Wait"
    kinds = [kind for kind in _FIRST if person.kinds & KIND_BITS[kind]]
    if not kinds:
        # A number without a signal comes from what they answered or did when they were asked before.
        return "Listen first" if person.best_likelihood is None else "Thank for last time"
    words = SIGNALS[kinds[0]]
    return words.short if person.state == "ready" else words.listen


# Whose step is shown where there are several: words and deeds of theirs before what their company did.
_FIRST = ("win", "repeat_customer", "champion", "promoter", "super_user", "growth")


def _tabs(generation: Generation, chosen: Chosen) -> list[dict[str, Any]]:
    states = generation.counts["states"]
    plain = not (chosen.q or chosen.kind or chosen.act)
    return [
        {
            "state": state,
            "label": label,
            "count": (states[state] if state else generation.counts["people"] - states["silent"]) if plain else None,
            "current": chosen.state == state,
        }
        for state, label in TABS
        if not (chosen.act and state == "silent")
    ]


def _lede(generation: Generation) -> str:
    states = generation.counts["states"]
    speaking = generation.counts["people"] - states["silent"]
    if not speaking:
        return "Nobody has given a signal yet. Load answers, tickets or usage to hear them."
    return sentences(
        [
            f"{many(speaking, 'person', 'people')} could put in a good word.",
            f"{number(states['ready'])} of them could be asked today.",
        ]
    )
