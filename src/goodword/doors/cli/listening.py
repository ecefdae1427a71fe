"""`goodword listening`: which listeners heard what, and reading everything again."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from goodword.doors.cli.find import LABELS
from goodword.doors.cli.showing import Shape, bars, out, write_json
from goodword.doors.cli.surroundings import workspace_of

listening = typer.Typer(help="Who hears what customers write: readings, and reading again.", no_args_is_help=True)


@listening.command("versions")
def versions(
    context: typer.Context,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the list.")] = Shape.TABLE,
) -> None:
    """List what is kept of what was heard: by which listener, with which product words, and whose remarks count."""
    workspace = workspace_of(context)
    from goodword.runs.listening.heard import Heard

    heard = Heard(workspace.path)
    used, found = heard.in_use(), heard.readings()
    standing = {used.next: "being read", used.before: "before", used.now: "in use"}
    if shape is Shape.JSON:
        write_json([{**asdict(one), "standing": standing.get(one.name, "being read")} for one in found])
        return
    if not found:
        out().print("Nothing was heard yet. Listen with: goodword run")
        return
    table = Table("Reading", "Standing", "Texts", "Remarks", "Bytes")
    for one in found:
        told = standing.get(one.name, "being read")
        table.add_row(one.name, told, f"{one.texts:,}", f"{one.remarks:,}", f"{one.size:,}")
    out().print(table)


@listening.command("reread")
def reread(context: typer.Context) -> None:
    """Let the listener in use hear what it did not hear yet, now. Started again after a stop it goes on where it was.

    A run asks for this by itself, as a job, where another listener would read for long.
    """
    workspace = workspace_of(context)
    from goodword.runs.rereading import read_again

    with bars(LABELS) as progress:
        count = read_again(workspace, progress=progress)
    out().print(f"{count:,} texts were read. Publish what was heard with: goodword run")
