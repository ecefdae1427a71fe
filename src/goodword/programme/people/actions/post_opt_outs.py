"""Post opt-outs that arrived in records of people, once each; no record takes one back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from django.db import transaction

from goodword.programme.people.models import OptOut, Suppression
from goodword.programme.people.suppressing import Digester, Handle

DOOR = "records"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class OptOutRecord:
    """A row of a people table that says its person opted out.

    Attributes:
        person_id: whom it means today.
        handle: its key.
        said_on: the day it gives.
    """

    person_id: str
    handle: Handle
    said_on: date


def post_opt_outs(records: Iterable[OptOutRecord], *, at: datetime) -> int:
    """Note what records say and the list of those who may not be asked does not; return how many were new.

    A record that says again what was said before the person's own new consent tells nothing new.
    """
    digester = Digester.of_workspace()
    wanted: dict[str, OptOutRecord] = {}
    for one in records:
        digest = digester.digest(one.handle)
        if digest not in wanted or one.said_on > wanted[digest].said_on:
            wanted[digest] = one
    added = 0
    for digests in batched(sorted(wanted), _AT_ONCE):
        with transaction.atomic():
            there = {row.digest: row for row in Suppression.objects.select_for_update().filter(digest__in=digests)}
            new = [digest for digest in digests if _tells(there.get(digest), wanted[digest].said_on)]
            _suppress(new, there, wanted)
            _note({wanted[digest] for digest in new}, at)
            added += len(new)
    return added


def _tells(row: Suppression | None, said_on: date) -> bool:
    return row is None or (row.lifted_on is not None and said_on > row.lifted_on)


def _suppress(new: list[str], there: dict[str, Suppression], wanted: dict[str, OptOutRecord]) -> None:
    again = [there[digest] for digest in new if digest in there]
    for row in again:
        row.since, row.lifted_on = wanted[row.digest].said_on, None
    Suppression.objects.bulk_update(again, ["since", "lifted_on"])
    Suppression.objects.bulk_create(
        Suppression(digest=digest, since=wanted[digest].said_on) for digest in new if digest not in there
    )


def _note(records: set[OptOutRecord], at: datetime) -> None:
    """One row a person: several of their records may say the same."""
    first: dict[str, list[date]] = defaultdict(list)
    for one in records:
        first[one.person_id].append(one.said_on)
    OptOut.objects.bulk_create(
        OptOut(person_id=person, said_on=min(days), at=at, door=DOOR) for person, days in sorted(first.items())
    )
