"""The page of one ask: what we want and why, three equal answers, none of them chosen; each can be changed later."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import ngettext

from goodword.doors.portal.linked.opening import told
from goodword.doors.portal.linked.steps import address, take
from goodword.doors.portal.own_words import newest_words
from goodword.doors.portal.saying.answers import ANSWERING, ask_of, ask_over, peace_told
from goodword.doors.portal.saying.meetings import MEETINGS, meeting_of_their_ask
from goodword.doors.portal.saying.wording import ANSWERS, SAID, words_for
from goodword.programme.acts.theirs import is_done
from goodword.programme.asks.models import Ask
from goodword.programme.links.models import Link
from goodword.programme.people.opted_out import opted_out
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.models import User

_GONE = 410
_LONG = 90  # minutes from which hours say it better


def answering(request: HttpRequest, secret: str, link: Link) -> HttpResponseBase:
    """Show the ask; take an answer in, in two steps."""
    ask = ask_of(link.today_id, link.about)
    if ask is None:
        return told(request, ask_over(), _GONE)
    if request.method == "POST":
        return take(request, secret, link, ANSWERING | MEETINGS)
    said = getattr(ask, "answer", None)
    facts = {
        "link": link,
        "ask": ask,
        "words": words_for(ask.kind),
        "asker": _asker(ask),
        "long": how_long(ask.kind),
        "peace": peace_told(),
        "said": said,
        "answered": ANSWERS.get(said.answer, said.answer) if said else "",
        "done": is_done(ask),
        "out": opted_out(link.today_id),
        "quotes": newest_words(link.today_id, 1),
        "shown": meeting_of_their_ask(ask),
        "says_at": address(secret),
        "calendar_at": f"{address(secret)}meeting.ics",
        "note": SAID.get(request.GET.get("said", ""), ""),
    }
    return render(request, "portal/linked/ask.html", facts)


def how_long(kind: str) -> str:
    """What it takes of their time; empty where nobody said."""
    found = ActKind.objects.filter(pk=kind).values_list("minutes", flat=True).first()
    if found is None:
        return ""
    minutes = int(found)
    if minutes < _LONG:
        return ngettext("About a minute.", "About %(n)s minutes.", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("About an hour, all in all.", "About %(n)s hours, all in all.", hours) % {"n": hours}


def _asker(ask: Ask) -> str:
    user = User.objects.filter(pk=int(ask.asked_by)).first() if ask.asked_by.isdecimal() else None
    return user.name if user else ""
