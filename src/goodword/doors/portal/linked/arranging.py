"""The page of one meeting: when it would suit them, when it takes place, and how it was."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goodword.doors.mail.meetings import advocate_entry
from goodword.doors.portal.linked.opening import told
from goodword.doors.portal.linked.steps import address, take
from goodword.doors.portal.saying.answers import ANSWERING
from goodword.doors.portal.saying.meetings import MEETINGS, claim_of, meeting_shown
from goodword.doors.portal.saying.wording import SAID, words_for
from goodword.kit import clock
from goodword.programme.links.models import Link
from goodword.programme.meetings.policies import no_meeting
from goodword.programme.meetings.standing import Meeting, meeting_of

_GONE = 410
STEPS = {name: step for name, step in ANSWERING.items() if name != "answer"} | MEETINGS


def arranging(request: HttpRequest, secret: str, link: Link) -> HttpResponseBase:
    """Show it; take in what they say, in two steps."""
    claim = claim_of(link.today_id, link.about)
    shown = meeting_shown(meeting_of(claim, now=clock.now())) if claim else None
    if claim is None or shown is None:
        return told(request, no_meeting(), _GONE)
    if request.method == "POST":
        return take(request, secret, link, STEPS)
    facts = {
        "link": link,
        "words": words_for(claim.need.act_kind_id),
        "shown": shown,
        "says_at": address(secret),
        "calendar_at": f"{address(secret)}meeting.ics",
        "note": SAID.get(request.GET.get("said", ""), ""),
    }
    return render(request, "portal/linked/meeting.html", facts)


def calendar_of(meeting: Meeting) -> HttpResponse | None:
    """The calendar entry of a meeting, as a file; None where no time is agreed."""
    if meeting.pick is None or meeting.slot is None:
        return None
    answer = HttpResponse(
        advocate_entry(meeting.claim, meeting.pick, meeting.slot), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
