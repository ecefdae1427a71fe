"""Today: who said something good, and what to do about it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.seeing import requests_waiting
from goodword.doors.web.wording import counted, sentences
from goodword.kit import clock
from goodword.programme.advocates.answering import unanswered_and_answered
from goodword.programme.advocates.models import Generation, Hold, Likelihood, ListedPerson, Moment, Publication
from goodword.programme.advocates.next_steps import step_after
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_not import why_fire
from goodword.programme.advocates.wording import SIGNALS
from goodword.programme.team.roles import Right

A_PAGE = 20
RESTING_SHOWN = 10


@policy(may(Right.SEE_TODAY))
def today(request: HttpRequest) -> HttpResponse:
    """Show fires, then good words, then who rests."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "today"})
    sight = Sight.of(principal_in(request))
    moments, counts, day = sight.moments(generation), sight.counts(generation), clock.today()
    for fire in counts["fires"]:
        fire["sentence"] = why_fire(fire, generation.as_of)
    # Counted at publication, not at every visit; what was answered since is not much.
    still_open, done = unanswered_and_answered(moments.waiting(), day)
    counts["moments"]["waiting"] -= done
    pages = Paginator(still_open, A_PAGE)
    pages.count = max(0, counts["moments"]["waiting"])
    page = pages.get_page(request.GET.get("page"))
    waiting, resting = list(page.object_list), list(moments.resting()[:RESTING_SHOWN])
    facts = {
        "here": "today",
        "generation": generation,
        "counts": counts,
        "may_answer": Right.ANSWER_MOMENTS in sight.rights,
        "asks": sight.contacts and Right.ASK_PEOPLE in sight.rights,
        "lede": _lede(counts),
        "requests": requests_waiting(principal_in(request)).count(),
        "page": page,
        "moments": _with_people(sight, generation, waiting),
        "resting": _with_people(sight, generation, resting),
        "standing": _standing(counts),
        "gone": _gone(counts.get("risks", 0)) if sight.scores else "",
    }
    return render(request, "web/today.html", facts)


def _with_people(sight: Sight, generation: Generation, moments: list[Moment]) -> list[dict[str, Any]]:
    """Set beside each moment its person, the likelihood of the act that follows, and what holds it back."""
    ids = [moment.person_id for moment in moments]
    people = {row.person_id: sight.person(row) for row in sight.people(generation).filter(person_id__in=ids)}
    acts = {SIGNALS[moment.kind].act for moment in moments}
    likely = {
        (row.person_id, row.act_kind): row
        for row in Likelihood.objects.within(generation).filter(person_id__in=ids, act_kind__in=acts)
    }
    holds: dict[str, list[Hold]] = {}
    for hold in Hold.objects.within(generation).filter(person_id__in=ids).order_by("act_kind", "id"):
        holds.setdefault(hold.person_id, []).append(sight.hold(hold))
    return [
        {
            "moment": sight.moment(moment),
            "person": people[moment.person_id],
            **_next(moment, people[moment.person_id], generation, sight, likely),
            "holds": holds.get(moment.person_id, []),
            # What holds them from everything comes first.
            "held": next((hold for hold in holds.get(moment.person_id, []) if not hold.act_kind), None),
        }
        for moment in moments
    ]


def _next(
    moment: Moment,
    person: ListedPerson,
    generation: Generation,
    sight: Sight,
    likely: dict[tuple[str, str], Likelihood],
) -> dict[str, Any]:
    """The step that follows, and the likelihood of its act."""
    found = likely.get((moment.person_id, SIGNALS[moment.kind].act))
    ready = found is not None and found.state == "ready"
    step = step_after(moment.kind, person, generation, sight, ready=ready)
    return {"step": step, "likelihood": found if step.act else None}


def _lede(counts: dict[str, Any]) -> str:
    told, fires = counts["moments"], counts["fires_in_all"]
    waiting, ready, resting = told["waiting"], told["ready"], told["resting"]
    if not (waiting or resting or fires):
        return gettext("Nothing new was said. A quiet day is a good day to thank somebody again.")
    return sentences(
        [
            counted("%(count)s fire first.", "%(count)s fires first.", fires) if fires else "",
            counted(
                "%(count)s person said or did something good.", "%(count)s people said or did something good.", waiting
            )
            if waiting
            else "",
            counted("%(count)s of them could be asked today.", "%(count)s of them could be asked today.", ready)
            if waiting
            else "",
            counted("%(count)s more is resting.", "%(count)s more are resting.", resting) if resting else "",
        ]
    )


def _gone(accounts: int) -> str:
    """At how many accounts of theirs somebody who mattered has left."""
    if not accounts:
        return ""
    return counted(
        "At %(count)s account somebody has left who paid, decided or spoke for us.",
        "At %(count)s accounts somebody has left who paid, decided or spoke for us.",
        accounts,
    )


def _standing(counts: dict[str, Any]) -> list[dict[str, Any]]:
    """How many people stand where, of all about whom something is known."""
    states = counts["states"]
    named = {"ready": gettext("Ready to ask"), "unknown": gettext("Don’t know yet"), "resting": gettext("Resting")}
    of = sum(states[state] for state in named)
    return [{"state": state, "label": label, "count": states[state], "of": of} for state, label in named.items()]
