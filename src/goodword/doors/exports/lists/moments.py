"""Moments that wait, and the answers that were given, each with its person."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db.models import QuerySet

from goodword.doors.exports.lists.published import PEOPLE_AT_ONCE, list_changed, published_facts
from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.advocates.answering import MomentAnswer
from goodword.programme.advocates.models import KIND_BITS, Generation, ListedPerson, Moment, Signal
from goodword.programme.advocates.next_steps import act_after
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_now import in_one_line
from goodword.programme.people.models import Person
from goodword.programme.team.browsing import names_of

_MOMENT: dict[str, Type] = {
    "person_id": "text",
    "name": "text",
    "account": "text",
    "raised_at": "instant",
    "kind": "text",
    "next_act": "text",
    "resting": "yes_no",
    "words": "text",
    "words_from": "text",
}
_ANSWER: dict[str, Type] = {
    "answer_id": "whole",
    "at": "instant",
    "answer": "text",
    "until": "day",
    "person_id": "text",
    "name": "text",
    "account": "text",
    "answered_by_id": "text",
    "answered_by": "text",
}


def moments_sheet(generation: Generation, sight: Sight, moments: QuerySet[Moment]) -> Sheet:
    """Moments in their order, each with its person."""
    columns: dict[str, Type] = {
        **_MOMENT,
        **({"why": "text"} if sight.scores else {}),
        **({"email": "text"} if sight.contacts else {}),
    }
    return Sheet.of("today", columns, _moments(generation, sight, moments), facts=published_facts(generation))


def _moments(generation: Generation, sight: Sight, moments: QuerySet[Moment]) -> Iterator[Cells]:
    for some in batched(moments.iterator(chunk_size=ROWS_AT_ONCE), PEOPLE_AT_ONCE):
        people = _people(generation, sight, [moment.person_id for moment in some])
        for moment in some:
            if moment.person_id not in people:
                raise list_changed()
            yield _moment(sight.moment(moment), people[moment.person_id], generation, sight)


def _people(generation: Generation, sight: Sight, ids: Iterable[str]) -> dict[str, ListedPerson]:
    """Those of these people who are seen at all, with what is seen of them."""
    found = sight.people(generation).filter(person_id__in=list(ids))
    return {row.person_id: sight.person(row) for row in found}


def _moment(seen: Moment, person: ListedPerson, generation: Generation, sight: Sight) -> Cells:
    kind = seen.kind if sight.kinds(KIND_BITS[seen.kind]) else ""
    words = seen.words or {}
    return {
        "person_id": seen.person_id,
        "name": person.name,
        "account": person.account,
        "raised_at": seen.raised_at,
        "kind": kind,
        "next_act": act_after(kind, person, generation.as_of) if kind else "",
        "resting": seen.resting,
        "words": words.get("quote"),
        "words_from": words.get("channel"),
        "why": "; ".join(map(in_one_line, seen.why_now)),
        "email": person.email,
    }


def answers_sheet(generation: Generation, sight: Sight) -> Sheet:
    """What was done about the moments of the people one sees, the newest first; what was taken back is left out.

    Which signal was answered, and of which kind, stands there for those who see signals; its kind where today's
    findings still have it.
    """
    columns: dict[str, Type] = {
        **_ANSWER,
        **({"signal_id": "text", "kind": "text"} if sight.scores and sight.words else {}),
        **({"note": "text"} if sight.notes else {}),
        **({"email": "text"} if sight.contacts else {}),
    }
    return Sheet.of("answers", columns, _answers(generation, sight), facts=published_facts(generation))


def _answers(generation: Generation, sight: Sight) -> Iterator[Cells]:
    given = MomentAnswer.objects.standing().order_by("-at", "-pk")
    for some in batched(given.iterator(chunk_size=ROWS_AT_ONCE), PEOPLE_AT_ONCE):
        today = _ids_of_today({one.person_id for one in some})
        people = _people(generation, sight, set(today.values()))
        kinds = _kinds(generation, sight, some)
        names = names_of(("user", one.by) for one in some if one.by)
        for one in some:
            if today[one.person_id] in people:
                name = names["user", one.by].name if one.by else ""
                kind = kinds.get((one.person_id, one.signal_id), "")
                yield _answer(one, people[today[one.person_id]]) | {"answered_by": name, "kind": kind}


def _ids_of_today(ids: set[str]) -> dict[str, str]:
    """Whom each id means today: answers keep the id of their day."""
    merged = Person.objects.exclude(root=None).filter(person_id__in=ids).values_list("person_id", "root_id")
    return {one: one for one in ids} | {one: root for one, root in merged if root}


def _kinds(generation: Generation, sight: Sight, given: Iterable[MomentAnswer]) -> dict[tuple[str, str], str]:
    """Of which kind the signals are that were answered, by person and signal."""
    if not (sight.scores and sight.words):
        return {}
    ids = {one.signal_id: one.person_id for one in given}
    rows = Signal.objects.within(generation).filter(person_id__in=set(ids.values()), signal_id__in=list(ids))
    return {(person, signal): kind for person, signal, kind in rows.values_list("person_id", "signal_id", "kind")}


def _answer(one: MomentAnswer, person: ListedPerson) -> Cells:
    return {
        "answer_id": one.pk,
        "at": one.at,
        "answer": one.verb,
        "until": one.until,
        "person_id": person.person_id,
        "name": person.name,
        "account": person.account,
        "answered_by_id": one.by,
        "signal_id": one.signal_id,
        "note": one.note,
        "email": person.email,
    }
