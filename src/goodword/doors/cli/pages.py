"""The processes that answer pages: started by `goodword serve`, ended by it and with it."""

import _thread
import gc
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from django.db import close_old_connections, connections
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces

from goodword.doors.cli.hearing.keeping import keep
from goodword.doors.cli.hearing.line import Facts, Request, answer_all, close_line, open_line
from goodword.kit.errors import GoodwordError
from goodword.kit.parent import end_with
from goodword.runs.at_once import get_ready
from goodword.runs.workspace import Workspace

_APPLICATION = "goodword.config.wsgi.application"
_PATIENCE_SECONDS = 5
"""How long answers that are under way may take once the server has to end."""
_PROCESSES = 2
"""For each processor: two that are busy share a processor better than two threads share an interpreter."""
_MOST_PROCESSES = 8
_AT_ONCE = 2
"""Answers at once in each process: more would only keep each other from the interpreter, fewer would wait behind a
long download. With ten readers of a million people, hundreds at once (Granian's default) took twice as long."""
_YOUNG = 20_000
"""How many new objects make the garbage collector look: a page makes thousands, and few of them are garbage. By
default (2,000) it takes a tenth of the time of a page."""


def make_ready(workspace: Workspace) -> None:
    """Load pages, templates and the listener before the processes that answer are forked, so that none of them has to.

    The first answer of a process would take seconds otherwise. What is loaded here is shared by all of them, and never
    looked at by the garbage collector again, which would stop an answer for a fifth of a second now and then.
    """
    import_string(_APPLICATION)
    resolver = get_resolver()
    resolver.reverse_dict  # noqa: B018  # reading it loads every address and its view
    from goodword.doors import web

    templates = Path(web.__file__).parent / "templates"
    for path in sorted(templates.rglob("*.html")):
        get_template(path.relative_to(templates).as_posix())
    with suppress(GoodwordError):  # whoever sends a text is told why; pages are served all the same
        get_ready(workspace)
    connections.close_all()  # no connection survives a fork
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)


def serve_pages(workspace: Workspace, host: str, port: int) -> None:
    """Answer pages, and consoles that have a text to keep, until somebody ends it.

    They press Ctrl-C, close the terminal, or ask this process to end.
    """
    nobody_listens = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN  # started with nohup
    server = Granian(
        _APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        log_enabled=False,
        workers=min(_MOST_PROCESSES, _PROCESSES * (os.cpu_count() or 1)),
        blocking_threads=_AT_ONCE,
        workers_kill_timeout=_PATIENCE_SECONDS,
    )

    def end(_number: int, _frame: object) -> None:
        # In a thread: a handler runs in the middle of what it interrupts, and where that is Granian waking up because
        # one of its processes has ended, both would wait for the same lock for ever.
        _thread.start_new_thread(server.signal_handler_interrupt, ())

    def end_when_told() -> None:
        signal.signal(signal.SIGINT, end)
        signal.signal(signal.SIGTERM, end)
        # Granian would take a terminal that is closed for the wish to load the code anew, and serve on without one.
        signal.signal(signal.SIGHUP, signal.SIG_IGN if nobody_listens else end)

    server.on_startup(end_when_told)
    line = open_line(workspace.path)  # before the processes are forked that answer on it
    try:
        server.serve(target_loader=partial(_begin, workspace=workspace, line=line))
    except SystemExit:
        # Where we were asked to end, it is no failure that the other process was asked too, and was quicker.
        if not server.interrupt_signal:
            raise
    finally:
        close_line(workspace.path, line)


def _begin(application: str, *, workspace: Workspace, line: socket.socket | None) -> Callable[..., Any]:
    """Load the application, in a process that answers."""
    # Ctrl-C reaches every process of the terminal; whoever started this one ends it, in its turn.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    # Granian listens to this only once the application is loaded, and what was forked from the server would swallow it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    server = multiprocessing.parent_process()
    if server is not None and server.pid is not None:
        end_with(server.pid, lambda: os.kill(os.getpid(), signal.SIGTERM), patience_seconds=_PATIENCE_SECONDS)
    loaded: Callable[..., Any] = import_string(application)
    if line is not None:
        threading.Thread(target=answer_all, args=(line, partial(_keep, workspace)), daemon=True, name="line").start()
    return loaded


def _keep(workspace: Workspace, request: Request) -> Facts:
    close_old_connections()
    try:
        return keep(workspace, request)
    finally:
        close_old_connections()
