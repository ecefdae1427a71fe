"""Everything that was decided about who one person is, and whether they may be asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from goodword.programme.people.models import Apart, Consent, Merge, Person, Split, Suggestion
from goodword.programme.people.opted_out import OptedOut, opted_out


@dataclass(frozen=True, slots=True)
class OnePerson:
    """A person under all their ids.

    Attributes:
        today: the row of today.
        ids: every id they were ever published under, that of today first.
        keys: every key of theirs, sorted.
        emails: every address of theirs, sorted.
        merges: merges that stand, the oldest first.
        splits: records that were taken for theirs and are somebody else's.
        aparts: those who only look like them.
        suggestions: who may be them as well, the surest first.
        out: since when nobody may ask them, and how they said so; None where one may.
        consents: how they said that one may, the newest first.
        names: what to call everybody named here, by id.
    """

    today: Person
    ids: tuple[str, ...]
    keys: tuple[str, ...]
    emails: tuple[str, ...]
    merges: tuple[Merge, ...]
    splits: tuple[Split, ...]
    aparts: tuple[Apart, ...]
    suggestions: tuple[Suggestion, ...]
    out: OptedOut | None
    consents: tuple[Consent, ...]
    names: dict[str, str]

    def other_of(self, pair: Merge | Apart | Suggestion) -> str:
        """The one of two who is not the person, or was not."""
        return pair.one_id if pair.other_id == self.today.person_id or pair.one_id not in self.ids else pair.other_id


def one_person(person_id: str) -> OnePerson | None:
    """Return what is known of whoever an id of today or of before means; None where it means nobody."""
    rows = list(Person.objects.same_as(person_id).order_by("person_id"))
    today = next((row for row in rows if row.root_id is None), None)
    if today is None:
        return None
    ids = (today.person_id, *(row.person_id for row in rows if row is not today))
    pair = Q(one_id__in=ids) | Q(other_id__in=ids)
    merges = tuple(Merge.objects.standing().filter(pair).order_by("at", "pk"))
    aparts = tuple(Apart.objects.standing().filter(pair).order_by("at", "pk"))
    suggestions = tuple(Suggestion.objects.filter(pair).order_by("-probability", "pk"))
    pairs: tuple[Merge | Apart | Suggestion, ...] = (*merges, *aparts, *suggestions)
    named = {one for two in pairs for one in (two.one_id, two.other_id)}
    return OnePerson(
        today=today,
        ids=ids,
        keys=tuple(sorted({key for row in rows for key in row.person_keys})),
        emails=tuple(sorted({email for row in rows for email in (row.email, *row.emails) if email})),
        merges=merges,
        splits=tuple(Split.objects.standing().filter(person_id__in=ids).order_by("at", "pk")),
        aparts=aparts,
        suggestions=suggestions,
        out=opted_out(today.person_id),
        consents=tuple(Consent.objects.filter(person_id__in=ids).order_by("-at", "-pk")),
        names=names_of({*ids, *named}),
    )


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """Return what to call some people, by id; one who is not known any more is left out."""
    return {row.person_id: str(row) for row in Person.objects.filter(person_id__in=set(ids))}
