"""A process that has loaded what commands load, and forks one for every command it is asked for.

A command loads for a second or more what it then uses for a moment; hundreds of them are run here. Each is a process of
its own all the same: its environment, its standard streams, its own Django, its exit status; `-m goodword.config.main`
is run in it as Python does. Only libraries and modules that read neither environment nor settings are there before.
Tests that kill a process, serve, or look at how it starts begin one from nothing.
"""

import array
import json
import os
import pkgutil
import runpy
import selectors
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

_PURE = ("goodword.kit", "goodword.evidence", "goodword.finding", "goodword.measuring", "goodword.sample")
_LIBRARIES = (
    *(
        "ibis.backends.duckdb",
        "duckdb",
        "numpy",
        "pyarrow.compute",
        "pyarrow.csv",
        "pyarrow.dataset",
        "pyarrow.parquet",
    ),
    *(
        "scipy.sparse.csgraph",
        "scipy.special",
        "rapidfuzz",
        "requests",
        "rich.progress",
        "rich.table",
        "typer._adapters",
    ),
    *("django.core.management", "django.db.backends.sqlite3.base", "django.db.migrations.executor", "django.db.models"),
    *("django.contrib.auth.password_validation", "django.contrib.auth.hashers", "django.forms", "django.test.client"),
)
_NO_THREADS = {"JE_ARROW_MALLOC_CONF": "background_thread:false", "OPENBLAS_NUM_THREADS": "1"}
"""What libraries would begin when they are loaded, and a fork would lose."""

_MOST_BYTES = 1 << 20


class Ready:
    """The process, from the side of the tests."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, **_NO_THREADS},
            )
        self._line = ours

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], text: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run `goodword` with these arguments, or a text as `python -c` does; nobody is there to answer questions."""
        ours, theirs = socket.socketpair()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, ours:
            with theirs:
                asked = json.dumps([list(arguments), dict(environment), str(Path.cwd()), text]).encode()
                descriptors = array.array("i", [out.fileno(), err.fileno(), theirs.fileno()])
                self._line.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
            told = ours.recv(16)
            assert told, "the process that forks commands is gone"
            texts = [file.read().decode() for file in (out, err) if file.seek(0) == 0]
        return subprocess.CompletedProcess(list(arguments), int(told), *texts)

    def end(self) -> None:
        """Let it go."""
        self._line.close()
        self._process.wait()


@cache
def ready() -> Ready:
    """The one of this process of tests, begun when it is first asked for."""
    return Ready()


def _serve(line: socket.socket) -> None:
    """Fork a command for every request, and tell its status when it ends."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(line, selectors.EVENT_READ)
        while True:
            for key, _event in waiting.select():
                if key.data is None:
                    asked, descriptors, _flags, _address = socket.recv_fds(line, _MOST_BYTES, 3)
                    if not asked:
                        return
                    _begin(asked, descriptors, waiting, line)
                else:
                    child, answer = key.data
                    waiting.unregister(key.fd)
                    os.close(key.fd)
                    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                    os.write(answer, str(status).encode())
                    os.close(answer)


def _begin(asked: bytes, descriptors: Sequence[int], waiting: selectors.BaseSelector, line: socket.socket) -> None:
    out, err, answer = descriptors
    child = os.fork()
    if child == 0:
        waiting.close()
        line.close()
        os.close(answer)
        os.dup2(out, 1)
        os.dup2(err, 2)
        _become(*json.loads(asked))
        sys.exit()  # and not `_exit`: what is open is closed as at the end of any command
    os.close(out)
    os.close(err)
    waiting.register(os.pidfd_open(child), selectors.EVENT_READ, (child, answer))


def _become(arguments: list[str], environment: dict[str, str], folder: str, text: str) -> None:
    """Be the command, as `python -m goodword.config.main` is, or the text."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.path[0] = folder
    sys.argv = ["goodword", *arguments]
    if text:
        exec(compile(text, "<text>", "exec"), {"__name__": "__main__"})  # noqa: S102  # a test wrote it
    else:
        runpy.run_module("goodword.config.main", run_name="__main__", alter_sys=True)


def _load() -> None:
    for name in _LIBRARIES:
        import_module(name)
    for name in _PURE:
        for found in pkgutil.walk_packages(import_module(name).__path__, f"{name}."):
            import_module(found.name)
    for name in ("goodword.doors.cli.app", "goodword.runs.operate.schema"):
        import_module(name)


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))
