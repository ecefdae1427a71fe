"""Publish the findings of a day: readers see the generation before, or this one, never half of either."""

from collections.abc import Callable
from datetime import UTC, date, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db import transaction
from django.db.models import Max

from goodword.kit import clock
from goodword.programme.advocates.actions.remove_generation import remove_generation
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import (
    Generation,
    Hold,
    Likelihood,
    ListedPerson,
    Moment,
    Publication,
    Remark,
    Signal,
)
from goodword.programme.advocates.publishing import rows
from goodword.programme.advocates.publishing.counts import counts
from goodword.programme.advocates.publishing.evidence import texts_behind, with_speakers
from goodword.programme.advocates.publishing.grouping import group_by_person
from goodword.programme.advocates.publishing.standing import standing
from goodword.programme.bulk import insert_rows
from goodword.programme.people.actions.know_people import know_people

type Progress = Callable[[str, int, int], None]

MOMENT_DAYS = 14
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
) -> Generation:
    """Publish findings as the next generation, and return it.

    It may be killed at any time: readers keep what they have, and the next call removes what was left behind. Two calls
    at once are not meant: whoever calls holds the lock of the run.

    Args:
        findings: what was found.
        as_of: the day it was found for.
        fingerprint: changes whenever anything the findings depend on changes. The same one again publishes nothing.
        moment_days: signals observed in so many days before the end of `as_of` raise a moment.
        people_at_once: how many people one transaction writes; others wait no longer for the database than that takes.
        progress: told the stage, how many people are done and how many there are.
    """
    for leftover in Generation.objects.filter(state="building"):
        remove_generation(leftover)
    current = Publication.current()
    if current is not None and current.fingerprint == fingerprint:
        return current
    tell = progress or (lambda _stage, _done, _total: None)
    sheet = _sheet(findings, _next_number(), as_of=as_of, moment_days=moment_days)
    total = sheet.persons.num_rows
    generation = Generation.objects.create(
        number=sheet.generation, as_of=as_of, fingerprint=fingerprint, started_at=clock.now()
    )
    tell("publish", 0, total)
    know_people(findings.accounts, sheet.persons)
    for done, batch in sheet.batches(people_at_once):
        _insert(batch)
        tell("publish", done, total)
    _flip(generation, counts(sheet))
    for old in Generation.objects.filter(number__lt=generation.number).order_by("-number")[KEPT_BEFORE:]:
        remove_generation(old)
    return generation


def _next_number() -> int:
    return int(Generation.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def _sheet(findings: Findings, number: int, *, as_of: date, moment_days: int) -> rows.Sheet:
    persons = findings.persons.sort_by("person_id")
    person_ids = pc.cast(persons["person_id"], pa.string()).combine_chunks()
    signals, holds, likelihoods, employments, remarks = (
        group_by_person(table, person_ids)
        for table in (
            findings.signals,
            findings.holds,
            findings.likelihoods,
            findings.employments,
            with_speakers(findings.remarks, findings.texts),
        )
    )
    return rows.Sheet(
        generation=number,
        persons=persons,
        accounts={row["account_id"]: row for row in findings.accounts.to_pylist()},
        signals=signals,
        holds=holds,
        likelihoods=likelihoods,
        remarks=remarks,
        employments=employments,
        texts=texts_behind(findings.texts, signals=findings.signals, remarks=findings.remarks),
        standing=standing(persons, signals, holds, likelihoods, as_of=as_of, moment_days=moment_days),
        since=clock.end_of(as_of).replace(tzinfo=UTC) - timedelta(days=moment_days),
    )


def _insert(batch: rows.Batch) -> None:
    with transaction.atomic():
        insert_rows(ListedPerson, rows.LISTED, batch.listed)
        insert_rows(Signal, rows.SIGNAL, batch.signals)
        insert_rows(Hold, rows.HOLD, batch.holds)
        insert_rows(Likelihood, rows.LIKELIHOOD, batch.likelihoods)
        insert_rows(Remark, rows.REMARK, batch.remarks)
        insert_rows(Moment, rows.MOMENT, batch.moments)


def _flip(generation: Generation, told: dict[str, Any]) -> None:
    """Let readers see it: one transaction."""
    with transaction.atomic():
        generation.state = "published"
        generation.published_at = clock.now()
        generation.counts = told
        generation.save(update_fields=["state", "published_at", "counts"])
        Publication.objects.update_or_create(id=Publication.THE_ONE, defaults={"generation": generation})
