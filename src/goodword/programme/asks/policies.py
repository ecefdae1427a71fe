"""May this person be asked now, answered for, or an ask taken back; and if not why and from when."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Hold, ListedPerson, Publication
from goodword.programme.advocates.why_not import why_not
from goodword.programme.asks.bounds import Bounds, Load, load_of
from goodword.programme.asks.models import Answer, Ask, Limit
from goodword.programme.bounces.models import Bounce
from goodword.programme.outbox.models import Letter
from goodword.programme.people.models import Person
from goodword.programme.permissions.wording import day_told

OF_THE_LEDGER = frozenset({"resting", "capped"})
"""Holds that a run finds from asks and acts; when somebody asks, what they cost is counted anew instead."""


def refuse_ask(person: Person, act_kind: str, *, day: date, bounds: Bounds) -> GoodwordError | None:
    """Refuse to ask somebody whom something holds, who said not now or never, or who bears no more.

    What may not be asked of anybody, and what they or their company forbade, the gate says: ask it first.

    Args:
        person: whom, under the id of today.
        act_kind: for what.
        day: of the ask.
        bounds: what settings let a person bear.
    """
    refusal = _held(person, act_kind, day) or _said_no(person, act_kind, day, bounds)
    return refusal or refuse_place(load_of(person.pk), bounds.within(Limit.objects.of(person.pk)), day=day)


def _held(person: Person, act_kind: str, day: date) -> GoodwordError | None:
    """Refuse whom the published findings hold, also under an id that was found to be theirs since."""
    generation = Publication.current()
    if generation is None:
        return None
    there = Person.objects.same_as(person.pk).values("person_id")
    holds = Hold.objects.within(generation).filter(person_id__in=there, act_kind__in=["", act_kind])
    for hold in holds.exclude(code__in=OF_THE_LEDGER).order_by("act_kind", "pk"):
        if hold.until is None or hold.until > day:
            opens = _("They may be asked again from %(day)s on.") % {"day": day_told(hold.until)} if hold.until else ""
            listed = ListedPerson.objects.within(generation).about(hold.person_id).first()
            said = why_not(hold, listed, generation.as_of) if listed else hold.sentence
            return GoodwordError(f"held-{hold.code}".replace("_", "-"), said, opens or _what_opens())
    return None


def _said_no(person: Person, act_kind: str, day: date, bounds: Bounds) -> GoodwordError | None:
    """Refuse what they answered to asks that were made here; answers of records are among the findings."""
    there = Person.objects.same_as(person.pk)
    said = Answer.objects.filter(ask__in=Ask.objects.standing(), ask__reservation__person__in=there)
    if said.filter(answer=Answer.Kind.NEVER, ask__kind=act_kind).exists():
        return GoodwordError(
            "never", _("They answered “never” when they were asked for this."), _("Ask them for nothing of this kind.")
        )
    last = said.filter(answer=Answer.Kind.NOT_NOW).order_by("-answered_on").values_list("answered_on", flat=True)[:1]
    opens = last[0] + timedelta(days=bounds.not_now_days) if last else day
    if opens <= day:
        return None
    return GoodwordError(
        "not-now",
        _("They answered “not now” on %(day)s.") % {"day": day_told(last[0])},
        _("They may be asked again from %(day)s on.") % {"day": day_told(opens)},
    )


def _what_opens() -> str:
    return _("It opens by itself once that is over, with the next run.")


def refuse_answer(ask: Ask, there: Answer | None, answer: str, *, day: date) -> GoodwordError | None:
    """Refuse an answer that is none, a second one, one before its ask, and one to an ask that arrived as a record."""
    if answer not in Answer.Kind.values:
        said = _("“%(answer)s” is no answer to an ask.") % {"answer": answer[:40]}
        return GoodwordError("unknown-answer", said, _("It is one of: %(answers)s.") % {"answers": _answers()})
    if ask.reservation_id is None:
        return _of_a_record()
    if hasattr(ask, "withdrawal"):
        return GoodwordError("ask-withdrawn", _("This ask was taken back."), _("Nobody can have answered it."))
    if day < ask.asked_on:
        said = _("They were asked on %(day)s, and cannot have answered before.") % {"day": day_told(ask.asked_on)}
        return GoodwordError("answer-before-ask", said, _("Write the day on which they answered."))
    return answered_already() if there is not None and (there.answer, there.answered_on) != (answer, day) else None


def refuse_withdrawal(ask: Ask, reason: str) -> GoodwordError | None:
    """Refuse to take back what they answered, what arrived as a record, and what nobody says a reason for."""
    if ask.reservation_id is None:
        return _of_a_record()
    if not reason.strip():
        return GoodwordError("no-reason", _("Nothing says why."), _("Say why it never reached them."))
    if hasattr(ask, "answer"):
        said = _("They answered it, so it reached them.")
        return GoodwordError("ask-answered", said, _("It counts; let them rest."))
    return None


def refuse_after_leaving(letter: Letter) -> GoodwordError | None:
    """Refuse to take back an ask whose letter has left, or may have: they may have read it, unless it came back."""
    mine = Letter.objects.filter(pk=letter.pk)
    came_back = Bounce.objects.filter(letter=letter, kind="hard")
    if mine.dropped().exists() or mine.refused().exists() or came_back.exists():
        return None
    return GoodwordError(
        "letter-left",
        _("The letter has left, or may have: they may have read it."),
        _("Let them rest, and write down what they answer."),
    )


def refuse_change(ask: Ask, answer: str, *, day: date, done: bool) -> GoodwordError | None:
    """Refuse another answer where it cannot be one, or where what was asked for is done.

    Args:
        ask: what was asked.
        answer: what they say now.
        day: when they say it.
        done: whether they did it since.
    """
    refusal = refuse_answer(ask, None, answer, day=day)
    if refusal is None and done:
        return GoodwordError(
            "done-already",
            _("What was asked for is done, so the answer to it stays."),
            _("What may be asked next time can be changed at any time."),
        )
    return refusal


def answered_already() -> GoodwordError:
    """Another answer is there."""
    return GoodwordError(
        "answered-already", _("Another answer to this ask is written down."), _("Look at the list of asks again.")
    )


def _of_a_record() -> GoodwordError:
    return GoodwordError(
        "ask-of-a-record",
        _("This ask arrived with an import."),
        _("Change it where it comes from, and load it again; or undo the import."),
    )


def _answers() -> str:
    return ", ".join(Answer.Kind.values)


def refuse_place(load: Load, bounds: Bounds, *, day: date) -> GoodwordError | None:
    """Refuse an ask that would break a rest, a cap or the person's own limit; pure.

    Args:
        load: what asks and acts cost them so far.
        bounds: what they bear, their own limit in it.
        day: of the ask.
    """
    if bounds.asks_a_quarter < 1:
        return GoodwordError(
            "limit-none", _("They want to be asked for nothing."), _("Only they can change that, on their own page.")
        )
    opens = load.opens_on(day, bounds)
    if opens <= day:
        return None
    mend = _("They may be asked again from %(day)s on.") % {"day": day_told(opens)}
    if load.rests_until is not None and load.rests_until > day:
        said = _("They rest until %(day)s after what they were asked or did.") % {"day": day_told(load.rests_until)}
        return GoodwordError("resting", said, mend)
    if bounds.days_between and load.asked and load.asked[0] > day - timedelta(days=bounds.days_between):
        said = ngettext(
            "They want a day between two asks, and were asked on %(day)s.",
            "They want %(count)s days between two asks, and were asked on %(day)s.",
            bounds.days_between,
        ) % {"count": bounds.days_between, "day": day_told(load.asked[0])}
        return GoodwordError("asked-lately", said, mend)
    if not load.full(day, bounds):
        said = _("What they were asked this quarter weighs %(there)s points; with %(more)s more it would be too much.")
        points = {"there": load.points_in_quarter(day), "more": bounds.load}
        return GoodwordError("too-heavy", said % points, mend + " " + _("Something lighter may be borne before."))
    said = ngettext(
        "They were asked once this quarter; more is not borne.",
        "They were asked %(count)s times this quarter; more is not borne.",
        load.asked_in_quarter(day),
    ) % {"count": load.asked_in_quarter(day)}
    return GoodwordError("capped", said, mend)


def asked_meanwhile() -> GoodwordError:
    """Somebody else took the place between the question and the answer."""
    return GoodwordError(
        "asked-meanwhile",
        _("Somebody else is asking them at this moment."),
        _("Look again: what they were asked stands on their page."),
        retry=True,
    )
