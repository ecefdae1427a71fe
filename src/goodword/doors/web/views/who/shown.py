"""What the pages of who is who show, as far as somebody sees the people."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.who.outcomes import outcome_words
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.differing import Differing
from goodword.programme.people.models import Person, Suggestion
from goodword.programme.people.one_person import OnePerson, one_person
from goodword.programme.people.values import value_words
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.runs.people.linked_records import LinkedRecord, linked_records
from goodword.runs.workspace import open_workspace

KEEPS = may(Right.SEE_PEOPLE, Right.SEE_CONTACTS, Right.SEE_RECORDS, Right.KEEP_PEOPLE)
"""Who may say who is who: whoever sees records and how to reach people, too."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people beside each other.

    Attributes:
        person: as they are published.
        one: what was decided about them.
        records: the records that mean them.
    """

    person: ListedPerson
    one: OnePerson
    records: list[LinkedRecord]


def side_of(request: HttpRequest, person_id: str) -> Side:
    """Somebody, as far as whoever asks sees them; an id of before leads to whom it means today.

    Raises:
        Http404: they are not there, or not for whoever asks.
    """
    one = one_person(person_id)
    person = seen(request, one.today.person_id) if one else None
    if one is None or person is None:
        raise Http404
    records = linked_records(open_workspace(settings.WORKSPACE), one.keys, one.emails)
    return Side(person, one, records)


def seen(request: HttpRequest, person_id: str) -> ListedPerson | None:
    """The person, if whoever asks sees them at all."""
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    row = sight.people(generation).about(Person.today_of(person_id)).first() if generation else None
    return sight.person(row) if row else None


def suggestions_seen(request: HttpRequest, suggestions: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """Suggestions of whom whoever asks sees both, each with the two and what speaks for it and against."""
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    rows = list(suggestions)
    if generation is None or not rows:
        return []
    ids = {one for row in rows for one in (row.one_id, row.other_id)}
    people = {row.person_id: sight.person(row) for row in sight.people(generation).filter(person_id__in=ids)}
    return [
        {"row": row, "one": people[row.one_id], "other": people[row.other_id], "reasons": _reasons(row)}
        for row in rows
        if row.one_id in people and row.other_id in people
    ]


def corrections_shown(differ: Iterable[Differing]) -> list[dict[str, Any]]:
    """What colleagues put right and nobody took back, in words: by whom, and whether it counts."""
    rows = [(one, row) for one in differ for row in one.corrections]
    called = _called({row.by for _one, row in rows})
    return [
        {
            "row": row,
            "label": one.label,
            "words": value_words(row.field, row.value),
            "who": called.get(row.by, _("the console")),
            "waits": row == one.waits,
            "overruled": row == one.overruled,
        }
        for one, row in rows
    ]


def _called(users: set[str]) -> dict[str, str]:
    ids = {by for by in users if by.isdecimal()}
    return {str(user.pk): str(user) for user in User.objects.filter(pk__in=[int(ident) for ident in ids])}


def _reasons(row: Suggestion) -> list[dict[str, Any]]:
    """What speaks for it, the strongest first, then what speaks against."""
    told = [{"label": outcome_words(reason["compared"]), "bits": reason["bits"]} for reason in row.reasons]
    return sorted(told, key=lambda reason: -float(reason["bits"]))
