"""What the command line is told about the place it runs in; only the composition root knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from goodword.runs.workspace import Workspace, open_workspace


@dataclass(slots=True)
class Surroundings:
    """The place a command runs in.

    Attributes:
        workspace: the folder that the environment names, if it names one.
        prepare: makes the programme database of a workspace ready for use in this process.
        chosen: the folder that `--workspace` names, if it does.
    """

    workspace: Path | None
    prepare: Callable[[Path], None]
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
    return workspace
