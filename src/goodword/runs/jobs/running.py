"""The jobs that every workspace has: load an upload, undo an import, find and publish for today, see who is one."""

from django.utils.translation import gettext_lazy as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.intake.loading import follow_lake, import_named, import_with, load_plan, undo_import
from goodword.runs.intake.sources import sources_of
from goodword.runs.intake.uploads import find_upload
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import Result, Task, job, job_at
from goodword.runs.listening.heard import Heard
from goodword.runs.publication import run_day

LOAD, UNDO, RUN, LOOK, REREAD = KINDS = ("load", "undo", "run", "look", "reread")


@job(LOAD, label=_("Load data"))
def load(task: Task) -> Result:
    """Land an upload. The import keeps the job's key, so a second attempt finds what the first one landed."""
    upload = find_upload(task.workspace, task.arguments["upload"])
    landed = import_with(task.workspace, task.key)
    if landed is None:
        if upload is None:
            raise GoodwordError("no-upload", "The files of this load are gone.", "Upload them again.")
        report = load_plan(task.workspace, upload.plan(), by=task.by, key=task.key, progress=task.progress)
        import_id = report.import_id
    else:
        follow_lake(task.workspace)
        import_id = landed.import_id
    if upload is not None:
        upload.remove()
    sources_of(task.workspace, clock.today())  # counted here, so that the page need not
    return {"import_id": import_id}


@job(UNDO, label=_("Undo an import"))
def undo(task: Task) -> Result:
    """Undo an import. The undo keeps the job's key, so a second attempt knows that the first one did it."""
    import_id = task.arguments["import_id"]
    there = import_named(task.workspace, import_id)
    if there is not None and there.undone_at is not None and there.undo_notes.get("key") == task.key:
        follow_lake(task.workspace)
    else:
        undo_import(task.workspace, import_id, by=task.by, key=task.key)
    sources_of(task.workspace, clock.today())
    return {"import_id": import_id}


@job(RUN, label=_("Find who would put in a good word"))
def run(task: Task) -> Result:
    """Find and publish for today. Every step keeps its result, so a second attempt goes on where the first one was."""
    generation = run_day(task.workspace, clock.today(), by=task.by, progress=task.progress)
    if Heard(task.workspace.path).in_use().next:
        ask_job(REREAD, by=task.by, key=REREAD)
    states = generation.counts.get("states", {})
    why = Heard(task.workspace.path).told().why
    result: Result = {"generation": generation.number, "as_of": generation.as_of.isoformat(), "states": dict(states)}
    return result | ({"not_asked": why} if why else {})


job_at(REREAD, "goodword.runs.rereading.reread", label=_("Read everything again"))
job_at(LOOK, "goodword.runs.suggesting.look", label=_("See who may be one person"))
