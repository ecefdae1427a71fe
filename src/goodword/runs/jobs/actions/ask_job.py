"""Ask for a job. Asked for twice while it is open, it is the same job."""

from typing import Any

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.jobs.kinds import kind_named
from goodword.runs.jobs.models import Job


def ask_job(kind: str, arguments: dict[str, Any] | None = None, *, by: Actor, key: str | None = None) -> Job:
    """Put a job into the queue, and return it; what is returned survives any crash from now on.

    Args:
        kind: see `goodword.runs.jobs.kinds`.
        arguments: what the handler needs, as JSON can hold it.
        by: who asks.
        key: where an open job has the same key, that one is returned and nothing new is asked for.

    Raises:
        GoodwordError: there is no such kind of job.
    """
    kind_named(kind)
    while True:
        there = Job.objects.under_way().filter(key=key).first() if key else None
        if there is not None:
            return there
        try:
            return _queued(kind, arguments or {}, by, key)
        except IntegrityError:
            # Somebody asked for the same in this very moment, and their job may even have ended since: look again.
            if key is None:
                raise


def _queued(kind: str, arguments: dict[str, Any], by: Actor, key: str | None) -> Job:
    now = clock.now()
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind,
            arguments=arguments,
            key=key,
            asked_by_kind=by.kind,
            asked_by_id=by.ident,
            asked_door=by.door,
            asked_at=now,
            due_at=now,
        )
        record(by, "ask", "job", str(job.pk), after={"kind": kind, "arguments": arguments})
    return job
