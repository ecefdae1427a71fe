"""`goodword run`: find for a day and publish it."""

import typer

from goodword.doors.cli.find import LABELS, AsOf, read_day
from goodword.doors.cli.showing import bars, out
from goodword.doors.cli.surroundings import workspace_of


def run(context: typer.Context, as_of: AsOf = None) -> None:
    """Know, listen, find, rank and publish. Started again after a stop it goes on where it was."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.publication import run_day

    with bars(LABELS) as progress:
        generation = run_day(workspace, read_day(as_of), by=Actor.console(), progress=progress)
    states = generation.counts.get("states", {})
    out().print(
        f"Published for {generation.as_of}: {states.get('ready', 0)} people to consider, "
        f"{states.get('unknown', 0)} not known well yet, {states.get('resting', 0)} resting."
    )
