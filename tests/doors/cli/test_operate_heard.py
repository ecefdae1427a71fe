"""What was heard is in a backup: an older listener's remarks are there after a restore, and nothing is reread."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from goodword.runs.listening.heard import Heard
from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("operate")

PEOPLE = "person_key,full_name,email\np1,Rhiannon Pugh,rhiannon@oriel.example\n"
SAID = """\
interaction_id,at,channel,person_key,text
i1,2026-10-20T09:00:00Z,ticket,p1,We love the dashboards.
i2,2026-10-21T09:00:00Z,ticket,p1,The ledger is open.
"""


@pytest.fixture
def mine(new_console: Callable[[], Console], tmp_path: Path) -> Console:
    console = new_console()
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "exports" / "interactions.csv").write_text(SAID, encoding="utf-8")
    console.out("load", str(tmp_path / "exports"), "--yes")
    console.out("run", "--as-of", "2026-11-01")
    return console


def older(rows: pa.Table) -> pa.Table:
    named = pa.array(["older"] * rows.num_rows, pa.string())
    return rows.set_column(rows.schema.get_field_index("model_version"), "model_version", named)


def files(workspace: Path) -> set[Path]:
    return {path.relative_to(workspace) for path in (workspace / "heard").rglob("*") if path.is_file()}


def test_a_restored_copy_shows_what_each_listener_heard_and_hears_no_text_again(mine: Console, tmp_path: Path) -> None:
    heard = Heard(mine.workspace)
    now = heard.in_use().now
    heard.add("older", older(heard.rows(now)), epoch=heard.epoch())
    heard.use("older")
    heard.use(now)
    heard.add("nobodys", heard.rows(now), epoch=heard.epoch())
    copy = Console(tmp_path / "copy")
    copy.out("restore", mine.json("backup")["archive"], "--to", str(copy.workspace))
    there = Heard(copy.workspace)
    assert there.in_use() == heard.in_use()
    assert there.rows("older")["model_version"].to_pylist() == ["older"]
    assert there.rows(now).equals(heard.rows(now))
    assert [one.name for one in there.readings()] == sorted(("older", now))
    before = files(copy.workspace)
    copy.out("run", "--as-of", "2026-11-01")
    assert files(copy.workspace) == before


def test_a_backup_of_before_anybody_listened_is_whole(new_console: Callable[[], Console], tmp_path: Path) -> None:
    copy = Console(tmp_path / "copy")
    copy.out("restore", new_console().json("backup")["archive"], "--to", str(copy.workspace))
    assert not (copy.workspace / "heard").exists()
