"""Post opt-outs that arrived in records of people, once each; no record takes one back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from goodword.programme.people.actions.suppress_handles import suppress_digests
from goodword.programme.people.models import OptOut, Suppression
from goodword.programme.people.suppressing import Digester, Handle

DOOR = "records"


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

    A record that says again what it said, or what was said since, tells nothing new: a consent in between stands.
    """
    digester = Digester.of_workspace()
    wanted: dict[str, OptOutRecord] = {}
    for one in records:
        digest = digester.digest(one.handle)
        if digest not in wanted or one.said_on > wanted[digest].said_on:
            wanted[digest] = one
    last = dict(Suppression.objects.values_list("digest", "last")) if wanted else {}
    new = [digest for digest, one in sorted(wanted.items()) if digest not in last or one.said_on > last[digest]]
    by_day: dict[date, list[str]] = defaultdict(list)
    for digest in new:
        by_day[wanted[digest].said_on].append(digest)
    with transaction.atomic():
        for day, digests in sorted(by_day.items()):
            suppress_digests(digests, said_on=day)
        _note({wanted[digest] for digest in new}, at)
    return len(new)


def _note(records: set[OptOutRecord], at: datetime) -> None:
    """One row a person: several of their records may say the same."""
    first: dict[str, list[date]] = defaultdict(list)
    for one in records:
        first[one.person_id].append(one.said_on)
    OptOut.objects.bulk_create(
        OptOut(person_id=person, said_on=min(days), at=at, door=DOOR) for person, days in sorted(first.items())
    )
