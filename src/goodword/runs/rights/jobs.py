"""The job that erases somebody. It names the erasure and not the person, so nothing of them is kept with it."""

from django.utils.translation import gettext_lazy as _

from goodword.programme.rights.models import Erasure
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.jobs.models import Job
from goodword.runs.rights.erasing import carry_out, unfinished
from goodword.runs.rights.proof import left_over

ERASE = "erase"
KINDS = (ERASE,)


@job(ERASE, label=_("Erase a person"))
def erase(task: Task) -> Result:
    """Do what is left of an erasure. Every step is noted once it is done, so a second attempt goes on after it."""
    erasure = Erasure.objects.get(reference=task.arguments["erasure"])
    carry_out(task.workspace, erasure, by=task.by, progress=task.progress)
    return {"erasure": erasure.reference, "complete": not left_over(erasure)}


def ask_erasure(erasure: Erasure, *, by: Actor) -> Job:
    """Ask for what is left of an erasure; asked twice it is the same job."""
    return ask_job(ERASE, {"erasure": erasure.reference}, by=by, key=f"{ERASE}:{erasure.reference}")


def ask_unfinished() -> None:
    """Go on with whatever was begun and not finished: for the worker, once in a while."""
    for erasure in unfinished():
        ask_erasure(erasure, by=Actor.system("erasure"))
