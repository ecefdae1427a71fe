"""Jobs: work that outlives the request that asked for it. The row is the queue; nothing else has to survive."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor, Kind

OPEN = ("waiting", "running")
ENDED = ("done", "failed", "cancelled")
STATES = (*OPEN, *ENDED)

_WHOLE = 100


class JobQuerySet(models.QuerySet["Job"]):
    """Sets of jobs."""

    def under_way(self) -> Self:
        """Jobs that wait or run."""
        return self.filter(state__in=OPEN)

    def ended(self) -> Self:
        """Jobs that nobody will touch any more."""
        return self.filter(state__in=ENDED)

    def free(self, now: datetime) -> Self:
        """Jobs that a worker may take: due, or left behind by a worker whose lease ran out."""
        return self.filter(Q(state="waiting", due_at__lte=now) | Q(state="running", lease_until__lt=now))

    def held(self, worker: str, attempts: int) -> Self:
        """The running jobs that are still this worker's, in this attempt."""
        return self.filter(state="running", worker=worker, attempts=attempts)


class Job(models.Model):
    """One piece of work: what was asked, by whom, how far it is, what came of it.

    A job is done at least once and finished exactly once: whoever finishes it must still hold it. So what a job does
    must be safe to do again after a kill at any point; see `goodword.runs.jobs.kinds`.
    """

    kind = models.TextField()
    arguments = models.JSONField(default=dict)
    # Two jobs with the same key are the same wish; only one of them may be open. Null where any number may be.
    key = models.TextField(null=True)  # noqa: DJ001  # null is what a unique constraint passes over
    asked_by_kind = models.TextField()
    asked_by_id = models.TextField(blank=True)
    asked_door = models.TextField()
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()

    state = models.TextField(default="waiting")
    attempts = models.PositiveIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)  # attempts that ended with an error that may pass
    worker = models.TextField(blank=True)
    lease_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)  # the attempt that runs, or ran last
    cancel_asked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    stage = models.TextField(blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)  # 0 while the length is not known
    ready_at = models.DateTimeField(null=True)  # when the stage is likely to be over

    result = models.JSONField(null=True)
    error_code = models.TextField(blank=True)
    error_sentence = models.TextField(blank=True)
    error_mend = models.TextField(blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(state__in=STATES), name="job_state_is_known_word"),
            CheckConstraint(
                condition=Q(state__in=OPEN, ended_at=None) | Q(state__in=ENDED, ended_at__isnull=False),
                name="job_ended_has_its_time",
            ),
            CheckConstraint(
                condition=Q(state="running", lease_until__isnull=False) & ~Q(worker="")
                | ~Q(state="running") & Q(lease_until=None),
                name="job_running_has_a_lease",
            ),
            CheckConstraint(
                condition=Q(state="failed") & ~Q(error_code="")
                | ~Q(state="failed") & ~Q(state="done")
                | Q(state="done", error_code="", result__isnull=False),
                name="job_end_says_how_it_ended",
            ),
            CheckConstraint(
                condition=Q(asked_by_kind__in=["user", "token", "link", "console", "system"]),
                name="job_actor_is_known_word",
            ),
            CheckConstraint(condition=Q(total=0) | Q(done__lte=models.F("total")), name="job_done_is_part_of_total"),
            UniqueConstraint(fields=["key"], condition=Q(state__in=OPEN), name="job_open_once_for_each_key"),
        ]
        indexes = [
            Index(fields=["due_at", "id"], condition=Q(state__in=OPEN), name="job_queue"),
            Index(fields=["-asked_at"], name="job_newest"),
        ]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.kind}, {self.state}"

    @property
    def asked_by(self) -> Actor:
        """Who asked, as the audit trail wants to know it; what to call them is looked up where it is shown."""
        kinds: dict[str, Kind] = {
            "user": "user",
            "token": "token",
            "link": "link",
            "console": "console",
            "system": "system",
        }
        return Actor(kinds[self.asked_by_kind], self.asked_by_id, "", self.asked_door)

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in OPEN

    @property
    def percent(self) -> int | None:
        """How much of the stage is done, in whole per cent; None while its length is not known."""
        return min(_WHOLE * self.done // self.total, _WHOLE) if self.total else None

    @property
    def error(self) -> GoodwordError | None:
        """What went wrong: of a failed job for good, of a waiting one the last time."""
        if not self.error_code:
            return None
        return GoodwordError(self.error_code, self.error_sentence, self.error_mend, retry=self.is_open)

    def time_left(self, now: datetime) -> timedelta | None:
        """How long the stage will likely take from now; None while that is not known."""
        if self.ready_at is None or not self.total:
            return None
        return max(self.ready_at - now, timedelta())

    def facts(self) -> dict[str, Any]:
        """What programs may know of the job."""
        return {
            "id": self.pk,
            "kind": self.kind,
            "state": self.state,
            "asked_at": self.asked_at.isoformat(),
            "started_at": self.started_at.isoformat() if self.started_at else None,
            "ended_at": self.ended_at.isoformat() if self.ended_at else None,
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "attempts": self.attempts,
            "result": self.result,
            "error": {"code": self.error_code, "sentence": self.error_sentence, "mend": self.error_mend}
            if self.error_code
            else None,
        }
