"""Who may be drawn, and what somebody drawn comes to now. No score, no signal and no hold is looked at here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Hold, Publication
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.models import Answer, Ask, Limit
from goodword.programme.asks.models.load import first_day_of_quarter
from goodword.programme.people.models import Person
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may
from goodword.programme.terms.standing import terms_of

_KEEPS_EVERYBODY_OUT = frozenset({"unknown-act-kind", "nobody-asks", "by-lot-only"})
_INTO_THE_NEXT = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody drawn comes to on a day; neither excluded nor waiting, they are invited.

    Attributes:
        excluded: why they are not invited at all; empty where nothing of their own forbids it.
        opens_on: the first day that lets them be invited; None where this one does.
        why: what they wait for.
    """

    excluded: str = ""
    opens_on: date | None = None
    why: str = ""


def standing_of(person: Person, *, kind: str, day: date, bounds: Bounds) -> Standing:
    """Say whether somebody drawn is invited now, later, or for a reason of their own never.

    Args:
        person: whom, under the id of today.
        kind: of act, for which they were drawn.
        day: of the invitation.
        bounds: what settings let a person bear.

    Raises:
        GoodwordError: nobody at all may be asked for it.
    """
    refusal = may(ask_by_lot(person.pk, kind), day=day)
    if refusal is not None:
        return Standing(excluded=excluding(refusal))
    limit = Limit.objects.of(person.pk)
    if (limit is not None and limit.asks_a_quarter == 0) or terms_of(person.pk).way:
        return Standing(excluded="limit")  # who wants no letter of the programme's is sent none
    if person.pk in set(who_said_never(kind, [person.pk])):
        return Standing(excluded="never")
    return _waiting(person, kind, limit, day, bounds)


def ask_by_lot(person_id: str, kind: str) -> Deed:
    """To ask somebody for a kind of act because they were drawn."""
    return Deed(verb=Verb.ASK, act_kind=kind, person_id=person_id, by_lot=True)


def excluding(refusal: GoodwordError) -> str:
    """Why the gate keeps somebody out of the lot.

    Raises:
        GoodwordError: it keeps everybody out.
    """
    if refusal.code in _KEEPS_EVERYBODY_OUT:
        raise refusal
    return "opted-out" if refusal.code == "opted-out" else "denied"


def who_said_never(kind: str, only: list[str] | None = None) -> Iterator[str]:
    """The ids of today of those who answered never to a kind of act, to an ask made here or in a record."""
    said = Answer.objects.filter(ask__in=Ask.objects.standing(), ask__kind=kind, answer=Answer.Kind.NEVER)
    ids = set(said.exclude(ask__reservation=None).values_list("ask__reservation__person", flat=True))
    generation = Publication.current()
    if generation is not None:
        found = Hold.objects.within(generation).filter(code="never", act_kind=kind)
        ids |= set(found.values_list("person_id", flat=True))
    roots = Person.objects.filter(pk__in=ids).values_list("person_id", "root_id")
    yield from (root or one for one, root in roots if only is None or (root or one) in only)


def _waiting(person: Person, kind: str, limit: Limit | None, day: date, bounds: Bounds) -> Standing:
    theirs, load = bounds.within(limit), load_of(person.pk)
    opens, why = load.opens_on(day, theirs), "resting"
    if theirs.asks_a_quarter < 1:
        opens, why = first_day_of_quarter(first_day_of_quarter(day) + _INTO_THE_NEXT), "capped"
    elif opens > day and (load.rests_until is None or load.rests_until < opens):
        why = "capped"
    again = _not_now_until(person, kind, bounds)
    if again is not None and again > opens:
        opens, why = again, "not-now"
    return Standing(opens_on=opens, why=why) if opens > day else Standing()


def _not_now_until(person: Person, kind: str, bounds: Bounds) -> date | None:
    """The first day after what they asked us to wait for; None where they asked for nothing."""
    there = Person.objects.same_as(person.pk)
    said = Answer.objects.filter(
        ask__in=Ask.objects.standing(), ask__reservation__person__in=there, answer=Answer.Kind.NOT_NOW
    )
    days = [day + timedelta(days=bounds.not_now_days) for day in said.values_list("answered_on", flat=True)]
    generation = Publication.current()
    if generation is not None:
        ids = there.values("person_id")
        found = Hold.objects.within(generation).filter(person_id__in=ids, code="not_now", act_kind__in=["", kind])
        days += [until for until in found.values_list("until", flat=True) if until is not None]
    return max(days, default=None)
