"""Cancel a job: one that waits at once, one that runs as soon as it tells how far it is."""

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.jobs.models import Job


def cancel_job(job_id: int, *, by: Actor) -> Job:
    """Ask that a job be given up, and return it.

    Raises:
        GoodwordError: there is no such job, or it has ended (codes `no-job`, `job-ended`).
    """
    now = clock.now()
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id).first()
        if job is None:
            raise GoodwordError("no-job", f"There is no job {job_id}.", "See what there is with: goodword jobs list")
        if not job.is_open:
            raise GoodwordError("job-ended", f"Job {job_id} has ended already.", "Nothing is left to cancel.")
        if job.cancel_asked_at is None:
            before = {"state": job.state}
            job.cancel_asked_at = now
            if job.state == "waiting":
                job.state, job.ended_at = "cancelled", now
            job.save(update_fields=["cancel_asked_at", "state", "ended_at"])
            record(by, "cancel", "job", str(job.pk), before=before, after={"state": job.state, "cancel_asked": True})
    return job
