"""The page of one ask: what we want and why, three equal answers, none of them chosen; each can be changed later."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.doors.portal.linked.opening import told
from goodword.doors.portal.linked.steps import Step, Sure, Wish, take
from goodword.doors.portal.linked.wording import ANSWERS, SAID, words_for
from goodword.doors.portal.own_words import newest_words
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.acts.done import is_done
from goodword.programme.asks.actions.change_answer import change_answer
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.links.actions.end_link import end_link
from goodword.programme.links.models import Link, LinkEnd
from goodword.programme.people.models import Person
from goodword.programme.people.opted_out import opted_out
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.runs.load import bounds_now
from goodword.runs.opt_outs.opting_out import opt_out
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.resolving import held
from goodword.runs.workspace import open_workspace

OFFERED = (Answer.Kind.ACCEPTED, Answer.Kind.NOT_NOW, Answer.Kind.NEVER)
_GONE = 410
_LONG = 90  # minutes from which hours say it better


def answering(request: HttpRequest, secret: str, link: Link) -> HttpResponseBase:
    """Show the ask; take an answer in, in two steps."""
    ask = ask_of(link)
    if ask is None or hasattr(ask, "withdrawal"):
        return told(request, _taken_back(), _GONE)
    if request.method == "POST":
        return take(request, secret, link, STEPS)
    said = getattr(ask, "answer", None)
    facts = {
        "link": link,
        "ask": ask,
        "words": words_for(ask.kind),
        "asker": _asker(ask),
        "long": how_long(ask.kind),
        "peace": peace_told(),
        "said": said,
        "answered": ANSWERS.get(said.answer, "") if said else "",
        "changed": ask.earlier_answers.exists(),
        "done": is_done(ask),
        "out": opted_out(link.today_id),
        "quotes": newest_words(link.today_id, 1),
        "note": SAID.get(request.GET.get("said", ""), ""),
    }
    return render(request, "portal/linked/ask.html", facts)


def ask_of(link: Link) -> Ask | None:
    """The ask a link is about, where it is an ask to whoever the link is for."""
    found = Ask.objects.named([link.about]).select_related("answer", "withdrawal", "reservation").first()
    if found is None or found.reservation is None:
        return None
    return found if Person.today_of(found.reservation.person_id) == link.today_id else None


def how_long(kind: str) -> str:
    """What it takes of their time; empty where nobody said."""
    key = f"acts.{kind}.minutes"
    if key not in SETTINGS:
        return ""
    minutes = int(str(held(settings.WORKSPACE_SETTINGS, key).value))
    if minutes < _LONG:
        return ngettext("About a minute.", "About %(n)s minutes.", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("About an hour, all in all.", "About %(n)s hours, all in all.", hours) % {"n": hours}


def peace_told() -> str:
    """What "not now" means."""
    days = bounds_now(settings.WORKSPACE_SETTINGS).not_now_days
    return ngettext(
        "We leave you in peace for a day. Nobody asks why.",
        "We leave you in peace for %(n)s days. Nobody asks why.",
        days,
    ) % {"n": days}


def _asker(ask: Ask) -> str:
    user = User.objects.filter(pk=int(ask.asked_by)).first() if ask.asked_by.isdecimal() else None
    return user.name if user else ""


def _taken_back() -> GoodwordError:
    return GoodwordError(
        "ask-over", _("We do not ask this any more."), _("You need not do anything. Thank you for looking.")
    )


def _sure_of_answer(link: Link, wish: Wish) -> Sure:
    ask = _standing(link)
    if wish["answer"] not in OFFERED:
        raise GoodwordError(
            "step-unknown", _("Nothing was chosen, and nothing was changed."), _("Go back and choose one answer.")
        )
    words = words_for(ask.kind)
    meant = {
        Answer.Kind.ACCEPTED: (_("Your answer: yes"), _("We write to you about what comes next."), _("Yes, send it")),
        Answer.Kind.NOT_NOW: (
            _("Your answer: not now"),
            peace_told(),
            _("Not now, send it"),
        ),
        Answer.Kind.NEVER: (
            _("Your answer: never"),
            _("%(never)s Other things stay as they are.") % {"never": words.never},
            _("Never, send it"),
        ),
    }
    title, sentence, button = meant[Answer.Kind(wish["answer"])]
    return Sure(title, sentence, button)


def _answer(link: Link, wish: Wish, by: Actor) -> None:
    ask = _standing(link)
    change_answer(ask, wish["answer"], day=clock.today(), by=by, done=is_done(ask))


def _standing(link: Link) -> Ask:
    ask = ask_of(link)
    if ask is None:
        raise _taken_back()
    return ask


def _sure_to_stop(_link: Link, _wish: Wish) -> Sure:
    return Sure(
        _("Shall nobody ask you for anything any more?"),
        _("It counts at once, for everybody here, whatever address of yours they have. Only you can change it."),
        _("Ask me nothing any more"),
    )


def stop(link: Link, by: Actor, note: str) -> None:
    """Note that they want to be asked nothing any more; said again it is said already."""
    if opted_out(link.today_id) is None:
        opt_out(open_workspace(settings.WORKSPACE), link.today_id, by=by, note=note)


def _stop(link: Link, _wish: Wish, by: Actor) -> None:
    stop(link, by, "by a link in a letter")


def _sure_it_is_not_them(_link: Link, _wish: Wish) -> Sure:
    return Sure(
        _("Is this letter not meant for you?"),
        _("Then this link opens nothing any more, for nobody. Whoever it was meant for can ask us for a new one."),
        _("It is not for me"),
    )


def _not_them(link: Link, _wish: Wish, by: Actor) -> None:
    end_link(link, LinkEnd.NOT_THEM, by=by)


STOP = Step((), _sure_to_stop, _stop)
NOT_THEM = Step((), _sure_it_is_not_them, _not_them)
STEPS = {"answer": Step(("answer",), _sure_of_answer, _answer), "stop": STOP, "not_them": NOT_THEM}
"""What can be said by the link of an ask."""
