"""What the command line is told about the place it runs in; only the composition root knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from goodword.doors.cli.showing import err
from goodword.runs.operate.restored import sending_is_held
from goodword.runs.workspace import Workspace, open_workspace


@dataclass(slots=True)
class Surroundings:
    """The place a command runs in.

    Attributes:
        workspace: the folder that the environment names, if it names one.
        prepare: makes the programme database of a workspace ready for use in this process; refuses one that is older
            or newer than the code.
        set_up: only tells this process which workspace it works in, however its database is.
        chosen: the folder that `--workspace` names, if it does.
    """

    workspace: Path | None
    prepare: Callable[[Path], None]
    set_up: Callable[[Path], None]
    chosen: Path | None = None

    def folder(self) -> Path:
        """The workspace's folder: `--workspace`, else `GOODWORD_WORKSPACE`, else the current folder."""
        return (self.chosen or self.workspace or Path()).resolve()


def here(context: typer.Context) -> Surroundings:
    """The surroundings of a command."""
    found = context.find_object(Surroundings)
    if found is None:
        raise RuntimeError("the command line was started without surroundings")
    return found


def workspace_of(context: typer.Context) -> Workspace:
    """Open the workspace a command works on, with its programme database ready."""
    surroundings = here(context)
    workspace = open_workspace(surroundings.folder())
    surroundings.prepare(workspace.path)
    say_if_held(workspace.path)
    return workspace


def workspace_as_it_is(context: typer.Context) -> Workspace:
    """Open the workspace of a command that works with any database, an older one too."""
    surroundings = here(context)
    workspace = open_workspace(surroundings.folder())
    surroundings.set_up(workspace.path)
    say_if_held(workspace.path)
    return workspace


def say_if_held(folder: Path) -> None:
    """Say beside every list of a restored copy that it sends nothing."""
    held = sending_is_held(folder)
    if held is not None:
        err().print(str(held), style="yellow", soft_wrap=True)
