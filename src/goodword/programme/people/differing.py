"""Where the records of one person differ, field by field: every value with its sources, which counts, and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from goodword.evidence.records.values import PERSON_FIELDS
from goodword.programme.people.models import Correction, ToldValue
from goodword.programme.people.one_person import OnePerson
from goodword.programme.people.values import FIELD_WORDS, VERIFIED_WORDS, source_words, value_words


@dataclass(frozen=True, slots=True)
class Teller:
    """A record that gives a value.

    Attributes:
        row: as it was told.
        words: what to call who told it.
    """

    row: ToldValue
    words: str


@dataclass(frozen=True, slots=True)
class OneValue:
    """A value that one or several records give.

    Attributes:
        value: as the record that speaks for it has it.
        words: what to call it.
        wins: whether it is the one that counts.
        told: who gives it, the one that speaks for it first.
    """

    value: str
    words: str
    wins: bool
    told: tuple[Teller, ...]

    @property
    def verified(self) -> str | Promise:
        """How it is verified, in words; empty for a mere row."""
        return VERIFIED_WORDS.get(self.told[0].row.verified, "")

    @property
    def verified_on(self) -> date | None:
        """As of which day; None where that is not known."""
        return self.told[0].row.verified_on

    @property
    def records(self) -> set[str]:
        """The ids of those records."""
        return {one.row.record_id for one in self.told}


@dataclass(frozen=True, slots=True)
class Differing:
    """A field of which several values are told, or which somebody put right.

    Attributes:
        field: which one.
        label: what to call it.
        values: what is told, the one that counts first; as of the last run.
        corrections: what colleagues said, and nobody took back, the newest first.
    """

    field: str
    label: str | Promise
    values: tuple[OneValue, ...]
    corrections: tuple[Correction, ...]

    @property
    def waits(self) -> Correction | None:
        """The newest correction, where no run has seen it yet."""
        newest = self.corrections[0] if self.corrections else None
        seen = {record for value in self.values for record in value.records}
        return newest if newest and f"correction {newest.pk}" not in seen else None

    @property
    def overruled(self) -> Correction | None:
        """The newest correction, where something verified since counts instead of it."""
        newest = self.corrections[0] if self.corrections else None
        if newest is None or self.waits or not self.values:
            return None
        return None if f"correction {newest.pk}" in self.values[0].records else newest


def differing(person: OnePerson) -> list[Differing]:
    """Return every field of a person of which several values are told, in the order of PERSON_FIELDS."""
    told: dict[str, list[ToldValue]] = defaultdict(list)
    for row in ToldValue.objects.filter(person_id=person.today.person_id).order_by("field", "place"):
        told[row.field].append(row)
    put_right: dict[str, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.standing().filter(person_id__in=person.ids).order_by("-at", "-pk"):
        put_right[correction.field].append(correction)
    return [
        Differing(field, FIELD_WORDS[field], values_of(field, told[field]), tuple(put_right[field]))
        for field in PERSON_FIELDS
        if told[field] or put_right[field]
    ]


def values_of(field: str, rows: Iterable[ToldValue]) -> tuple[OneValue, ...]:
    """Put together what is told of a field: each value once, in the order of its first row.

    Args:
        field: which one.
        rows: what is told of it, the one that counts first.
    """
    by_form: dict[str, list[ToldValue]] = defaultdict(list)
    for row in rows:
        by_form[row.form].append(row)
    return tuple(
        OneValue(
            value=some[0].value,
            words=value_words(field, some[0].value),
            wins=some[0].wins,
            told=tuple(Teller(row, source_words(row.table, row.source, row.verified)) for row in some),
        )
        for some in by_form.values()
    )
