from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError
from tests.evidence.rows import AT, live, named, put, take, unbound

ACME = {"account_id": "A1", "name": "Acme"}


@pytest.fixture
def lake(tmp_path: Path) -> LocalLake:
    return LocalLake(tmp_path / "lake", patience_seconds=0.1)


@pytest.mark.parametrize("table", RECORDS)
def test_every_record_table_is_there_and_empty_before_anything_is_loaded(lake: LocalLake, table: str) -> None:
    with lake.session() as session:
        rows = session.fetch(unbound(table))
    assert rows.num_rows == 0
    assert rows.schema == unbound(table).schema().to_pyarrow()


def test_a_session_does_not_see_what_is_loaded_or_undone_after_it_began(lake: LocalLake) -> None:
    first, _ = put(lake, "accounts", [ACME])
    with lake.session() as session:
        put(lake, "accounts", [{"account_id": "A2", "name": "Beta"}])
        lake.undo(first, AT)
        assert session.fetch(unbound("accounts")).num_rows == 1
    assert [row["account_id"] for row in live(lake, "accounts")] == ["A2"]


def test_what_is_offered_defined_and_kept_can_be_read_by_name(lake: LocalLake) -> None:
    put(lake, "accounts", [ACME, {"account_id": "A2", "name": "Beta"}])
    accounts = unbound("accounts")
    wanted = ibis.table({"account_id": "string"}, name="wanted")
    with lake.session() as session:
        session.offer("wanted", pa.table({"account_id": ["A2"]}))
        session.define("chosen", accounts.semi_join(wanted, "account_id"))
        session.keep("again", named("chosen", "accounts"))
        assert session.fetch(named("again", "accounts"))["name"].to_pylist() == ["Beta"]


def test_a_name_given_twice_means_the_later_rows_even_when_made_from_the_earlier(lake: LocalLake) -> None:
    put(lake, "accounts", [ACME, {"account_id": "A2", "name": "Beta"}])
    with lake.session() as session:
        session.keep("some", unbound("accounts"))
        session.keep("some", named("some", "accounts").filter(ibis._.account_id == "A1"))
        assert session.fetch(named("some", "accounts")).num_rows == 1


def test_a_record_table_cannot_be_replaced(lake: LocalLake) -> None:
    with lake.session() as session, pytest.raises(ValueError, match="accounts"):
        session.offer("accounts", pa.table({"account_id": ["A2"]}))


def test_answers_have_the_types_of_the_expression_whatever_the_engine_makes_of_sums(lake: LocalLake) -> None:
    put(lake, "accounts", [ACME | {"employees": 3}, {"account_id": "A2", "name": "Beta", "employees": 4}])
    total = unbound("accounts").aggregate(total=ibis._.employees.sum())
    with lake.session() as session:
        session.keep("total", total)
        answer = session.fetch(ibis.table(total.schema(), name="total"))
    assert answer.schema.field("total").type == pa.int64()
    assert answer["total"].to_pylist() == [7]


def test_a_stream_brings_every_row_once_in_batches_of_the_size_asked_for(lake: LocalLake) -> None:
    put(lake, "accounts", [{"account_id": f"A{number}", "name": "x"} for number in range(5000)])
    with lake.session() as session:
        batches = list(session.stream(unbound("accounts"), rows=700))
    assert max(batch.num_rows for batch in batches) <= 700
    assert len({name for batch in batches for name in batch.column("account_id").to_pylist()}) == 5000


def test_generation_changes_with_an_import_and_comes_back_with_its_undo(lake: LocalLake) -> None:
    before = lake.generation()
    import_id, _ = put(lake, "accounts", [ACME])
    loaded = lake.generation()
    with lake.session():
        assert lake.generation() == loaded
    lake.undo(import_id, AT)
    assert before != loaded
    assert lake.generation() == before


def test_two_lakes_with_other_rows_have_other_generations(tmp_path: Path) -> None:
    one, other = LocalLake(tmp_path / "one"), LocalLake(tmp_path / "other")
    put(one, "accounts", [ACME])
    put(other, "accounts", [ACME | {"name": "Beta"}])
    assert one.generation() != other.generation()


def test_a_second_writer_is_told_that_the_lake_is_busy(lake: LocalLake) -> None:
    with lake.landing(AT), pytest.raises(GoodwordError) as refused, lake.landing(AT):
        pass
    assert refused.value.code == "lake-busy"
    assert refused.value.retry


def test_a_landing_without_commit_leaves_nothing(lake: LocalLake) -> None:
    with lake.landing(AT) as landing:
        take(landing, "accounts", [ACME])
    assert live(lake, "accounts") == []
    put(lake, "accounts", [ACME])
    assert len(list(lake.path.glob("records/*/*"))) == 2


def test_what_a_crashed_writer_left_behind_is_swept_away_and_what_counts_stays(lake: LocalLake) -> None:
    put(lake, "accounts", [ACME])
    orphan = lake.path / "records" / "accounts" / "000009-rows.parquet"
    orphan.write_bytes(b"torn")
    (lake.path / ".landing").mkdir()
    put(lake, "accounts", [ACME | {"name": "Acme Corporation"}])
    assert not orphan.exists()
    assert not (lake.path / ".landing").exists()
    assert [row["name"] for row in live(lake, "accounts")] == ["Acme Corporation"]


def test_import_ids_have_the_day_and_a_number_that_is_never_used_again(lake: LocalLake) -> None:
    first, _ = put(lake, "accounts", [ACME])
    lake.undo(first, AT)
    second, _ = put(lake, "accounts", [ACME])
    assert [first, second] == ["2026-11-21-1", "2026-11-21-2"]


@pytest.mark.parametrize(("import_id", "code"), [("2026-11-21-7", "no-import"), ("2026-11-21-1", "undone-already")])
def test_undoing_what_is_not_there_is_refused(lake: LocalLake, import_id: str, code: str) -> None:
    lake.undo(put(lake, "accounts", [ACME])[0], AT)
    with pytest.raises(GoodwordError) as refused:
        lake.undo(import_id, AT)
    assert refused.value.code == code


def test_a_damaged_manifest_is_named_and_never_taken_for_an_empty_lake(lake: LocalLake) -> None:
    put(lake, "accounts", [ACME])
    manifest = lake.path / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8")[:40], encoding="utf-8")
    with pytest.raises(GoodwordError) as refused:
        lake.generation()
    assert refused.value.code == "bad-manifest"


@contextmanager
def older_contract(monkeypatch: pytest.MonkeyPatch, table: str, without: str) -> Iterator[None]:
    newer = RECORDS[table]
    columns = tuple(column for column in newer.columns if column.name != without)
    with monkeypatch.context() as patch:
        patch.setitem(RECORDS, table, type(newer)(newer.name, newer.about, columns, newer.identity, newer.happened))
        yield


def test_a_contract_may_grow_a_column_without_making_old_rows_changed_ones(
    lake: LocalLake, monkeypatch: pytest.MonkeyPatch
) -> None:
    with older_contract(monkeypatch, "accounts", without="health"):
        put(lake, "accounts", [ACME])
    assert live(lake, "accounts")[0]["health"] is None
    _, taken = put(lake, "accounts", [ACME])
    assert (taken.same, taken.changed) == (1, 0)
