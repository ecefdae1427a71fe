"""`goodword serve`: the web app, and the run every night."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated

import typer

from goodword.doors.cli.showing import err, out
from goodword.doors.cli.surroundings import workspace_of
from goodword.doors.cli.users import new_password
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.schedule import Schedule, read_schedule
from goodword.runs.workspace import Workspace

_TRIES = 3
_LOOK_EVERY_SECONDS = 20.0
_WAIT_AFTER_FAILURE = timedelta(minutes=15)


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
    schedule = read_schedule(workspace.settings)
    _check_free(host, port)
    _first_user()
    if nightly:
        threading.Thread(target=_nightly, args=(workspace, schedule), daemon=True, name="nightly").start()
        err().print(f"Runs every night at {schedule.at:%H:%M} {schedule.zone.key}.")
    out().print(f"Goodword is on http://{host}:{port} (Ctrl-C stops it)", soft_wrap=True)
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "goodword.config.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, log_enabled=False
    ).serve()


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


def _nightly(workspace: Workspace, schedule: Schedule) -> None:
    """Run when a run is due and none was published since, also when the machine slept through the hour."""
    started = not_before = clock.now()
    handled: datetime | None = None
    while True:
        now = clock.now()
        due = schedule.last_due(now)
        if due != handled and now >= not_before and _published_at(started) < due:
            finished = subprocess.run(  # noqa: S603 - our own command on our own workspace
                [sys.executable, "-m", "goodword.config.main", "--workspace", str(workspace.path), "run"],
                check=False,
                stdin=subprocess.DEVNULL,
            )
            if finished.returncode:
                not_before = clock.now() + _WAIT_AFTER_FAILURE
                err().print(f"The run failed; it is tried again at {not_before:%H:%M} UTC.")
            else:
                # Where nothing changed nothing is published; without this the same hour would be due for ever.
                handled = due
        time.sleep(_LOOK_EVERY_SECONDS)


def _published_at(started: datetime) -> datetime:
    """When readers last got something new; before the first publication, when we began to wait for it."""
    from django.db import DatabaseError, connection

    from goodword.programme.advocates.models import Publication

    try:
        generation = Publication.current()
    except DatabaseError as error:
        # A database that is away for a moment must not end the nightly runs; the next look asks again.
        err().print(f"The programme database cannot be read just now: {error}", soft_wrap=True)
        return clock.now()
    finally:
        connection.close()  # this thread sleeps for hours between two looks
    published = generation.published_at if generation else None
    return published or started
