"""Answering what we ask: yes, not now, never; and not being asked at all."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.doors.mail.meetings import write
from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish, nothing_chosen
from goodword.doors.portal.saying.wording import words_for
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.acts.theirs import is_done
from goodword.programme.asks.actions.change_answer import change_answer
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.links.actions.end_link import end_link
from goodword.programme.links.models import LinkEnd
from goodword.programme.meetings.actions.hear_answer import hear_answer
from goodword.programme.people.actions.consent_again import consent_again
from goodword.programme.people.models import Person
from goodword.programme.people.opted_out import opted_out
from goodword.runs.load import bounds_now
from goodword.runs.opt_outs.opting_out import opt_out
from goodword.runs.workspace import open_workspace

OFFERED = (Answer.Kind.ACCEPTED, Answer.Kind.NOT_NOW, Answer.Kind.NEVER)


def ask_of(person_id: str, ledger_id: str) -> Ask | None:
    """An ask that was made here, if it was made to them and stands."""
    found = Ask.objects.named([ledger_id]).select_related("answer", "withdrawal", "reservation").first()
    if found is None or found.reservation is None or hasattr(found, "withdrawal"):
        return None
    return found if Person.today_of(found.reservation.person_id) == Person.today_of(person_id) else None


def asks_of(person_id: str) -> list[Ask]:
    """Every ask that was made here to them and stands, the newest first."""
    theirs = Ask.objects.standing().filter(reservation__person__in=Person.objects.same_as(person_id))
    return list(theirs.select_related("answer").order_by("-asked_on", "-pk"))


def ask_over() -> GoodwordError:
    """What they were asked is asked no more."""
    return GoodwordError(
        "ask-over", _("We do not ask this any more."), _("You need not do anything. Thank you for looking.")
    )


def peace_told() -> str:
    """What "not now" means."""
    days = bounds_now(settings.WORKSPACE_SETTINGS).not_now_days
    return ngettext(
        "We leave you in peace for a day. Nobody asks why.",
        "We leave you in peace for %(n)s days. Nobody asks why.",
        days,
    ) % {"n": days}


def _standing(visit: Visit, wish: Wish) -> Ask:
    about = visit.link.about if visit.link and visit.link.purpose == "answer" else wish["ask"]
    ask = ask_of(visit.person_id, about)
    if ask is None:
        raise ask_over()
    return ask


def _sure_of_answer(visit: Visit, wish: Wish) -> Sure:
    ask = _standing(visit, wish)
    words = words_for(ask.kind)
    meant = {
        Answer.Kind.ACCEPTED: (_("Your answer: yes"), _("We write to you about what comes next."), _("Yes, send it")),
        Answer.Kind.NOT_NOW: (_("Your answer: not now"), peace_told(), _("Not now, send it")),
        Answer.Kind.NEVER: (
            _("Your answer: never"),
            _("%(never)s Other things stay as they are.") % {"never": words.never},
            _("Never, send it"),
        ),
    }
    title, sentence, button = meant[_chosen(wish)]
    return Sure(title, sentence, button)


def _chosen(wish: Wish) -> Answer.Kind:
    if wish["answer"] not in OFFERED:
        raise nothing_chosen()
    return Answer.Kind(wish["answer"])


def _answer(visit: Visit, wish: Wish) -> None:
    ask = _standing(visit, wish)
    with transaction.atomic():
        change_answer(ask, _chosen(wish), day=clock.today(), by=visit.by, done=is_done(ask))
        hear_answer(ask, write=write, by=visit.by)


def _sure_to_stop(_visit: Visit, _wish: Wish) -> Sure:
    return Sure(
        _("Shall nobody ask you for anything any more?"),
        _("It counts at once, for everybody here, whatever address of yours they have. Only you can change it."),
        _("Ask me nothing any more"),
    )


def stop(visit: Visit, note: str = "") -> None:
    """Note that they want to be asked nothing any more; said again it is said already."""
    if opted_out(visit.person_id) is None:
        opt_out(open_workspace(settings.WORKSPACE), visit.person_id, by=visit.by, note=note)


def _stop(visit: Visit, _wish: Wish) -> None:
    stop(visit, "by a link in a letter" if visit.link else "")


def _sure_to_welcome(_visit: Visit, _wish: Wish) -> Sure:
    return Sure(_("May we ask you again?"), welcome_wording(), _("Yes, you may ask me again"))


def _welcome(visit: Visit, _wish: Wish) -> None:
    if opted_out(visit.person_id) is not None:
        consent_again(visit.person_id, by=visit.by, wording=welcome_wording(), holder=visit.person_id)


def welcome_wording() -> str:
    """What somebody agrees to who had opted out."""
    return _("You may ask me again for a good word. I can say no every time, and take this back here.")


def _sure_it_is_not_them(_visit: Visit, _wish: Wish) -> Sure:
    return Sure(
        _("Is this letter not meant for you?"),
        _("Then this link opens nothing any more, for nobody. Whoever it was meant for can ask us for a new one."),
        _("It is not for me"),
    )


def _not_them(visit: Visit, _wish: Wish) -> None:
    if visit.link is not None:
        end_link(visit.link, LinkEnd.NOT_THEM, by=visit.by)


ANSWERING: dict[str, Step] = {
    "answer": Step(_sure_of_answer, _answer, ("answer", "ask")),
    "stop": Step(_sure_to_stop, _stop),
    "not_them": Step(_sure_it_is_not_them, _not_them),
}
"""What can be said about asks."""

WELCOME = Step(_sure_to_welcome, _welcome)
"""Only on one's own page: who may be asked again."""
