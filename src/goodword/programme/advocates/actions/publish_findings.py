"""Publish the findings of a day: readers see the generation before, or this one, never half of either."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Max

from goodword.kit import clock
from goodword.programme.advocates.actions.raise_moment import MOMENT_DAYS, raise_moment
from goodword.programme.advocates.actions.remove_generation import remove_generation
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.publishing.accounts import segments_of
from goodword.programme.advocates.publishing.counts import counts
from goodword.programme.advocates.publishing.figures import figures
from goodword.programme.advocates.publishing.index import index
from goodword.programme.advocates.publishing.rows import batches
from goodword.programme.advocates.publishing.sheet import Sheet, lay_out
from goodword.programme.advocates.publishing.themes import themes_of
from goodword.programme.bulk import insert_columns, room_for_many
from goodword.programme.people.actions.know_people import know_people


class Late(Protocol):
    """What arrived while the findings to publish were found, so that they do not have it."""

    def findings(self) -> Sequence[Findings]:
        """What there is in it, a text each; takes as long as it takes."""

    def complete(self) -> bool:
        """Whether `findings` had everything that arrived by now."""

    def settle(self) -> None:
        """Let go of what the published findings have."""


type Progress = Callable[[str, int, int], None]

PEOPLE_AT_ONCE = 2_000
KEPT_BEFORE = 1
"""How many generations before the current one are kept, for readers who began with them."""


def publish_findings(
    findings: Findings,
    *,
    as_of: date,
    fingerprint: str,
    moment_days: int = MOMENT_DAYS,
    people_at_once: int = PEOPLE_AT_ONCE,
    progress: Progress | None = None,
    late: Late | None = None,
    since: datetime | None = None,
) -> Generation:
    """Publish findings as the next generation, and return it.

    It may be killed at any time: readers keep what they have, and the next call removes what was left behind. Two calls
    at once are not meant: whoever calls holds the lock of the run.

    What was raised in between is raised in the new generation too, in the same step that shows it.

    Args:
        findings: what was found.
        as_of: the day it was found for.
        fingerprint: changes whenever anything the findings depend on changes. The same one again publishes nothing.
        moment_days: signals observed in so many days before the end of `as_of` raise a moment.
        people_at_once: how many people one transaction writes; others wait no longer for the database than that takes.
        progress: told the stage, how many people are done and how many there are.
        late: what arrived meanwhile.
        since: when the run began: who opted out after that stays out in every step of this.
    """
    for leftover in Generation.objects.filter(state="building"):
        remove_generation(leftover)
    current = Publication.current()
    if current is not None and current.fingerprint == fingerprint:
        if late is not None:
            late.settle()
        return current
    tell = progress or (lambda _stage, _done, _total: None)
    sheet = lay_out(findings, _next_number(), as_of=as_of, moment_days=moment_days)
    generation = Generation.objects.create(
        number=sheet.generation, as_of=as_of, fingerprint=fingerprint, started_at=clock.now()
    )
    tell("publish", 0, sheet.persons.num_rows)
    with room_for_many():
        know_people(findings.accounts, sheet.persons, since=since)
        _write(sheet, people_at_once, tell)
        named = {"segments": segments_of(sheet), "themes": themes_of(sheet)}
        _flip(generation, counts(sheet) | {"figures": figures(findings, as_of=as_of)} | named, late)
        for old in Generation.objects.filter(number__lt=generation.number).order_by("-number")[KEPT_BEFORE:]:
            remove_generation(old)
    return generation


def _next_number() -> int:
    return int(Generation.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def _write(sheet: Sheet, people_at_once: int, tell: Progress) -> None:
    """Write everything that readers will see, in transactions short enough for others to get in between."""
    for done, tables in batches(sheet, people_at_once):
        with transaction.atomic():
            for model, columns in tables:
                insert_columns(model, columns)
        tell("publish", done, sheet.persons.num_rows)
    for model, columns in index(sheet):
        with transaction.atomic():
            insert_columns(model, columns)
        tell("index", sheet.persons.num_rows, sheet.persons.num_rows)


def _flip(generation: Generation, told: dict[str, Any], late: Late | None) -> None:
    """Let readers see it, with what arrived meanwhile: one transaction."""
    while True:
        joining = late.findings() if late is not None else ()
        with transaction.atomic():
            Publication.hold()
            if late is not None and not late.complete():
                continue
            generation.state = "published"
            generation.published_at = clock.now()
            generation.counts = told
            generation.save(update_fields=["state", "published_at", "counts"])
            Publication.objects.update_or_create(id=Publication.THE_ONE, defaults={"generation": generation})
            for one in joining:
                raise_moment(one, as_of=generation.as_of, by=None)
            if late is not None:
                late.settle()
            generation.refresh_from_db(fields=["counts"])
            return
