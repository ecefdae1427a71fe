"""Rows are taken out of the lake for good: no file keeps them, and everything else says what it said."""

from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from goodword.evidence.intake import land, plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.rewriting import Chosen
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.kit import clock

PEOPLE = "person_key,full_name,email\n"


@pytest.fixture
def lake(tmp_path: Path) -> LocalLake:
    """Three imports: two people; one of them changed; a third one beside them, undone since."""
    found = LocalLake(tmp_path / "lake")
    for number, rows in enumerate(
        ("p1,Ada,a@x.example\np2,Bo,b@x.example\n", "p1,Ada Two,a@x.example\n", "p3,Cy,c@x.example\n")
    ):
        file = tmp_path / f"{number}" / "people.csv"
        file.parent.mkdir()
        file.write_text(PEOPLE + rows, encoding="utf-8")
        land(found, plan_load([file]), rejected_dir=tmp_path / "rejected", at=clock.now())
    found.undo(found.imports()[2].import_id, clock.now())
    return found


def live(lake: LocalLake) -> list[tuple[str, str]]:
    with lake.session() as session:
        people: ibis.Table = RECORDS["people"].plus(*STAMPS).unbound()
        rows = session.fetch(people.select("person_key", "full_name").order_by("person_key")).to_pylist()
    return [(row["person_key"], row["full_name"]) for row in rows]


def without(key: str, table: str, rows: pa.Table) -> Chosen:
    assert table == "people"
    return Chosen(gone=frozenset(place for place, one in enumerate(rows["person_key"].to_pylist()) if one == key))


def test_every_version_of_a_row_goes_and_the_others_stay(lake: LocalLake) -> None:
    assert live(lake) == [("p1", "Ada Two"), ("p2", "Bo")]
    before, generation = {path.name for path in lake.path.rglob("*.parquet")}, lake.generation()
    report = lake.rewrite(lambda table, rows: without("p1", table, rows))
    assert (report["people"].gone, live(lake)) == (2, [("p2", "Bo")])
    assert lake.generation() != generation
    after = {path.name for path in lake.path.rglob("*.parquet")}
    assert after == {"000001-1-rows.parquet", "000001-1-seen.parquet", "000003-rows.parquet", "000003-seen.parquet"}
    assert before & after == {"000003-rows.parquet", "000003-seen.parquet"}
    assert not [rows for rows in lake.stored("people") if "p1" in rows["person_key"].to_pylist()]


def test_rows_of_undone_imports_go_too(lake: LocalLake) -> None:
    assert lake.rewrite(lambda table, rows: without("p3", table, rows))["people"].gone == 1
    assert live(lake) == [("p1", "Ada Two"), ("p2", "Bo")]
    assert sum(rows.num_rows for rows in lake.stored("people")) == 3


def test_doing_it_again_changes_nothing(lake: LocalLake) -> None:
    lake.rewrite(lambda table, rows: without("p1", table, rows))
    generation = lake.generation()
    assert lake.rewrite(lambda table, rows: without("p1", table, rows)) == {}
    assert lake.generation() == generation


def test_a_changed_row_stays_the_row_it_was(lake: LocalLake, tmp_path: Path) -> None:
    lake.rewrite(
        lambda _table, rows: Chosen(
            changed={
                place: {"full_name": "[erased]"}
                for place, one in enumerate(rows["full_name"].to_pylist())
                if one == "Bo"
            }
        )
    )
    assert live(lake) == [("p1", "Ada Two"), ("p2", "[erased]")]
    report = land(lake, plan_load([tmp_path / "0" / "people.csv"]), rejected_dir=tmp_path / "r", at=clock.now())
    assert report.totals["same"] == 1
    assert dict(live(lake))["p2"] == "[erased]"
