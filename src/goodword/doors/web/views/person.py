"""One person: would they speak for us, and may we ask?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword.doors.web.employment_lines import left_of, line_of
from goodword.doors.web.history import history_names
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.reasons import BASE, Names, Reason, explain
from goodword.doors.web.views.grants.shown import permissions_of
from goodword.doors.web.views.loved import loved_by
from goodword.doors.web.views.own_page.shown import own_page_of
from goodword.evidence.records.findings import GOOD
from goodword.kit import clock
from goodword.programme.advocates.answering import MomentAnswer
from goodword.programme.advocates.models import Generation, Hold, Likelihood, Moment, Publication, Remark, Signal
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_risk import why_risk_there
from goodword.programme.advocates.wording import ACTS, BY_LOT, SIGNALS, hold_words
from goodword.programme.people.models import Person
from goodword.programme.permissions.overview import facts_about
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.programme.terms.standing import terms_of

JOBS_SHOWN = 6


@policy(may(Right.SEE_PEOPLE))
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """Show what was found about a person, all of it with its evidence."""
    generation = Publication.current()
    if generation is None:
        raise Http404
    sight = Sight.of(principal_in(request))
    row = sight.people(generation).about(person_id).first()
    if row is None:
        return _today(sight, generation, person_id)
    listed = sight.person(row)
    signals = sight.signals(
        list(Signal.objects.within(generation).about(person_id).order_by("-observed_at", "signal_id"))
    )
    holds = [sight.hold(hold) for hold in Hold.objects.within(generation).about(person_id).order_by("act_kind", "id")]
    remarks = sight.remarks(list(Remark.objects.within(generation).about(person_id).order_by("-at", "remark_id")))
    likelihoods = sight.likelihoods(list(Likelihood.objects.within(generation).about(person_id)))
    moment = sight.moments(generation).about(person_id).first()
    jobs = sight.employments(row)
    lines = [line_of(job) for job in jobs]
    known = facts_about(person_id=person_id)
    facts = {
        "here": "people",
        "generation": generation,
        "person": listed,
        "sight": sight,
        "moment": moment if moment and Right.ANSWER_MOMENTS in sight.rights and not _is_closed(moment) else None,
        "own_page": own_page_of(listed, known) if sight.contacts and Right.INVITE_ADVOCATES in sight.rights else None,
        "keeps_people": sight.contacts and sight.records and Right.KEEP_PEOPLE in sight.rights,
        "asks": sight.contacts and Right.ASK_PEOPLE in sight.rights,
        "permissions": permissions_of(sight, person_id=person_id, facts=known),
        "terms": terms_of(row.person_id) if Right.ASK_PEOPLE in sight.rights else None,
        "data_requests": Right.ANSWER_DATA_REQUESTS in sight.rights,
        "answers": _answers(person_id, sight),
        "signals": signals,
        "holds": holds,
        "left": left_of(jobs, row.account_id),
        "employments": lines[:JOBS_SHOWN],
        "earlier": lines[JOBS_SHOWN:],
        "good_words": sum(remark.kind in GOOD for remark in remarks),
        "themes": loved_by(remarks),
        "wishes": [remark for remark in remarks if remark.kind == "wish"],
        "complaints": [remark for remark in remarks if remark.kind == "complaint"],
        "likelihoods": _likelihoods(likelihoods, signals, holds),
        "risks": [risk | {"sentence": why_risk_there(risk, generation.as_of)} for risk in listed.risks],
    }
    return render(request, "web/person.html", facts)


def _today(sight: Sight, generation: Generation, person_id: str) -> HttpResponse:
    """The page of whoever an id of before means today."""
    today = Person.today_of(person_id)
    if today == person_id or not sight.people(generation).about(today).exists():
        raise Http404
    return redirect("person", person_id=today)


def _is_closed(moment: Moment) -> bool:
    return MomentAnswer.objects.closing(clock.today()).of(moment).exists()


def _answers(person_id: str, sight: Sight) -> list[dict[str, Any]]:
    """What was done about their moments, the newest first; notes are for those who see notes."""
    ids = [person_id, *Person.objects.filter(root_id=person_id).values_list("person_id", flat=True)]
    given = list(MomentAnswer.objects.standing().filter(person_id__in=ids).order_by("-at", "pk"))
    names = {str(user.pk): str(user) for user in User.objects.filter(pk__in=[int(one.by) for one in given if one.by])}
    return [
        {"verb": one.verb, "at": one.at, "by": names.get(one.by, ""), "note": one.note if sight.notes else ""}
        for one in given
    ]


def _likelihoods(rows: list[Likelihood], signals: list[Signal], holds: list[Hold]) -> list[dict[str, Any]]:
    """Likelihoods, the highest first, what is not known after them; each with the reasons that lead to its number."""
    names: Names = {signal.signal_id: (SIGNALS[signal.kind].label, signal.observed_at) for signal in signals}
    names |= {hold.hold_id: (hold_words(hold.code).label, hold.observed_at) for hold in holds}
    names |= history_names({reason["signal_id"] for row in rows for reason in row.reasons} - set(names) - {BASE})
    chosen = sorted(
        (row for row in rows if row.act_kind != BY_LOT),
        key=lambda row: (-(row.likelihood or -1.0), list(ACTS).index(row.act_kind)),
    )
    return [{"row": row, "reasons": _reasons(row, names)} for row in chosen]


def _reasons(row: Likelihood, names: Names) -> list[Reason]:
    return explain(row.reasons, names) if row.known else []
