"""What the records of two people say of the same field, beside each other."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from goodword.doors.web.views.who.shown import Side
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.programme.people.actions.correct_value import current_value
from goodword.programme.people.differing import Differing, differing
from goodword.programme.people.values import FIELD_WORDS, value_words


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
    """

    label: str | Promise
    both: tuple[tuple[Said, ...], tuple[Said, ...]]


def beside(one: Side, other: Side) -> list[Beside]:
    """Return every field of which more than one value is told of the two together, in the order of PERSON_FIELDS."""
    told = [{row.field: row for row in differing(side.one)} for side in (one, other)]
    found = []
    for field in PERSON_FIELDS:
        first, second = (_said(side, field, known.get(field)) for side, known in zip((one, other), told, strict=True))
        if len({" ".join(value.words.casefold().split()) for value in (*first, *second)}) > 1:
            found.append(Beside(FIELD_WORDS[field], (first, second)))
    return found


def _said(side: Side, field: str, told: Differing | None) -> tuple[Said, ...]:
    if told is not None and told.values:
        return tuple(
            Said(value.words, value.verified, tuple((teller.words, teller.row.said_on) for teller in value.told))
            for value in told.values
        )
    value = current_value(side.one.today, field)
    if not value:
        return ()
    rows = [row for row in side.records if row.told(field).casefold() == value.casefold()]
    return (Said(value_words(field, value), "", tuple((row.source, row.received_at.date()) for row in rows)),)
