"""Today: who said something good, and what to do about it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.policies import may, policy
from goodword.doors.web.wording import many, number, sentences
from goodword.programme.advocates.models import Generation, Hold, Likelihood, ListedPerson, Moment, Publication
from goodword.programme.advocates.wording import SIGNALS
from goodword.programme.team.roles import Right

A_PAGE = 25
RESTING_SHOWN = 10


@policy(may(Right.SEE_TODAY))
def today(request: HttpRequest) -> HttpResponse:
    """Show fires, then good words, then who rests."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "today"})
    moments = Moment.objects.within(generation)
    pages = Paginator(moments.waiting(), A_PAGE)
    pages.count = generation.counts["moments"]["waiting"]  # counted at publication, not at every visit
    page = pages.get_page(request.GET.get("page"))
    waiting, resting = list(page.object_list), list(moments.resting()[:RESTING_SHOWN])
    facts = {
        "here": "today",
        "generation": generation,
        "lede": _lede(generation),
        "page": page,
        "moments": _with_people(generation, waiting),
        "resting": _with_people(generation, resting),
        "standing": _standing(generation),
    }
    return render(request, "web/today.html", facts)


def _with_people(generation: Generation, moments: list[Moment]) -> list[dict[str, Any]]:
    """Set beside each moment its person, the likelihood of the act that follows, and what holds it back."""
    ids = [moment.person_id for moment in moments]
    people = {row.person_id: row for row in ListedPerson.objects.within(generation).filter(person_id__in=ids)}
    acts = {SIGNALS[moment.kind].act for moment in moments}
    likely = {
        (row.person_id, row.act_kind): row
        for row in Likelihood.objects.within(generation).filter(person_id__in=ids, act_kind__in=acts)
    }
    holds: dict[str, list[Hold]] = {}
    for hold in Hold.objects.within(generation).filter(person_id__in=ids).order_by("act_kind", "id"):
        holds.setdefault(hold.person_id, []).append(hold)
    return [
        {
            "moment": moment,
            "person": people[moment.person_id],
            "likelihood": likely.get((moment.person_id, SIGNALS[moment.kind].act)),
            "holds": holds.get(moment.person_id, []),
        }
        for moment in moments
    ]


def _lede(generation: Generation) -> str:
    told, fires = generation.counts["moments"], generation.counts["fires_in_all"]
    waiting, ready, resting = told["waiting"], told["ready"], told["resting"]
    if not (waiting or resting or fires):
        return "Nothing new was said. A quiet day is a good day to thank somebody again."
    return sentences(
        [
            f"{many(fires, 'fire')} first." if fires else "",
            f"{many(waiting, 'person', 'people')} said or did something good." if waiting else "",
            f"{number(ready)} of them could be asked today." if waiting else "",
            f"{number(resting)} more {'is' if resting == 1 else 'are'} resting." if resting else "",
        ]
    )


def _standing(generation: Generation) -> list[dict[str, Any]]:
    """How many people stand where, of all about whom something is known."""
    states = generation.counts["states"]
    named = (("ready", "Ready to ask"), ("unknown", "Don’t know yet"), ("resting", "Resting"))
    of = sum(states[state] for state, _ in named)
    return [{"state": state, "label": label, "count": states[state], "of": of} for state, label in named]
