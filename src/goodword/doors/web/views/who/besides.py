"""What the records of two people say of the same field, beside each other, and what would count of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goodword.doors.web.views.who.shown import Side
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit import clock
from goodword.programme.advocates.employments import employments_of
from goodword.programme.people.actions.correct_value import current_value
from goodword.programme.people.differing import Differing, OneValue, differing, values_of
from goodword.programme.people.models import ToldValue
from goodword.programme.people.values import FIELD_WORDS, value_words
from goodword.runs.foretelling import Known, foretold_values
from goodword.runs.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Said:
    """A value of one of the two.

    Attributes:
        words: what to call it.
        verified: how it is verified, in words; empty for a mere row, or where nothing had to be decided.
        tellers: who says so, each with the day.
    """

    words: str
    verified: str | Promise
    tellers: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A field of which the two have different values.

    Attributes:
        label: what to call it.
        both: the values of each of the two, the one that counts today first.
        then: the value that counts once they are one person.
    """

    label: str | Promise
    both: tuple[tuple[Said, ...], tuple[Said, ...]]
    then: Said | None


def beside(one: Side, other: Side) -> list[Beside]:
    """Return every field of which more than one value is told of the two together, in the order of PERSON_FIELDS."""
    then = _then(one, other)
    told = [{row.field: row for row in differing(side.one)} for side in (one, other)]
    found = []
    for field in PERSON_FIELDS:
        first, second = (_said(side, field, known.get(field)) for side, known in zip((one, other), told, strict=True))
        if len({" ".join(value.words.casefold().split()) for value in (*first, *second)}) > 1:
            found.append(Beside(FIELD_WORDS[field], (first, second), then.get(field)))
    return found


def _said(side: Side, field: str, told: Differing | None) -> tuple[Said, ...]:
    if told is not None and told.values:
        return tuple(_of(value) for value in told.values)
    value = current_value(side.one.today, field)
    if not value:
        return ()
    rows = [row for row in side.records if row.told(field).casefold() == value.casefold()]
    return (Said(value_words(field, value), "", tuple((row.source, row.received_at.date()) for row in rows)),)


def _then(one: Side, other: Side) -> dict[str, Said]:
    """By field the value that would count if a run of today took the two for one."""
    both = [Known(side.one, side.records, employments_of(side.person)) for side in (one, other)]
    foretold = foretold_values(open_workspace(settings.WORKSPACE), both, clock.today())
    told: dict[str, list[ToldValue]] = defaultdict(list)
    for row in foretold.told:
        told[row.field].append(row)
    return {
        field: _of(values_of(field, told[field])[0]) if field in told else _alone(field, value)
        for field, value in foretold.person.items()
        if value
    }


def _alone(field: str, value: str) -> Said:
    return Said(value_words(field, value), _("nothing else holds today"), ())


def _of(value: OneValue) -> Said:
    return Said(value.words, value.verified, tuple((teller.words, teller.row.said_on) for teller in value.told))
