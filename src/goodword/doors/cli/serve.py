"""`goodword serve`: the web app, and the worker that does what people ask for on it."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from goodword.doors.cli.showing import err, out
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError
from goodword.kit.passwords import new_password
from goodword.runs.schedule import read_schedule
from goodword.runs.workspace import Workspace

_TRIES = 3
_LOOK_EVERY_SECONDS = 0.5
_PAUSE_SECONDS = 2.0
_PATIENCE_SECONDS = 10.0


def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8000,
    nightly: Annotated[
        bool, typer.Option("--nightly/--no-nightly", help="Also run every night, see goodword.toml.")
    ] = True,
) -> None:
    """Serve the web app, and run every night at the hour that goodword.toml sets."""
    workspace = workspace_of(context)
    from goodword.runs.settings.resolving import settings_now

    schedule = read_schedule(settings_now(workspace.settings))
    _check_free(host, port)
    _first_user()
    from goodword.doors.cli.pages import make_ready, serve_pages

    make_ready(workspace)
    worker = _Worker(workspace, nightly=nightly)
    try:
        worker.start()
        if nightly:
            err().print(f"Runs every night at {schedule.at:%H:%M} {schedule.zone.key}.")
        out().print(f"Goodword is on http://{host}:{port} (Ctrl-C stops it)", soft_wrap=True)
        serve_pages(workspace, host, port)
    finally:
        worker.stop()


def _check_free(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        raise GoodwordError(
            code="port-in-use",
            sentence=f"Port {port} on {host} cannot be used: {error.strerror}.",
            mend="Stop what uses it, or choose another: --port 8001 (make demo PORT=8001).",
        ) from error


def _first_user() -> None:
    """Make the first user on the console; there is no default password."""
    from goodword.programme.team.actions.create_user import create_user
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.models import User
    from goodword.programme.team.roles import Role

    if User.objects.exists():
        return
    if sys.stdin.isatty():
        _ask_first_user(partial(create_user, role=Role.ADMINISTRATOR, by=Actor.console()))
        return
    password = new_password()
    user = create_user(
        "first.user@goodword.example", password, role=Role.ADMINISTRATOR, by=Actor.console(), name="First user"
    )
    out().print(f"First sign-in: {user.email} with the password {password}", soft_wrap=True)
    out().print("It was made just now and is shown this once. Add people with: goodword user add EMAIL", soft_wrap=True)


def _ask_first_user(create_user: Callable[[str, str], object]) -> None:
    out().print("Nobody can sign in yet. Who are you?")
    for _ in range(_TRIES):
        email = typer.prompt("E-mail")
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        try:
            create_user(email, password)
        except GoodwordError as error:
            err().print(str(error), soft_wrap=True)
        else:
            return
    raise GoodwordError("no-user", "Nobody can sign in yet.", "Add somebody with: goodword user add EMAIL")


class _Worker:
    """The worker beside the pages, as a process of its own; it is started again whenever it ends."""

    def __init__(self, workspace: Workspace, *, nightly: bool) -> None:
        """Say how it is started; nothing is started yet."""
        command = [sys.executable, "-m", "goodword.config.main", "--workspace", str(workspace.path), "work"]
        self._command = [*command, "--nightly" if nightly else "--no-nightly", "--with-parent", str(os.getpid())]
        self._stop = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._watching = threading.Thread(target=self._watch, daemon=True, name="worker")

    def start(self) -> None:
        """Start it, and watch over it."""
        self._process = self._started()
        self._watching.start()

    def stop(self) -> None:
        """Stop it. A job that does not stop in time is killed, and taken up again when a worker is back."""
        self._stop.set()
        if self._watching.ident is not None:
            self._watching.join(_PATIENCE_SECONDS * 2)

    def _started(self) -> "subprocess.Popen[bytes]":
        # In a session of its own: Ctrl-C in the terminal is for us, and we tell it then. It ends when we are gone.
        return subprocess.Popen(  # noqa: S603 - our own command on our own workspace
            self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
        )

    def _watch(self) -> None:
        while self._process is not None:
            while self._process.poll() is None and not self._stop.wait(_LOOK_EVERY_SECONDS):
                pass
            if self._process.poll() is None:
                _end(self._process)
            elif not self._stop.wait(_PAUSE_SECONDS):
                err().print("The worker ended; it is started again.")
            self._process = None if self._stop.is_set() else self._started()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
