"""The row is the queue: one worker gets a job, what it says counts while it holds it, and it ends once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry
from goodword.runs.jobs import queue
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.actions.cancel_job import cancel_job
from goodword.runs.jobs.models import Job, JobQuerySet
from goodword.runs.jobs.running import RUN, UNDO

pytestmark = pytest.mark.django_db

BUSY = GoodwordError("lake-busy", "Another import is writing.", "Wait.", retry=True)
HOPELESS = GoodwordError("no-import", "There is no such import.", "Look at the list.")


@pytest.fixture
def now() -> datetime:
    return datetime(2036, 11, 19, 9, 0, tzinfo=UTC)


def ask(key: str | None = None) -> Job:
    return ask_job(RUN, by=Actor.console(), key=key)


def claimed(worker: str, at: datetime) -> Job:
    job = queue.claim(worker, at)
    assert job is not None
    return job


def test_the_same_wish_is_one_job_while_it_is_open_and_another_once_it_has_ended(now: datetime) -> None:
    first = ask("run")
    assert ask("run").pk == first.pk
    running = claimed("anna", now)
    assert ask("run").pk == first.pk
    queue.finish(running, {}, now)
    assert ask("run").pk != first.pk
    assert ask().pk != ask().pk


def test_the_database_refuses_a_second_open_job_with_the_same_key() -> None:
    ask("run")
    same = Job.objects.get()
    same.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        same.save(force_insert=True)


def test_what_nobody_can_do_cannot_be_asked_for() -> None:
    with pytest.raises(GoodwordError, match="There is no kind of job"):
        ask_job("fly", by=Actor.console())
    assert not Job.objects.exists()


def test_the_job_that_has_been_due_longest_comes_first_and_each_to_one_worker(now: datetime) -> None:
    first, second = ask(), ask()
    assert claimed("anna", now).pk == first.pk
    assert claimed("bert", now).pk == second.pk
    assert queue.claim("cleo", now) is None


def test_of_two_workers_that_saw_the_same_job_one_gets_it(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    only, other = ask(), ask()
    found = JobQuerySet.first

    def first(jobs: JobQuerySet) -> Job | None:
        """Between Anna's look and her hand, Bert takes what she saw."""
        monkeypatch.setattr(JobQuerySet, "first", found)
        seen = found(jobs)
        assert claimed("bert", now).pk == only.pk
        return seen

    monkeypatch.setattr(JobQuerySet, "first", first)
    assert claimed("anna", now).pk == other.pk
    assert Job.objects.get(pk=only.pk).worker == "bert"


def test_a_job_whose_worker_is_not_heard_of_is_taken_up_and_the_late_worker_changes_nothing(now: datetime) -> None:
    ask()
    late = claimed("anna", now)
    assert queue.claim("bert", now + queue.LEASE) is None
    after = now + queue.LEASE + timedelta(seconds=1)
    again = claimed("bert", after)
    assert (again.pk, again.attempts) == (late.pk, 2)
    assert not queue.renew(late, after)
    assert not queue.tell(late, stage="find", done=1, total=2, ready_at=None)
    assert not queue.fail(late, HOPELESS, after)
    assert not queue.finish(late, {"by": "anna"}, after)
    assert queue.finish(again, {"by": "bert"}, after)
    assert not queue.finish(again, {"by": "bert, again"}, after)
    assert Job.objects.values_list("state", "result").get() == ("done", {"by": "bert"})


def test_a_lease_that_is_renewed_keeps_the_job(now: datetime) -> None:
    ask()
    job = claimed("anna", now)
    later = now + queue.LEASE - timedelta(seconds=1)
    assert queue.renew(job, later)
    assert queue.claim("bert", now + queue.LEASE + timedelta(seconds=1)) is None


