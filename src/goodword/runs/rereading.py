"""Another listener reads everything again, beside the pages; until it has ended the old one's remarks stand."""

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import Result, Task
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.running import REREAD, RUN
from goodword.runs.listening.heard import Heard
from goodword.runs.pipeline import open_day
from goodword.runs.progress import Progress, silent
from goodword.runs.workspace import Workspace


def ask_where_one_waits(workspace: Workspace, *, by: Actor) -> Job | None:
    """Ask that everything be read again where a run left that to a job; None where none did."""
    if not Heard(workspace.path).in_use().next:
        return None
    return ask_job(REREAD, by=by, key=REREAD)


def read_again(workspace: Workspace, *, progress: Progress = silent) -> int:
    """Let the listener in use hear everything that it did not hear yet; return how many texts that were.

    Killed at any point, the next call goes on where it was. The next run publishes what it heard.
    """
    with open_day(workspace, clock.today(), progress=progress) as work:
        return work.read_again()


def reread(task: Task) -> Result:
    """Read everything again and have it published; a second attempt goes on with what the first one did not read."""
    count = read_again(task.workspace, progress=task.progress)
    ask_job(RUN, by=task.by, key=RUN)
    return {"texts": count}
