"""`goodword doubts`: rows that were loaded and do not count as they stand."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import Format, out, told_programs
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    import pyarrow as pa

    from goodword.evidence.intake import FileReport

_SHOWN = 3
_COLUMNS = ("kind", "table", "record_id", "value", "reason", "becomes", "mend")


def doubts(
    context: typer.Context,
    *,
    kind: Annotated[str, typer.Option("--kind", help="Only doubts of this kind, such as reversed_dates.")] = "",
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List rows that were loaded and do not count as they stand: what, where, what becomes of it, how to mend it."""
    workspace = workspace_of(context)
    from goodword.runs.doubting import WORDS, doubts_now

    if kind and kind not in WORDS:
        raise GoodwordError("unknown-kind", f"There is no kind of doubt “{kind}”.", f"One of: {', '.join(WORDS)}.")
    found = doubts_now(workspace)
    if found is None:
        raise GoodwordError("not-looked", "Nobody has looked for doubtful rows yet.", "Start: goodword run")
    rows = [_told(row) for row in found.to_pylist() if kind in {"", row["kind"]}]
    if told_programs(shape, _COLUMNS, rows):
        return
    if not rows:
        out().print("Every row counts as it stands.")
    else:
        _show(rows)


def tell_doubts(found: "pa.Table | None") -> None:
    """After a run: how many rows are doubtful and why, with examples."""
    from goodword.runs.doubting import doubted

    groups = doubted(found, shown=_SHOWN) if found is not None else []
    if not groups:
        return
    count = sum(group.count for group in groups)
    out().print(
        f"{count:,} {'row does' if count == 1 else 'rows do'} not count as they stand; nothing of them is lost:"
    )
    for group in groups:
        where = ", ".join(f"{record} ({value})" for record, value in group.first)
        more = ", …" if group.count > len(group.first) else ""
        out().print(f"  {group.count:,} in {group.table}: {group.words.reason}: {where}{more}", soft_wrap=True)
    out().print("  All of them, and how to mend each: goodword doubts")


def show_doubts_of(file: "FileReport", label: str) -> None:
    """After a load: what one row alone tells."""
    from goodword.runs.doubting import WORDS

    values = "1 value looks" if file.doubted == 1 else f"{file.doubted:,} values look"
    out().print(f"{label}: {values} wrong in rows that were loaded all the same, for example", soft_wrap=True)
    for doubt in file.doubts[:_SHOWN]:
        words = WORDS[doubt.kind]
        where = f"line {doubt.line}, {doubt.header}"
        out().print(f"  {where}: {words.reason}: {doubt.value}. {words.becomes} {words.mend}", soft_wrap=True)


def _told(row: dict[str, Any]) -> dict[str, str]:
    from goodword.runs.doubting import WORDS

    words = WORDS[row["kind"]]
    return {**row, "reason": str(words.reason), "becomes": str(words.becomes), "mend": str(words.mend)}


def _show(rows: list[dict[str, str]]) -> None:
    table = Table("Table", "Record", "What is wrong", "What stands there", "What becomes of it, and how to mend it")
    for row in rows:
        cells = (row[name] for name in ("table", "record_id", "reason", "value"))
        table.add_row(*cells, f"{row['becomes']} {row['mend']}")
    out().print(table)
