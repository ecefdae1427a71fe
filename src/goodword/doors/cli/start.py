"""`goodword init` and `goodword sample`: a workspace to begin with, a company to try it on."""

from pathlib import Path
from typing import Annotated

import typer

from goodword.doors.cli.find import read_day
from goodword.doors.cli.showing import bars, out
from goodword.doors.cli.surroundings import here
from goodword.kit import clock
from goodword.runs.workspace import create_workspace


def init(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make a workspace.")],
    *,
    synthetic: Annotated[
        bool, typer.Option("--synthetic", help="Label everything in it as synthetic: for the sample company.")
    ] = False,
) -> None:
    """Make a folder a workspace: settings, programme database and lake. Doing it again changes nothing."""
    workspace = create_workspace(directory.resolve(), synthetic=synthetic)
    here(context).prepare(workspace.path)
    out().print(f"Workspace ready in {directory}.", soft_wrap=True)
    out().print(f"Next: goodword --workspace {directory} load YOUR_EXPORTS", soft_wrap=True)


def sample(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write the sample company.")],
    *,
    accounts: Annotated[int, typer.Option("--accounts", min=1, help="How many customers it has.")] = 300,
    seed: Annotated[int, typer.Option("--seed", help="The same seed and day write the same company.")] = 1,
    months: Annotated[int, typer.Option("--months", min=1, help="How many months of history it has.")] = 24,
    reference_effect: Annotated[
        float,
        typer.Option("--reference-effect", min=0, max=1, help="What a reference adds to a deal's chance, 0 to 1."),
    ] = 0.1,
    today: Annotated[
        str | None, typer.Option("--today", metavar="D", help="The day its history ends; today if empty.")
    ] = None,
) -> None:
    """Write a fictional company's exports, with the truth behind them. Everything in it is synthetic."""
    from goodword.sample import write_sample

    with bars({}) as progress:
        summary = write_sample(
            directory,
            accounts=accounts,
            seed=seed,
            months=months,
            reference_effect=reference_effect,
            today=read_day(today) if today else clock.today(),
            progress=progress,
        )
    out().print(str(summary), soft_wrap=True)
    out().print(
        f"Exports to load: {directory / 'exports'}. The truth behind them: {directory / 'truth'}.", soft_wrap=True
    )
