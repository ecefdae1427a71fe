"""Jobs: how far each is, what came of it, and giving it up. All is read from the row, so a reload loses nothing."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web.askers import who_is
from goodword.doors.web.job_words import stage_words, time_left
from goodword.doors.web.policies import may, policy, principal_in
from goodword.evidence.intake import ImportSummary
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import Right
from goodword.runs.intake.loading import import_named
from goodword.runs.jobs.actions.cancel_job import cancel_job
from goodword.runs.jobs.kinds import label_of
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import open_workspace


@policy(may(Right.SEE_DATA))
def job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show one job."""
    return render(request, "web/jobs/job.html", _facts(request, _job(job_id)))


@policy(may(Right.SEE_DATA))
def progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """The part of the page that changes, asked for every two seconds while the job is under way."""
    return render(request, "web/jobs/standing.html", _facts(request, _job(job_id)))


@policy(may(Right.SEE_DATA))
def under_way(request: HttpRequest) -> HttpResponse:
    """A line for each job under way, for the shell of every page."""
    jobs = [shown(one) for one in Job.objects.under_way().order_by("asked_at")]
    return render(request, "web/jobs/under_way.html", {"under_way": jobs})


@policy(may(Right.SEE_DATA, Right.RUN_JOBS))
@require_POST
def cancel(request: HttpRequest, job_id: int) -> HttpResponse:
    """Give a job up; one that has ended meanwhile shows how."""
    found = _job(job_id)
    try:
        cancel_job(found.pk, by=principal_in(request).actor)
    except GoodwordError as error:
        if error.code != "job-ended":
            raise
    return redirect("job", job_id)


def shown(job: Job) -> dict[str, Any]:
    """A job as `parts/progress.html` shows it."""
    stage = stage_words(job.stage)
    label = label_of(job.kind)
    if job.state == "waiting":
        stage = _("tried again soon") if job.error_code else _("waits for its turn")
    return {
        "id": f"job-{job.pk}",
        "it": job,
        "name": label,
        "label": f"{label}: {stage}" if stage else label,
        "percent": job.percent if job.state == "running" else None,
        "left": time_left(job.time_left(clock.now())) if job.done < job.total else "",
        "done": job.state == "done",
        "failed": job.state in {"failed", "cancelled"},
        "page_url": reverse("job", args=[job.pk]),
    }


def _job(job_id: int) -> Job:
    found = Job.objects.filter(pk=job_id).first()
    if found is None:
        raise Http404
    return found


def _facts(request: HttpRequest, found: Job) -> dict[str, Any]:
    asked_by = {"kind": found.asked_by_kind, "ident": found.asked_by_id}
    return {
        "here": "data",
        "job": found,
        "shown": shown(found),
        "asked_by": next(iter(who_is([asked_by]).values())),
        "landed": _landed(found),
        "today": clock.today(),
        "may_run": principal_in(request).may(Right.RUN_JOBS),
    }


def _landed(found: Job) -> ImportSummary | None:
    """The import that a finished job brought or undid."""
    import_id = (found.result or {}).get("import_id")
    return import_named(open_workspace(settings.WORKSPACE), import_id) if import_id else None
