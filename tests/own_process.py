"""Processes of their own: on a database of a first start, forked to work beside each other, killed at any moment."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from django.db import connections

from tests.architecture.tree import ROOT


def surroundings_of(workspace: Path) -> dict[str, str]:
    """What a process has around it that works in an empty workspace of its own, whatever ours is."""
    (workspace / "goodword.toml").touch()
    return {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "GOODWORD_WORKSPACE": str(workspace),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "PYTHONPATH": str(ROOT),
    }


def fork(work: Callable[[], object]) -> int:
    """Do it in a child, which ends with 0 once it is done; return its id."""
    connections.close_all()  # one that two processes hold is broken in both
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def lives(child: int) -> bool:
    """Say whether it is still at work."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def kill(child: int) -> bool:
    """Kill it; say whether it was at work until then. One that ended by itself had done everything."""
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0
    return os.WIFSIGNALED(status)
