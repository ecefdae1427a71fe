"""A worker: takes one job after the other, keeps its lease while it works, and says how it ended."""

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NoReturn

from django.db import DatabaseError, close_old_connections, connection

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.jobs import queue
from goodword.runs.jobs.kinds import Result, Task, kind_named
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import Workspace

_log = logging.getLogger(__name__)

_BEAT_SECONDS = 1.0
_RENEW_EVERY_BEATS = 5
_IDLE_SECONDS = 1.0
_PATIENCE_SECONDS = 6.0
"""How long a handler may take to tell how far it is once its worker has to stop. Whoever waits for the worker waits
longer."""
_WHILE_THIS_PROCESS_ENDS = timedelta(seconds=1)


class Cancelled(Exception):  # noqa: N818 - not an error: somebody wanted it
    """Raised in a handler whose job somebody cancelled."""


class Stopped(Exception):  # noqa: N818 - not an error: the worker was asked to stop
    """Raised in a handler whose worker has to stop, or to which the job no longer belongs."""


def worker_name() -> str:
    """A name that no other worker has, on this machine or another."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


@dataclass(slots=True)
class Report:
    """How far a job is: the handler writes it, the pulse reads it and writes it down now and then.

    The handler itself never touches the database for this, so it may tell in the middle of a transaction.
    """

    stop: threading.Event
    patience_seconds: float = _PATIENCE_SECONDS
    cancelled: threading.Event = field(default_factory=threading.Event)
    lost: threading.Event = field(default_factory=threading.Event)
    stage: str = ""
    done: int = 0
    total: int = 0
    stage_began: float = field(default_factory=time.monotonic)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Take down how far it is.

        Raises:
            Cancelled: somebody cancelled the job.
            Stopped: the worker has to stop, or the job is no longer its own.
        """
        if stage != self.stage or total != self.total:
            self.stage_began = time.monotonic()
        self.stage, self.done, self.total = stage, min(max(done, 0), total) if total else max(done, 0), max(total, 0)
        if self.cancelled.is_set():
            raise Cancelled
        if self.stop.is_set() or self.lost.is_set():
            raise Stopped

    def left(self) -> timedelta | None:
        """How long the stage will likely take, going on as before; None while that cannot be told."""
        if not self.total or not self.done:
            return None
        so_far = time.monotonic() - self.stage_began
        return timedelta(seconds=so_far * (self.total - self.done) / self.done)


@contextmanager
def pulse(job: Job, report: Report) -> Iterator[None]:
    """While the block runs: keep the lease, write down how far it is, and notice when it was cancelled or lost."""
    over = threading.Event()
    beating = threading.Thread(target=_beat, args=(job, report, over), daemon=True, name=f"pulse of job {job.pk}")
    beating.start()
    try:
        yield
    finally:
        over.set()
        beating.join()


def _beat(job: Job, report: Report, over: threading.Event) -> None:
    beats, told, asked_to_stop = 0, ("", -1, -1), 0.0
    try:
        while not over.wait(_BEAT_SECONDS):
            beats += 1
            asked_to_stop += _BEAT_SECONDS if report.stop.is_set() else 0
            if asked_to_stop > report.patience_seconds:
                _leave(job)
            try:
                told = _tell(job, report, told)
                if beats % _RENEW_EVERY_BEATS == 0 and not queue.renew(job, clock.now()):
                    report.lost.set()
                if queue.is_cancelled(job):
                    report.cancelled.set()
            except DatabaseError:
                # Busy or away for a moment; the next beat tries again, and the lease is longer than many beats.
                _log.warning("job %s: the database could not be reached", job.pk)
                close_old_connections()
    finally:
        connection.close()


def _leave(job: Job) -> NoReturn:
    """Hand a job back whose handler does not look up, and end this process: it must not go on in two places."""
    try:
        queue.hand_back(job, clock.now() + _WHILE_THIS_PROCESS_ENDS)
    finally:  # where the database cannot be reached, the lease runs out instead
        os._exit(0)


def _tell(job: Job, report: Report, told: tuple[str, int, int]) -> tuple[str, int, int]:
    now = (report.stage, report.done, report.total)
    if now != told:
        left = report.left()
        ready_at = clock.now() + left if left is not None else None
        queue.tell(job, stage=now[0], done=now[1], total=now[2], ready_at=ready_at)
    return now


def perform(job: Job, workspace: Workspace, report: Report) -> None:
    """Do a job that this worker has claimed, and write down how it ended."""
    try:
        result = _handled(job, workspace, report)
    except Cancelled:
        queue.give_up(job, clock.now())
    except Stopped:
        queue.hand_back(job, clock.now())
    except GoodwordError as error:
        if queue.is_cancelled(job):
            queue.give_up(job, clock.now())
        else:
            queue.fail(job, error, clock.now())
    except Exception as error:  # noqa: BLE001 - whatever a handler does, its job must end and the worker go on
        _log.exception("job %s (%s) failed", job.pk, job.kind)
        queue.fail(job, _unexpected(error), clock.now())
    else:
        queue.finish(job, result, clock.now())


def _handled(job: Job, workspace: Workspace, report: Report) -> Result:
    if job.cancel_asked_at is not None:
        raise Cancelled
    if job.attempts > queue.MOST_ATTEMPTS:
        raise _deadly(job)
    task = Task(
        workspace=workspace,
        arguments=job.arguments,
        by=job.asked_by,
        key=f"job-{job.pk}-{job.asked_at.isoformat()}",
        progress=report.progress,
    )
    return kind_named(job.kind).handler(task)


def work(
    workspace: Callable[[], Workspace], stop: threading.Event, *, patience_seconds: float = _PATIENCE_SECONDS
) -> None:
    """Take jobs and do them until told to stop.

    Args:
        workspace: opens it; asked before every job, because settings change while a worker lives.
        stop: set from outside; a job that runs then is handed back as soon as it tells how far it is.
        patience_seconds: how long that may take; then the job is handed back without it, and this process ends.
    """
    name = worker_name()
    while not stop.is_set():
        try:
            close_old_connections()
            job = queue.claim(name, clock.now())
        except DatabaseError as error:
            _log.warning("the queue cannot be read just now: %s", error)
            stop.wait(_IDLE_SECONDS * 5)
            continue
        if job is None:
            stop.wait(_IDLE_SECONDS)
            continue
        report = Report(stop, patience_seconds)
        with pulse(job, report):
            perform(job, workspace(), report)


def _deadly(job: Job) -> GoodwordError:
    return GoodwordError(
        code="worker-died",
        sentence=f"This job was begun {job.attempts - 1} times, and each time its worker was stopped or killed.",
        mend="See in the log of the worker whether it ran out of memory, then ask for the job again.",
    )


def _unexpected(error: Exception) -> GoodwordError:
    return GoodwordError(
        code="unexpected",
        sentence=f"The job stopped at something nobody foresaw: {type(error).__name__}.",
        mend="Ask for it again. If it stops again, the log of the worker says where.",
    )
