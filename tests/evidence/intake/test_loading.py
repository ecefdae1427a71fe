import csv
import json
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.evidence.intake import imports, land, plan_load, undo
from goodword.evidence.lake.local import LocalLake
from goodword.kit.errors import GoodwordError
from tests.evidence.rows import AT, facts, live, load, write


@pytest.fixture
def lake(tmp_path: Path) -> LocalLake:
    return LocalLake(tmp_path / "lake")


SURVEY = """response_id,survey,score,comment,answered_at
R1,NPS,9,"Good, really",2026-01-02T10:00:00Z
R2,NPS,11,,2026-01-02
,NPS,7,,2026-01-02
R4,CSAT,6,,soon
R5,CES,7,,2026-01-03
R1,NPS,9,"Good, really",2026-01-02T10:00:00Z
R5,CES,6,,2026-01-03
"""


def test_every_row_ends_as_new_changed_same_or_rejected_and_they_add_up(tmp_path: Path, lake: LocalLake) -> None:
    report = load(lake, write(tmp_path / "survey.csv", SURVEY))
    assert report.totals == {"rows": 7, "new": 2, "changed": 0, "same": 1, "rejected": 4}
    found = [(item.line, item.column, item.value) for item in report.files[0].rejections]
    assert found[:4] == [(3, "score", "11"), (4, "response_id", ""), (5, "score", "6"), (5, "answered_at", "soon")]
    assert found[4][0] in {6, 8}
    assert all(item.reason for item in report.files[0].rejections)


def test_rejected_rows_can_be_corrected_in_their_file_and_loaded_as_it_is(tmp_path: Path, lake: LocalLake) -> None:
    report = load(lake, write(tmp_path / "survey.csv", SURVEY))
    rejects = report.files[0].rejects_path
    assert rejects is not None
    text = rejects.read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["response_id"] for row in rows][:3] == ["R2", "", "R4"]
    assert "line 3" in rows[0]["_why"]
    rejects.write_text(text.replace("11,", "10,"), encoding="utf-8")
    again = load(lake, rejects)
    assert again.totals["new"] == 1
    assert {row["response_id"]: row["score"] for row in live(lake, "responses")}["R2"] == 10
    assert all(row["extra"] is None for row in live(lake, "responses"))


def test_a_row_with_a_bad_byte_is_rejected_and_can_be_loaded_as_it_may_have_been(
    tmp_path: Path, lake: LocalLake
) -> None:
    rows = ["account_id,name", "A1,Müller", "A2,Køge Bryghus", "A3,Schröder"]
    path = tmp_path / "accounts.csv"
    path.write_bytes(b"\n".join([*(row.encode() for row in rows[:3]), rows[3].encode("cp1252")]))
    report = load(lake, path)
    assert report.totals == {"rows": 3, "new": 2, "changed": 0, "same": 0, "rejected": 1}
    (rejection,) = report.files[0].rejections
    assert rejection.line == 4
    assert "no UTF-8 (F6)" in rejection.sentence()
    assert {row["name"] for row in live(lake, "accounts")} == {"Müller", "Køge Bryghus"}
    assert report.files[0].rejects_path is not None
    load(lake, report.files[0].rejects_path)
    assert {row["name"] for row in live(lake, "accounts")} == {"Müller", "Køge Bryghus", "Schröder"}


def test_loading_the_same_file_again_adds_nothing(tmp_path: Path, lake: LocalLake) -> None:
    path = write(tmp_path / "features.csv", "feature,plan\nsearch,pro\nsearch,pro\nexport,\n")
    load(lake, path)
    before = live(lake, "features")
    assert load(lake, path).totals == {"rows": 3, "new": 0, "changed": 0, "same": 3, "rejected": 0}
    assert live(lake, "features") == before


def test_the_name_of_a_file_or_folder_plays_no_part_in_which_row_is_which(tmp_path: Path, lake: LocalLake) -> None:
    text = "account_id,name,plan\nA1,Acme,pro\n"
    load(lake, write(tmp_path / "accounts.csv", text))
    (tmp_path / "other").mkdir()
    assert load(lake, write(tmp_path / "other" / "companies-new.csv", text)).totals["same"] == 1
    assert load(lake, write(tmp_path / "a.csv", text), source="crm").totals["new"] == 1


def test_a_source_column_says_where_each_row_is_from(tmp_path: Path, lake: LocalLake) -> None:
    path = write(tmp_path / "accounts.csv", "account_id,name,plan,source\nA1,Acme,pro,crm\nA1,Acme Ltd,pro,\n")
    load(lake, path, source="billing")
    assert {row["source"]: row["name"] for row in live(lake, "accounts")} == {"crm": "Acme", "billing": "Acme Ltd"}


def test_columns_that_the_contract_does_not_know_are_kept_as_json(tmp_path: Path, lake: LocalLake) -> None:
    path = write(tmp_path / "accounts.csv", 'account_id,name,plan,Zoo,"A ""b"""\nA1,Acme,pro,ü,1\nA2,Beta,pro,,\n')
    load(lake, path)
    extra = [row["extra"] for row in live(lake, "accounts")]
    assert extra == ['{"A \\"b\\"":"1","Zoo":"ü"}', None]
    assert json.loads(extra[0]) == {"Zoo": "ü", 'A "b"': "1"}


