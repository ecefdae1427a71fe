"""What Goodword exports, Goodword loads: the contract's own names map exactly, in every format and for every table."""

import csv
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from goodword.evidence.intake import plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import DAY, INSTANT, LIST, NUMBER, WHOLE, YES_NO, Column
from tests.evidence.rows import Row, facts, live, load, unbound

_AWKWARD = ' a "quoted", text;\nwith a second line\t| and ümlauts '


def value(column: Column, number: int) -> Any:  # noqa: ANN401 - any value a contract has
    if column.choices:
        return column.choices[number % len(column.choices)]
    by_type: dict[str, Any] = {
        NUMBER: min(number + 0.5, column.high or 1e9),
        WHOLE: number,
        YES_NO: number % 2 == 0,
        DAY: date(2026, 3, 1 + number),
        INSTANT: datetime(2026, 3, 1 + number, 14, 5, 6),
        LIST: [f"n{number}.example", "m.example"],
    }
    prose = column.name in {"text", "comment", "subject", "note", "goal"}
    return by_type.get(column.type, f"{column.name}{number}{_AWKWARD if prose else ''}")


def rows_of(table: str) -> list[Row]:
    """Two full rows and one with nothing but what is required."""
    columns = RECORDS[table].columns
    full = [{column.name: value(column, number) for column in columns} for number in (1, 2)]
    bare = {column.name: value(column, 3) if column.required else None for column in columns}
    return [*full, bare]


def cell(value: Any) -> str:  # noqa: ANN401 - the same
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def as_csv(path: Path, header: list[str], rows: list[Row]) -> Path:
    with path.with_suffix(".csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *([cell(row[name]) for name in header] for row in rows)])
    return path.with_suffix(".csv")


def as_parquet(path: Path, header: list[str], rows: list[Row]) -> Path:
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows]).select(header), path.with_suffix(".parquet"))
    return path.with_suffix(".parquet")


def as_workbook(path: Path, header: list[str], rows: list[Row]) -> Path:
    with xlsxwriter.Workbook(path.with_suffix(".xlsx"), {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        for number, row in enumerate(rows, start=1):
            for place, name in enumerate(header):
                listed = isinstance(row[name], list)
                sheet.write(number, place, cell(row[name]) if listed else row[name])
    return path.with_suffix(".xlsx")


def as_jsonlines(path: Path, header: list[str], rows: list[Row]) -> Path:
    lines = [json.dumps({name: row[name] for name in header}, default=cell) for row in rows]
    path.with_suffix(".jsonl").write_text("\n".join(lines), encoding="utf-8")
    return path.with_suffix(".jsonl")


FORMATS = [as_csv, as_parquet, as_workbook, as_jsonlines]

type Export = Callable[[Path, list[str], list[Row]], Path]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> LocalLake:
    """A lake with rows of every table, from CSV files with the contract's names whose own names say nothing."""
    folder = tmp_path_factory.mktemp("exports")
    lake = LocalLake(folder / "lake")
    paths = [
        as_csv(folder / f"d{number}", list(contract.names), rows_of(table))
        for number, (table, contract) in enumerate(RECORDS.items())
    ]
    assert load(lake, *paths).totals["new"] == 3 * len(RECORDS)
    return lake


@pytest.mark.parametrize("export", FORMATS)
def test_every_table_loaded_exported_and_loaded_again_is_the_same(
    tmp_path: Path, lake: LocalLake, export: Export
) -> None:
    paths = []
    for number, table in enumerate(RECORDS):
        stamped: list[Row] = [dict(row) for row in live(lake, table)]
        paths.append(export(tmp_path / f"e{number}", list(unbound(table).columns), stamped))
    again = load(lake, *paths)
    assert again.totals == {"rows": 45, "new": 0, "changed": 0, "same": 45, "rejected": 0}
    fresh = LocalLake(tmp_path / "lake")
    load(fresh, *paths)
    for table in RECORDS:
        assert facts(fresh, table) == facts(lake, table)


@pytest.mark.parametrize("table", RECORDS)
@pytest.mark.parametrize("name", ["data", "accounts", "nps survey", "Users and usage events"])
def test_headers_that_are_the_contracts_names_map_exactly_whatever_the_file_is_called(
    tmp_path: Path, table: str, name: str
) -> None:
    header = list(RECORDS[table].names)
    (plan,) = plan_load([as_csv(tmp_path / name, header, rows_of(table))]).files
    assert plan.table == table
    assert {pair.column: pair.header for pair in plan.pairs} == {column: column for column in header}
    assert {pair.how for pair in plan.pairs} == {"exact"}


@pytest.mark.parametrize("table", RECORDS)
def test_the_required_columns_alone_are_recognised_beside_one_that_says_what_they_are(
    tmp_path: Path, table: str
) -> None:
    header = [column.name for column in RECORDS[table].columns if column.required]
    telling = {"people": ["email"], "interactions": ["text"], "posts": ["text"], "employments": ["company_name"]}
    telling |= {"deals": ["amount"], "acts": ["note"], "asks": ["answer"], "accounts": ["plan"], "features": ["plan"]}
    header += telling.get(table, [])
    (plan,) = plan_load([as_csv(tmp_path / "data", header, rows_of(table))]).files
    assert (plan.table, plan.problem) == (table, None)
