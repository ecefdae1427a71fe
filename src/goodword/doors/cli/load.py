"""`goodword load`, `goodword imports`, `goodword undo`: exports in, and out again."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from goodword.doors.cli.doubts import show_doubts_of
from goodword.doors.cli.showing import Shape, bars, err, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.evidence.intake import FilePlan, FileReport, ImportReport, LoadPlan

# How sure a suggestion must be to be shown without a question mark.
_SURE = 0.8
_SHOWN_REJECTIONS = 3


def load(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders with exports.")],
    *,
    map_file: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE.toml", help="Which header is which column, where we guess wrong."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Name of the tool the files come from; “files” if empty.")
    ] = None,
    save_map: Annotated[
        Path | None,
        typer.Option("--save-map", metavar="FILE.toml", help="Write the suggested map here and load nothing."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Accept the suggested map without being asked.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Load exports: shows what each file seems to be, asks, then says what became of every row."""
    workspace = workspace_of(context)
    from goodword.evidence.intake import plan_load
    from goodword.programme.team.actor import Actor
    from goodword.runs.intake.loading import load_plan

    plan = plan_load(paths, map_file=map_file, source=source)
    if save_map is not None:
        _save(plan, save_map)
        return
    if shape is Shape.TABLE or not yes:
        _show_plan(plan, everything=not yes)
    if not yes:
        _ask()
    with bars({}) as progress:
        report = load_plan(workspace, plan, by=Actor.console(), progress=progress)
    if shape is Shape.JSON:
        write_json(report.as_dict())
    else:
        _show_report(report)


def imports(
    context: typer.Context,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the list.")] = Shape.TABLE,
) -> None:
    """List every import, with what it brought; undone ones too."""
    workspace = workspace_of(context)
    from goodword.evidence.intake import imports as all_imports
    from goodword.evidence.lake.local import LocalLake

    found = all_imports(LocalLake(workspace.lake))
    if shape is Shape.JSON:
        write_json([one.as_dict() for one in found])
        return
    if not found:
        out().print("Nothing was loaded yet. Start with: goodword load FOLDER")
        return
    table = Table("Import", "Loaded (UTC)", "Files", "Rows", "New", "Changed", "Same", "Rejected", "Undone")
    for one in found:
        numbers = [f"{one.totals.get(name, 0):,}" for name in ("rows", "new", "changed", "same", "rejected")]
        undone = f"{one.undone_at:%Y-%m-%d %H:%M}" if one.undone_at else ""
        table.add_row(one.import_id, f"{one.at:%Y-%m-%d %H:%M}", str(len(one.files)), *numbers, undone)
    out().print(table)


def undo(
    context: typer.Context,
    import_id: Annotated[str, typer.Argument(metavar="IMPORT", help="Its name, as `goodword imports` shows it.")],
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Withdraw what an import asserted; what another import asserts too stays."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.intake.loading import undo_import

    report = undo_import(workspace, import_id, by=Actor.console())
    if shape is Shape.JSON:
        write_json(report.as_dict())
        return
    gone = ", ".join(f"{count:,} {table}" for table, count in report.withdrawn.items() if count) or "nothing"
    out().print(f"Import {report.import_id} is undone: {gone} withdrawn.")
    if report.kept:
        stays = ", ".join(f"{count:,} {table}" for table, count in report.kept.items())
        out().print(f"{stays} stay: another import asserts them, too.")
    out().print("To have it back, load its files again.")


def _save(plan: "LoadPlan", path: Path) -> None:
    if path.exists():
        raise GoodwordError("map-exists", f"{path} is there already.", "Choose another name, or remove it first.")
    path.write_text(plan.as_map(), encoding="utf-8")
    out().print(f"Wrote {path}. Edit it, then: goodword load ... --map {path}", soft_wrap=True)


def _ask() -> None:
    if not sys.stdin.isatty():
        raise GoodwordError(
            "not-confirmed",
            "Nothing was loaded: there is no console to ask whether the map above is right.",
            "Add --yes to accept it, or --save-map FILE.toml to edit it.",
        )
    if not typer.confirm("Load these?", err=True):
        raise typer.Exit(1)


def _show_plan(plan: "LoadPlan", *, everything: bool) -> None:
    """What each file seems to be; with every column where the user is going to be asked."""
    table = Table("File", "Is", "Column", "From", title="What the files seem to be", show_lines=everything)
    for file in plan.files:
        if file.skipped:
            table.add_row(file.label, "left out, as the map says", "", "")
        elif file.problem:
            refused = Text("cannot be loaded", style="red")
            table.add_row(file.label, refused, "", f"{file.problem.sentence} {file.problem.mend}")
        elif everything:
            table.add_row(file.label, file.table, *_columns(file))
        else:
            unsure = [pair for pair in file.pairs if pair.sure < _SURE]
            note = f"{len(file.pairs)} columns" + (f", {len(unsure)} guessed" if unsure else "")
            table.add_row(file.label, file.table, note, f"{len(file.spare)} kept as extra" if file.spare else "")
    err().print(table)


def _columns(file: "FilePlan") -> tuple[str, str]:
    names = [pair.column for pair in file.pairs] + list(file.constants)
    values = [f"{pair.header}{'' if pair.sure >= _SURE else ' (?)'}" for pair in file.pairs]
    values += [f"always “{value}”" for value in file.constants.values()]
    if file.spare:
        names.append("extra")
        values.append(", ".join(file.spare))
    return "\n".join(names), "\n".join(values)


def _show_report(report: "ImportReport") -> None:
    table = Table("File", "Table", "Rows", "New", "Changed", "Same", "Rejected", title=f"Import {report.import_id}")
    for file in report.files:
        if file.problem is None:
            table.add_row(_label(file), file.table, *_counts(file))
    totals = report.totals
    table.add_section()
    table.add_row("All", "", *(f"{totals[name]:,}" for name in ("rows", "new", "changed", "same", "rejected")))
    out().print(table)
    for file in report.files:
        if file.problem is not None:
            out().print(f"{file.problem.sentence} {file.problem.mend}", style="red", soft_wrap=True)
        if file.rejections:
            _show_rejections(file)
        if file.doubts:
            show_doubts_of(file, _label(file))


def _label(file: "FileReport") -> str:
    return f"{file.path.name} [{file.sheet}]" if file.sheet else file.path.name


def _counts(file: "FileReport") -> tuple[str, ...]:
    return tuple(f"{getattr(file, name):,}" for name in ("rows", "new", "changed", "same", "rejected"))


def _show_rejections(file: "FileReport") -> None:
    rows = "1 row" if file.rejected == 1 else f"{file.rejected:,} rows"
    out().print(f"{_label(file)}: {rows} rejected, for example", soft_wrap=True)
    for rejection in file.rejections[:_SHOWN_REJECTIONS]:
        place = f"line {rejection.line}" + (f", {rejection.header or rejection.column}" if rejection.column else "")
        out().print(f"  {place}: {rejection.reason}. {rejection.mend}", soft_wrap=True)
    if file.rejects_path:
        out().print(f"  All of them, to correct and load again: {file.rejects_path}", soft_wrap=True)
