"""The job that puts together everything held about somebody, and the files it makes."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from goodword.doors.takeouts.writing import JSON_NAME, PAGE_NAME, keep_takeout
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.jobs.models import Job
from goodword.runs.rights.files import takeouts_of
from goodword.runs.rights.held import everything_held
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import Workspace

TAKEOUT = "takeout"
KINDS = (TAKEOUT,)
FILES = {"json": (JSON_NAME, "application/json"), "html": (PAGE_NAME, "text/html; charset=utf-8")}
"""By the ending of the address: the file, and what browsers call it."""


@job(TAKEOUT, label=_("Everything held about a person"))
def make(task: Task) -> Result:
    """Put it together. A second attempt makes another one; the first is removed in time."""
    subject, known = find_person(task.workspace, task.arguments["person"])
    held = everything_held(task.workspace, subject, known)
    keep_takeout(task.workspace, held, language=task.arguments.get("language", ""))
    record(task.by, "export", "person", min(subject.person_ids), after={"records": held.pieces})
    return {"records": held.pieces}


def ask_takeout(person_id: str, *, by: Actor, language: str = "") -> Job:
    """Ask for everything held about somebody; asked twice it is the same job.

    Args:
        person_id: whom it is about.
        by: who asks.
        language: in which the page is written; the person's own if empty.
    """
    return ask_job(TAKEOUT, {"person": person_id, "language": language}, by=by, key=_key(person_id))


def is_asked(person_id: str) -> bool:
    """Whether it is being put together."""
    return Job.objects.under_way().filter(key=_key(person_id)).exists()


def newest_file(workspace: Workspace, person_id: str, ending: str) -> Path | None:
    """A file of the newest takeout of somebody; None where there is none."""
    folder = next(iter(takeouts_of(workspace, person_id)), None)
    path = folder / FILES[ending][0] if folder and ending in FILES else None
    return path if path is not None and path.is_file() else None


def _key(person_id: str) -> str:
    return f"{TAKEOUT}:{person_id}"
