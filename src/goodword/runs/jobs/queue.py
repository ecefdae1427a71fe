"""How workers take jobs and give them back: every step is one UPDATE that counts only if the job is still theirs.

So it does not matter who is slow, stopped or killed at which moment: of two workers that want the same step one gets
it, on SQLite and on PostgreSQL.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.notify_user import notify_job_ended
from goodword.programme.team.models import User
from goodword.runs.jobs.kinds import known_kind
from goodword.runs.jobs.models import Job

LEASE = timedelta(seconds=30)
"""How long a job stays with a worker that is not heard of."""

MOST_FAILURES = 6
"""After so many errors that might have passed, the job fails."""

MOST_ATTEMPTS = 20
"""So often a job is taken up before it counts as one that kills its workers."""

KEPT = 500
"""How many ended jobs are kept; older ones are forgotten, what they did is in the audit trail."""

_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(minutes=15)


def claim(worker: str, now: datetime) -> Job | None:
    """Take the job that has been due longest; None where there is none."""
    while True:
        job = Job.objects.free(now).order_by("due_at", "pk").first()
        if job is None:
            return None
        mine = Job.objects.free(now).filter(pk=job.pk, attempts=job.attempts, worker=job.worker)
        taken = mine.update(
            state="running",
            worker=worker,
            attempts=F("attempts") + 1,
            started_at=now,
            lease_until=now + LEASE,
            stage="",
            done=0,
            total=0,
            ready_at=None,
        )
        if taken:
            return Job.objects.get(pk=job.pk)


def renew(job: Job, now: datetime) -> bool:
    """Keep a job for another while; False where it is no longer this worker's."""
    return bool(Job.objects.held(job.worker, job.attempts).filter(pk=job.pk).update(lease_until=now + LEASE))


def tell(job: Job, *, stage: str, done: int, total: int, ready_at: datetime | None) -> bool:
    """Write down how far a job is; False where it is no longer this worker's."""
    return bool(
        Job.objects.held(job.worker, job.attempts)
        .filter(pk=job.pk)
        .update(stage=stage, done=done, total=total, ready_at=ready_at)
    )


def is_cancelled(job: Job) -> bool:
    """Whether somebody asked that a job be given up."""
    return Job.objects.filter(pk=job.pk, cancel_asked_at__isnull=False).exists()


def finish(job: Job, result: dict[str, Any], now: datetime) -> bool:
    """End a job as done; False where it is no longer this worker's, and then nothing is written."""
    return _end(job, now, state="done", result=result, error_code="", error_sentence="", error_mend="")


def give_up(job: Job, now: datetime) -> bool:
    """End a job as cancelled."""
    return _end(job, now, state="cancelled")


def fail(job: Job, error: GoodwordError, now: datetime) -> bool:
    """End a job as failed; or let it wait, longer each time, where the error may pass."""
    words: dict[str, Any] = {
        "error_code": error.code,
        "error_sentence": error.sentence,
        "error_mend": error.mend,
        "failures": job.failures + 1,
    }
    if not error.retry or job.failures + 1 >= MOST_FAILURES:
        return _end(job, now, state="failed", **words)
    pause = min(_FIRST_PAUSE * 3**job.failures, _LONGEST_PAUSE)
    return _released(job, due_at=now + pause, **words)


def hand_back(job: Job, now: datetime) -> bool:
    """Let a job go on elsewhere at once: the worker was asked to stop."""
    return _released(job, due_at=now)


def _released(job: Job, *, due_at: datetime, **words: object) -> bool:
    mine = Job.objects.held(job.worker, job.attempts).filter(pk=job.pk)
    return bool(mine.update(state="waiting", worker="", lease_until=None, due_at=due_at, **words))


def _end(job: Job, now: datetime, **words: Any) -> bool:  # noqa: ANN401  # columns of the row
    with transaction.atomic():
        mine = Job.objects.held(job.worker, job.attempts).filter(pk=job.pk)
        ended = mine.update(lease_until=None, ready_at=None, ended_at=now, **words)
        if ended:
            _tell(job, words)
            _forget_oldest()
    return bool(ended)


def _tell(job: Job, words: dict[str, Any]) -> None:
    """Tell whoever asked for a job how it ended, unless they gave it up themselves or wait for it on a page."""
    kind, by = known_kind(job.kind), job.asked_by
    if by.kind != "user" or kind is None or kind.quiet or words["state"] not in {"done", "failed"}:
        return
    user = User.objects.filter(pk=int(by.ident)).first()
    if user is None:
        return
    failed = words["state"] == "failed"
    failure = GoodwordError(words["error_code"], words["error_sentence"], words["error_mend"]) if failed else None
    notify_job_ended(user, str(kind.label), key=str(job.pk), failure=failure, url=f"/jobs/{job.pk}/")


def _forget_oldest() -> None:
    ended = Job.objects.ended().order_by("-ended_at", "-pk")
    last_kept = list(ended.values_list("ended_at", flat=True)[KEPT - 1 : KEPT])
    if last_kept:
        ended.filter(ended_at__lt=last_kept[0]).delete()