def test_the_order_of_columns_in_a_file_changes_nothing(tmp_path: Path, lake: LocalLake) -> None:
    load(lake, write(tmp_path / "accounts.csv", "account_id,name,plan,Zoo,Ape\nA1,Acme,pro,z,a\n"))
    assert load(lake, write(tmp_path / "b.csv", "Ape,plan,Zoo,name,account_id\na,pro,z,Acme,A1\n")).totals["same"] == 1


def test_a_folder_of_mixed_files_goes_on_past_a_bad_one_and_reports_it(tmp_path: Path, lake: LocalLake) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    write(folder / "accounts.csv", "account_id,name,plan\nA1,Acme,pro\n")
    write(folder / "broken.parquet", "PAR1")
    write(folder / "late.csv", "person_key,email\n" + "P1,a@example.com\n" * 70_000 + '"P2,b@example.com\n')
    write(folder / "photo.png", "x")
    report = load(lake, folder)
    problems = {file.path.name: file.problem.code if file.problem else None for file in report.files}
    assert problems == {
        "accounts.csv": None,
        "broken.parquet": "damaged-file",
        "late.csv": "damaged-file",
        "photo.png": "unknown-format",
    }
    assert report.totals["new"] == 1
    assert live(lake, "people") == []


def test_a_load_of_nothing_usable_is_refused_and_leaves_no_import(tmp_path: Path, lake: LocalLake) -> None:
    plan = plan_load([write(tmp_path / "photo.png", "x")])
    with pytest.raises(GoodwordError) as refused:
        land(lake, plan, rejected_dir=tmp_path, at=AT)
    assert refused.value.code == "nothing-to-load"
    assert imports(lake) == []


def test_imports_are_listed_and_an_undo_says_what_went_and_what_stays(tmp_path: Path, lake: LocalLake) -> None:
    first = load(lake, write(tmp_path / "accounts.csv", "account_id,name,plan\nA1,Acme,pro\nA2,Beta,pro\n"))
    load(lake, write(tmp_path / "more.csv", "account_id,name,plan\nA2,Beta,pro\n"))
    done = undo(lake, first.import_id, AT)
    assert done.as_dict() == {"import_id": first.import_id, "withdrawn": {"accounts": 1}, "kept": {"accounts": 1}}
    listed = [item.as_dict() for item in imports(lake)]
    assert [(item["files"], item["totals"]["rows"], bool(item["undone_at"])) for item in listed] == [
        (["accounts.csv"], 2, True),
        (["more.csv"], 1, False),
    ]
    assert [row["name"] for row in live(lake, "accounts")] == ["Beta"]


def test_progress_is_told_for_every_sheet(tmp_path: Path, lake: LocalLake) -> None:
    told: list[tuple[str, int, int]] = []
    plan = plan_load([write(tmp_path / "accounts.csv", "account_id,name,plan\nA1,Acme,pro\n")])
    land(lake, plan, rejected_dir=tmp_path, at=AT, progress=lambda *far: told.append(far))
    # While a sheet is read nobody knows how long it is; afterwards everybody does.
    assert told == [("accounts.csv", 1, 0), ("accounts.csv", 1, 1)]


@settings(max_examples=6, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A1", "A2", " A1 ", "", "é"]),
            st.sampled_from(["Acme", "", ' "x', "a,b"]),
            st.sampled_from(["5", "5,5", "x", "", "1e400", "-1"]),
            st.sampled_from(["2026-01-02", "31/12/2026", "02/01/2026", "2026-02-30", ""]),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_rows_in_any_order_are_the_same_facts_and_every_dirty_row_is_accounted_for(
    rows: list[tuple[str, str, str, str]], chance: Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = LocalLake(Path(folder) / "one" / "lake"), LocalLake(Path(folder) / "other" / "lake")
        totals = []
        for lake, order in ((one, rows), (other, chance.sample(rows, len(rows)))):
            path = lake.path.parent / "accounts.csv"
            path.parent.mkdir()
            with path.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([("account_id", "name", "arr", "started_on"), *order])
            report = load(lake, path)
            totals.append(report.totals)
            rejects = report.files[0].rejects_path
            written = list(csv.reader(rejects.read_text(encoding="utf-8").splitlines())) if rejects else [[]]
            assert len(written) - 1 == report.totals["rejected"]
        assert totals[0] == totals[1]
        assert totals[0]["rows"] == sum(any(row) for row in rows)
        assert totals[0]["rows"] == sum(totals[0][name] for name in ("new", "changed", "same", "rejected"))
        assert facts(one, "accounts") == facts(other, "accounts")


@settings(max_examples=10, deadline=None)
@given(st.text(st.sampled_from('a1,;"\n\r\t|\x00é '), max_size=60))
def test_any_text_under_a_known_header_adds_up_or_is_refused_as_a_whole(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lake = LocalLake(Path(folder) / "lake")
        path = write(Path(folder) / "accounts.csv", "account_id,name,plan\n" + text)
        plan = plan_load([path])
        if plan.problems:
            return
        totals = land(lake, plan, rejected_dir=Path(folder), at=AT).totals
        assert totals["rows"] == sum(totals[name] for name in ("new", "changed", "same", "rejected"))
        assert len(live(lake, "accounts")) == totals["new"]