def test_an_error_that_may_pass_is_tried_again_later_each_time_and_not_for_ever(now: datetime) -> None:
    ask()
    at, pauses = now, []
    for _ in range(queue.MOST_FAILURES - 1):
        queue.fail(claimed("anna", at), BUSY, at)
        job = Job.objects.get()
        assert (job.state, job.error_sentence) == ("waiting", BUSY.sentence)
        assert queue.claim("anna", at) is None
        pauses.append(job.due_at - at)
        at = job.due_at
    queue.fail(claimed("anna", at), BUSY, at)
    assert Job.objects.get().state == "failed"
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[-1]


def test_any_other_error_ends_the_job_with_its_sentence_and_how_to_mend_it(now: datetime) -> None:
    ask()
    queue.fail(claimed("anna", now), HOPELESS, now)
    job = Job.objects.get()
    assert (job.state, job.error_code, job.error_mend) == ("failed", HOPELESS.code, HOPELESS.mend)
    assert queue.claim("anna", now + timedelta(days=1)) is None


def test_a_job_that_waits_is_cancelled_at_once_and_one_that_runs_is_asked_to_stop(now: datetime) -> None:
    waiting = ask()
    assert cancel_job(waiting.pk, by=Actor.console()).state == "cancelled"
    ask()
    running = claimed("anna", now)
    assert cancel_job(running.pk, by=Actor.console()).state == "running"
    assert queue.is_cancelled(running)
    queue.give_up(running, now)
    assert Job.objects.get(pk=running.pk).state == "cancelled"
    with pytest.raises(GoodwordError, match="has ended already"):
        cancel_job(running.pk, by=Actor.console())


def test_asking_and_cancelling_are_in_the_audit_trail_once() -> None:
    job = ask_job(UNDO, {"import_id": "2026-11-19-1"}, by=Actor("user", "7", "Leila", "web"), key="undo")
    ask_job(UNDO, {"import_id": "2026-11-19-1"}, by=Actor.console(), key="undo")
    cancel_job(job.pk, by=Actor.console())
    told = AuditEntry.objects.filter(noun="job", object_id=str(job.pk)).order_by("number")
    assert [(entry.verb, entry.actor_kind, entry.actor_id) for entry in told] == [
        ("ask", "user", "7"),
        ("cancel", "console", ""),
    ]


def test_the_oldest_ended_jobs_are_forgotten_and_open_ones_never(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "KEPT", 3)
    first = ask("kept open")
    Job.objects.update(due_at=now + timedelta(days=9))
    for minute in range(5):
        ask()
        queue.finish(claimed("anna", now), {"minute": minute}, now + timedelta(minutes=minute))
    kept = Job.objects.ended().order_by("ended_at").values_list("result", flat=True)
    assert list(kept) == [{"minute": 2}, {"minute": 3}, {"minute": 4}]
    assert Job.objects.filter(pk=first.pk, state="waiting").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"state": "sleeping"},
        {"state": "running"},
        {"state": "done"},
        {"state": "failed", "ended_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"ended_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"done": 3, "total": 2},
        {"asked_by_kind": "nobody"},
        {"lease_until": datetime(2026, 1, 1, tzinfo=UTC)},
    ],
)
def test_the_database_refuses_a_row_that_makes_no_sense(change: dict[str, object]) -> None:
    ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(**change)


@pytest.mark.parametrize(("done", "total", "percent"), [(0, 0, None), (7, 0, None), (0, 8, 0), (2, 8, 25), (8, 8, 100)])
def test_a_part_of_what_is_known_is_a_percentage_and_of_what_is_not_known_nothing(
    done: int, total: int, percent: int | None
) -> None:
    assert Job(done=done, total=total).percent == percent


def test_the_time_left_is_told_only_where_the_length_is_known(now: datetime) -> None:
    ready = now + timedelta(minutes=2)
    assert Job(total=10, ready_at=ready).time_left(now) == timedelta(minutes=2)
    assert Job(total=10, ready_at=ready).time_left(ready + timedelta(minutes=1)) == timedelta()
    assert Job(total=0, ready_at=ready).time_left(now) is None
    assert Job(total=10).time_left(now) is None
