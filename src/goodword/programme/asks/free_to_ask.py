"""Who is free to be asked for a kind of act today, for everybody at once: what a change of a kind would do.

`may_ask` says the same person by person; a test compares the two.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from goodword.programme.advocates.models import Hold, Publication
from goodword.programme.asks.bounds import Bounds, Load
from goodword.programme.asks.models import Answer, Ask, Limit, PastLoad, Reservation
from goodword.programme.asks.policies import OF_THE_LEDGER, refuse_place
from goodword.programme.asks.prerequisites import refuse_prerequisites
from goodword.programme.choosing.models import LotRule
from goodword.programme.people.models import Person
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.facts import known_facts
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.policies import judge


@dataclass(frozen=True, slots=True)
class Everybody:
    """What was asked and said of everybody, fetched once, by the id of today.

    Attributes:
        people: everybody.
        loads: what asks and acts cost them.
        limits: what they want at most.
        holds: the kinds of act from which each is held; the empty one is every kind.
        never: the kinds to which they said never.
        not_now: the day of their last "not now".
    """

    people: dict[str, Person]
    loads: dict[str, Load]
    limits: dict[str, Limit]
    holds: dict[str, set[str]]
    never: dict[str, set[str]]
    not_now: dict[str, date]


def everybody(day: date) -> Everybody:
    """Fetch what is known of everybody on a day; a fixed number of questions to the database."""
    rows = {person.pk: person for person in Person.objects.all()}
    today = {pk: person.root_id or pk for pk, person in rows.items()}
    never: dict[str, set[str]] = defaultdict(set)
    not_now: dict[str, date] = {}
    said = Answer.objects.filter(ask__in=Ask.objects.standing(), ask__reservation__isnull=False)
    told = said.values_list("answer", "answered_on", "ask__kind", "ask__reservation__person")
    for answer, on, kind, person in told:
        who = today[person]
        if answer == Answer.Kind.NEVER:
            never[who].add(kind)
        elif answer == Answer.Kind.NOT_NOW:
            not_now[who] = max(on, not_now.get(who, on))
    people = {pk: person for pk, person in rows.items() if person.root_id is None}
    limits = {today[limit.person_id]: limit for limit in Limit.objects.order_by("at", "pk")}
    return Everybody(people, _loads(today), limits, _holds(today, day), never, not_now)


def free_to_ask(kind: Policy, known: Everybody, *, day: date, bounds: Bounds) -> set[str]:
    """The ids of today of all who may be asked for a kind of act, as it would be.

    Args:
        kind: the kind, as it is or as somebody would have it.
        known: what is known of everybody on that day.
        day: of the ask.
        bounds: what settings let a person bear.
    """
    deeds = [Deed(verb=Verb.ASK, act_kind=kind.code, person_id=person) for person in known.people]
    facts = replace(known_facts(deeds), kinds={kind.code: kind}, choosable=LotRule.objects.is_off())
    allowed = [deed.person_id for deed in deeds if judge(deed, facts, day=day) is None]
    ours = bounds.for_kind(kind)
    return {person for person in allowed if _free(person, kind, known, day=day, bounds=ours)}


def _free(person: str, kind: Policy, known: Everybody, *, day: date, bounds: Bounds) -> bool:
    if known.holds.get(person, set()) & {"", kind.code} or kind.code in known.never.get(person, ()):
        return False
    if person in known.not_now and known.not_now[person] + timedelta(days=bounds.not_now_days) > day:
        return False
    load, theirs = known.loads.get(person, Load()), bounds.within(known.limits.get(person))
    if refuse_place(load, theirs, day=day) is not None:
        return False
    return refuse_prerequisites(known.people[person], kind, day) is None


def _holds(today: dict[str, str], day: date) -> dict[str, set[str]]:
    generation = Publication.current()
    found: dict[str, set[str]] = defaultdict(set)
    if generation is None:
        return found
    rows = Hold.objects.within(generation).exclude(code__in=OF_THE_LEDGER)
    for person, kind, until in rows.values_list("person_id", "act_kind", "until"):
        if until is None or until > day:
            found[today.get(person, person)].add(kind)
    return found


def _loads(today: dict[str, str]) -> dict[str, Load]:
    asked: dict[str, list[tuple[date, int]]] = defaultdict(list)
    rests: dict[str, list[date]] = defaultdict(list)
    places = Reservation.objects.standing().values_list(
        "person", "reserved_on", "load", "rests_until", "rests_at_least", "ask__answer__answer"
    )
    for person, day, load, until, least, answer in places:
        asked[today[person]].append((day, load))
        rests[today[person]].append(least if least and answer and answer != "accepted" else until)
    past = PastLoad.objects.values_list("person", "happened_on", "load", "rests_until", "kind")
    for person, day, load, until, kind in past:
        rests[today[person]].append(until)
        if kind == PastLoad.ASK:
            asked[today[person]].append((day, load))
    return {person: _load(asked[person], rests[person]) for person in rests}


def _load(asked: Iterable[tuple[date, int]], rests: Iterable[date]) -> Load:
    newest = sorted(asked, reverse=True)
    return Load(tuple(day for day, _ in newest), max(rests, default=None), tuple(load for _, load in newest))
