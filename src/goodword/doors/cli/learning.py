"""`goodword listening`: learn from labels, and choose which listener hears."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import Shape, bars, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.labels.models import TrainedModel
    from goodword.runs.listening.quality import Quality

HowShown = Annotated[Shape, typer.Option("--format", help="How to write the result.")]


def status(context: typer.Context, *, shape: HowShown = Shape.TABLE) -> None:
    """Say which listener hears, how it does on your labels, and which others are kept."""
    workspace = workspace_of(context)
    from goodword.programme.labels.models import TrainedModel
    from goodword.programme.labels.policies import LEAST_LABELS
    from goodword.runs.listening.quality import quality

    found = quality(workspace)
    kept = list(TrainedModel.objects.order_by("-pk"))
    if shape is Shape.JSON:
        facts: dict[str, Any] = {
            "listener": found.version,
            "labels": found.labels,
            "by_lot": found.fair,
            "counted": found.counted,
        }
        sure = {"wrong_at_most_one_in": found.one_in, "said": found.spoken}
        facts |= {"precision": found.precise, "calibration": found.calibration}
        write_json(facts | sure | {"figures": found.figures, "kept": [_facts(row) for row in kept]})
        return
    out().print(f"{found.version} hears. {found.labels} labels count, {found.fair} of them drawn by lot.")
    if found.figures is None:
        out().print(f"How well it hears: don't know yet. {LEAST_LABELS} labels of two kinds are needed.")
    else:
        out().print(f"On {found.counted} labels that it did not learn from, beside rules alone (95 % intervals):")
        _show(found.figures, found.version, "rules alone")
    _show_sureness(found)
    if kept:
        table = Table("Listener", "Learnt (UTC)", "Labels")
        for row in kept:
            table.add_row(row.version, f"{row.at:%Y-%m-%d %H:%M}", str(row.labels))
        out().print(table)


def retrain(context: typer.Context, *, shape: HowShown = Shape.TABLE) -> None:
    """Learn from every label, and show held-out figures beside the listener in use. Nothing is replaced."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.labels.learning import retrained

    with bars({"learn": "learning from labels"}) as progress:
        row = retrained(workspace, by=Actor.console(), progress=progress)
    if shape is Shape.JSON:
        write_json(_facts(row))
        return
    out().print(f"{row.version} learnt from {row.labels} labels. {row.beside} still hears.")
    _show(row.figures, row.version, row.beside)
    out().print(f"To let it hear from the next run on: goodword listening use {row.version}", soft_wrap=True)


def use(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A kept listener, as status lists it; “shipped” for the first one.")],
) -> None:
    """Let a listener hear from the next run on."""
    workspace = workspace_of(context)
    from goodword.programme.labels.actions.choose_model import SHIPPED, choose_model
    from goodword.programme.labels.models import TrainedModel
    from goodword.programme.team.actor import Actor
    from goodword.runs.labels.models import read_model, version_in_use

    row = TrainedModel.objects.filter(version=version).first()
    if row is None and version != SHIPPED:
        raise GoodwordError("no-listener", f"There is no listener “{version}”.", "See: goodword listening status")
    if row is not None:
        read_model(workspace, row.digest)  # one whose file is gone is not chosen
    choose_model(row, by=Actor.console())
    out().print(f"{version_in_use()} hears from the next run on.")


def back(context: typer.Context) -> None:
    """Go back to the listener before the one in use."""
    workspace_of(context)
    from goodword.programme.labels.actions.choose_model import go_back
    from goodword.programme.team.actor import Actor
    from goodword.runs.labels.models import version_in_use

    go_back(by=Actor.console())
    out().print(f"{version_in_use()} hears from the next run on.")


def _facts(row: "TrainedModel") -> dict[str, Any]:
    return {
        "listener": row.version,
        "learnt_at": row.at.isoformat(),
        "labels": row.labels,
        "beside": row.beside,
        "figures": row.figures,
    }


def _show(figures: dict[str, Any], new: str, current: str) -> None:
    if not figures["counted"]:
        out().print("How well it hears: don't know yet. None of the labels was drawn by lot.", soft_wrap=True)
        return
    table = Table(
        "Kind", "Labels", f"Precision: {new}", f"Recall: {new}", f"Precision: {current}", f"Recall: {current}"
    )
    for one in figures["kinds"]:
        cells = [_range(one[whose][name]) for whose in ("new", "current") for name in ("precision", "recall")]
        table.add_row(one["kind"] or "all", str(one["labels"]), *cells)
    out().print(table)


def _show_sureness(found: "Quality") -> None:
    asked = f"At most one in {found.one_in} remarks of a kind may be wrong."
    out().print(f"{asked} Of {found.spoken} on sentences drawn by lot, right: {_range(found.precise)}.", soft_wrap=True)
    if found.calibration:
        table = Table("How sure it was", "Answers", "On average", "Right")
        for one in found.calibration["bins"]:
            low, high, said = (round(100 * one[name]) for name in ("low", "high", "said"))
            table.add_row(f"{low} to {high} %", str(one["count"]), f"{said} %", _range(one["right"]))
        out().print(table)


def _range(figure: list[float] | None) -> str:
    if figure is None:
        return "don't know"
    point, low, high = (round(100 * one) for one in figure)
    return f"{point} % ({low} to {high})"
