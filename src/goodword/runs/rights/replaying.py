"""In a copy of before: ask nobody who opted out since, and erase again whoever was erased since."""

from pathlib import Path

from django.db import connection

from goodword.programme.rights.actions.begin_erasure import begin_erasure
from goodword.programme.team.actor import Actor
from goodword.runs.keyed_lists import ERASED
from goodword.runs.operate.replay_list import read_list
from goodword.runs.opt_outs.suppressed_list import replay_suppressed
from goodword.runs.progress import Progress, silent
from goodword.runs.rights.erasing import carry_out, unfinished
from goodword.runs.workspace import open_workspace


def replay(copy: Path, *, by: Actor, progress: Progress = silent) -> int:
    """Let a copy know who opted out since, and erase whoever is on its list and is not erased yet.

    It is done before the copy is a workspace that anybody could open.

    Returns:
        how many that were.

    Raises:
        GoodwordError: the list cannot be read, or a run is refused by the settings; then there is no copy.
    """
    listed, done = read_list(copy / ERASED.file_name), 0
    workspace = open_workspace(copy)
    try:
        replay_suppressed(workspace)
        for one in listed.people if listed else ():
            erasure = begin_erasure(one.reference, one.marks, by=by)
            if not hasattr(erasure, "finish"):
                carry_out(workspace, erasure, by=by, progress=progress)
                done += 1
        for erasure in unfinished():  # of the day of the backup
            carry_out(workspace, erasure, by=by, progress=progress)
    finally:
        connection.close()
    return done
