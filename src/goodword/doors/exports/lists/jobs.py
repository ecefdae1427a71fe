"""Jobs: what was asked for, how far it is, how it ended."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.db.models import QuerySet

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.team.browsing import names_of
from goodword.runs.jobs.kinds import label_of
from goodword.runs.jobs.models import Job

_JOB: dict[str, Type] = {
    "job_id": "whole",
    "kind": "text",
    "label": "text",
    "state": "text",
    "asked_at": "instant",
    "asked_by_kind": "text",
    "asked_by_id": "text",
    "asked_by": "text",
    "door": "text",
    "started_at": "instant",
    "ended_at": "instant",
    "stage": "text",
    "done": "whole",
    "total": "whole",
    "attempts": "whole",
    "import_id": "text",
    "generation": "whole",
    "error_code": "text",
    "error": "text",
    "mend": "text",
}


def jobs_sheet(jobs: QuerySet[Job]) -> Sheet:
    """Jobs in their order. Of what came of them only what their pages lead to: the import, the publication."""
    return Sheet.of("jobs", _JOB, _jobs(jobs))


def _jobs(jobs: QuerySet[Job]) -> Iterator[Cells]:
    for some in batched(jobs.iterator(chunk_size=ROWS_AT_ONCE), ROWS_AT_ONCE):
        names = names_of((job.asked_by_kind, job.asked_by_id) for job in some)
        for job in some:
            yield _job(job) | {"asked_by": names[job.asked_by_kind, job.asked_by_id].name}


def _job(job: Job) -> Cells:
    result: dict[str, Any] = job.result or {}
    return {
        "job_id": job.pk,
        "kind": job.kind,
        "label": label_of(job.kind),
        "state": job.state,
        "asked_at": job.asked_at,
        "asked_by_kind": job.asked_by_kind,
        "asked_by_id": job.asked_by_id,
        "door": job.asked_door,
        "started_at": job.started_at,
        "ended_at": job.ended_at,
        "stage": job.stage,
        "done": job.done,
        "total": job.total or None,
        "attempts": job.attempts,
        "import_id": result.get("import_id"),
        "generation": result.get("generation"),
        "error_code": job.error_code,
        "error": job.error_sentence,
        "mend": job.error_mend,
    }
