"""The page of one talk: when it would suit them, when it takes place, and how it was."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goodword.doors.mail.meetings import advocate_entry
from goodword.doors.portal.linked.opening import told
from goodword.doors.portal.linked.steps import address, take
from goodword.doors.portal.saying.answers import ANSWERING
from goodword.doors.portal.saying.talks import TALKS, claim_of, talk_shown
from goodword.doors.portal.saying.wording import SAID, words_for
from goodword.kit import clock
from goodword.programme.links.models import Link
from goodword.programme.meetings.policies import no_talk
from goodword.programme.meetings.standing import Talk, talk_of

_GONE = 410
STEPS = {name: step for name, step in ANSWERING.items() if name != "answer"} | TALKS


def arranging(request: HttpRequest, secret: str, link: Link) -> HttpResponseBase:
    """Show it; take in what they say, in two steps."""
    claim = claim_of(link.today_id, link.about)
    shown = talk_shown(talk_of(claim, now=clock.now())) if claim else None
    if claim is None or shown is None:
        return told(request, no_talk(), _GONE)
    if request.method == "POST":
        return take(request, secret, link, STEPS)
    facts = {
        "link": link,
        "words": words_for(claim.need.act_kind_id),
        "shown": shown,
        "says_at": address(secret),
        "calendar_at": f"{address(secret)}talk.ics",
        "note": SAID.get(request.GET.get("said", ""), ""),
    }
    return render(request, "portal/linked/talk.html", facts)


def calendar_of(talk: Talk) -> HttpResponse | None:
    """The calendar entry of a talk, as a file; None where no time is agreed."""
    if talk.pick is None or talk.slot is None:
        return None
    answer = HttpResponse(advocate_entry(talk.claim, talk.pick, talk.slot), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="talk.ics"'
    return answer
