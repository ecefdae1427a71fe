"""Data and work: imports, their undo, runs, and how far a job is."""

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.governing_shapes import ImportOut, Imports, JobOut, SheetOut
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT
from goodword.doors.api.words import RowId, Text
from goodword.doors.web.policies import may, principal_in
from goodword.evidence.intake import ImportSummary
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import Right
from goodword.runs.intake.loading import all_imports, import_named
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.running import RUN, UNDO
from goodword.runs.workspace import Workspace, open_workspace

data = Operations("data")


_LIST = {"list": "imports"}


class PageOnly(Schema):
    """Which page."""

    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


@data.operation("GET", "/imports", may(Right.SEE_DATA), Imports)
def list_imports(request: HttpRequest, narrowed: Query[PageOnly]) -> Imports:  # noqa: ARG001  # Django hands it over
    """Imports, the newest first: how many rows were new, changed, same and rejected."""
    known = all_imports(_workspace())
    # Imports are only ever added: the cursor counts them from the oldest.
    end = place_in(narrowed.cursor, _LIST) or len(known)
    start = max(end - narrowed.limit, 0)
    return Imports(
        items=[_import(one) for one in reversed(known[start:end])],
        next_cursor=cursor_to(start, _LIST) if start else None,
    )


@data.operation("GET", "/imports/{import_id}", may(Right.SEE_DATA), ImportOut)
def get_import(request: HttpRequest, import_id: str) -> ImportOut:  # noqa: ARG001  # Django hands it over
    """One import."""
    return _import(_named(import_id))


@data.operation("POST", "/imports/{import_id}/undo", may(Right.LOAD_DATA), JobOut, status=202)
def post_undo(request: HttpRequest, import_id: str) -> JobOut:
    """Ask for the undo of an import: what it asserted is withdrawn by a job."""
    landed = _named(import_id)
    if landed.undone_at is not None:
        raise GoodwordError("import-undone", "This import was undone already.", "Nothing is left to undo.")
    by = principal_in(request).actor
    return _job(ask_job(UNDO, {"import_id": import_id}, by=by, key=f"{UNDO}:{import_id}"))


@data.operation("POST", "/runs", may(Right.RUN_JOBS), JobOut, status=202)
def post_run(request: HttpRequest) -> JobOut:
    """Ask for a run: find for today and publish; while one is under way, it is that one."""
    return _job(ask_job(RUN, by=principal_in(request).actor, key=RUN))


@data.operation("GET", "/jobs/{job_id}", may(Right.SEE_DATA), JobOut)
def get_job(request: HttpRequest, job_id: RowId) -> JobOut:  # noqa: ARG001  # Django hands it over
    """How far a job is, and how it ended."""
    found = Job.objects.filter(pk=job_id).first()
    if found is None:
        raise Http404
    return _job(found)


def _workspace() -> Workspace:
    return open_workspace(settings.WORKSPACE)


def _named(import_id: str) -> ImportSummary:
    landed = import_named(_workspace(), import_id)
    if landed is None:
        raise Http404
    return landed


def _import(one: ImportSummary) -> ImportOut:
    return ImportOut(
        import_id=one.import_id,
        at=one.at,
        undone_at=one.undone_at,
        files=list(one.files),
        totals=one.totals,
        sheets=[_sheet(sheet) for sheet in one.sheets],
    )


def _sheet(sheet: object) -> SheetOut:
    return SheetOut(**{name: getattr(sheet, name) for name in SheetOut.model_fields})


def _job(job: Job) -> JobOut:
    error = job.error
    told = {"code": error.code, "sentence": error.sentence, "mend": error.mend} if error else None
    names = ("kind", "state", "asked_at", "started_at", "ended_at", "stage", "done", "total")
    return JobOut(job_id=job.pk, error=told, **{name: getattr(job, name) for name in names})
