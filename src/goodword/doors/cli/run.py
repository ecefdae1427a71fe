"""`goodword run`: find for a day and publish it."""

import typer

from goodword.doors.cli.doubts import tell_doubts
from goodword.doors.cli.find import LABELS, AsOf, read_day
from goodword.doors.cli.showing import bars, out
from goodword.doors.cli.surroundings import workspace_of


def run(context: typer.Context, as_of: AsOf = None) -> None:
    """Know, listen, find, rank and publish. Started again after a stop it goes on where it was."""
    workspace = workspace_of(context)
    from goodword.doors.cli.listed import standing_words
    from goodword.programme.team.actor import Actor
    from goodword.runs.doubting import doubts_now
    from goodword.runs.listening.heard import Heard
    from goodword.runs.publication import run_day
    from goodword.runs.rereading import ask_where_one_waits

    with bars(LABELS) as progress:
        generation = run_day(workspace, read_day(as_of), by=Actor.console(), progress=progress)
    out().print(f"Published for {generation.as_of}: {standing_words(generation.counts.get('states', {}))}.")
    told = Heard(workspace.path).told()
    if told.why:
        out().print(f"The server was not asked about {told.waiting:,} texts: {told.why} The rest stands as it is.")
    if ask_where_one_waits(workspace, by=Actor.console()) is not None:
        out().print("Another listener is to read everything; until then the old remarks stand. It is a job now:")
        out().print("a worker does it beside its other work, or do it here with: goodword listening reread")
    tell_doubts(doubts_now(workspace))
