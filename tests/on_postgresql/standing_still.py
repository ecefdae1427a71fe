"""A worker whose first attempt at a job never ends: `python -m tests.on_postgresql.standing_still FOLDER`.

It leaves a file `standing` in the folder once it stands still. An attempt that finds the file does the job, but for a
job that is to fail: that ends the first time with an error that may pass.
"""

import sys
import threading
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from goodword.kit.errors import GoodwordError  # noqa: E402  # models need Django set up
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.programme.team.trail import record  # noqa: E402  # as above
from goodword.runs.jobs.actions.ask_job import ask_job  # noqa: E402  # as above
from goodword.runs.jobs.kinds import Task, job  # noqa: E402  # as above
from goodword.runs.jobs.worker import work  # noqa: E402  # as above
from goodword.runs.workspace import open_workspace  # noqa: E402  # as above

FOREVER_SECONDS = 3600


@job("stands still once")
def stand(task: Task) -> dict[str, Any]:
    """Stand still, or do it."""
    standing = Path(task.arguments["folder"]) / "standing"
    if not standing.exists():
        standing.touch()
        time.sleep(FOREVER_SECONDS)
    record(task.by, "do", "thing", task.key)
    return {"key": task.key}


@job("fails once")
def fail(task: Task) -> dict[str, Any]:
    """Fail in a way that may pass, or do it."""
    failed = Path(task.arguments["folder"]) / "failed"
    if not failed.exists():
        failed.touch()
        raise GoodwordError("lake-busy", "Another import is writing.", "Wait.", retry=True)
    return {"key": task.key}


def main(folder: str, *asked: str) -> None:
    """Ask for the jobs that are named, then work."""
    for kind in asked:
        ask_job(kind, {"folder": folder}, by=Actor.console())
    work(lambda: open_workspace(Path(folder)), threading.Event())


if __name__ == "__main__":
    main(*sys.argv[1:])
