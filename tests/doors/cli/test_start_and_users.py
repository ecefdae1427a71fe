"""First steps on the console: a workspace, and somebody who may sign in."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from goodword.runs.workspace import open_workspace
from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")


def test_a_workspace_that_is_there_already_stays_as_it_is(new_console: Callable[[], Console]) -> None:
    console = new_console()
    settings = console.workspace / "goodword.toml"
    settings.write_text('[run]\nat = "04:00"\n', encoding="utf-8")
    console.out("init", str(console.workspace))
    assert open_workspace(console.workspace).settings == {"run": {"at": "04:00"}}


def test_a_synthetic_workspace_says_so_beside_every_list(tmp_path: Path) -> None:
    console = Console(tmp_path / "made-up")
    console.out("init", "--synthetic", str(console.workspace))
    done = console.run("find", "--format", "json")
    assert done.stdout == "[]\n"
    assert "synthetic" in done.stderr


def test_exports_may_lie_in_the_workspace_itself(new_console: Callable[[], Console]) -> None:
    console = new_console()
    exports = console.workspace / "accounts.csv"
    exports.write_text("account_id,name,arr\noriel,Oriel,94000\nhalden,Halden,many\n", encoding="utf-8")
    first = console.run("load", str(console.workspace), "--yes")
    assert first.returncode == 0
    assert "cannot be loaded" not in first.stderr
    assert "1 row rejected" in first.stdout
    again = json.loads(console.out("load", str(console.workspace), "--yes", "--format", "json"))
    assert [Path(file["path"]).name for file in again["files"]] == ["accounts.csv"]


def test_settings_that_cannot_be_read_name_the_file(new_console: Callable[[], Console]) -> None:
    console = new_console()
    (console.workspace / "goodword.toml").write_text("[run\n", encoding="utf-8")
    done = console.run("find")
    assert done.returncode == 2
    assert "goodword.toml cannot be read" in done.stderr.replace("\n", " ")


def test_a_made_password_is_shown_once_and_an_address_only_once_let_in(new_console: Callable[[], Console]) -> None:
    console = new_console()
    said = console.out("user", "add", "leila@vendor.example", "--generate")
    assert "Password, shown this once" in said
    again = console.run("user", "add", "Leila@Vendor.example", "--generate")
    assert again.returncode == 2
    assert "has an account already" in again.stderr


def test_without_a_console_no_password_is_guessed(new_console: Callable[[], Console]) -> None:
    done = new_console().run("user", "add", "leila@vendor.example")
    assert done.returncode == 2
    assert "--generate" in done.stderr


def test_the_sample_says_that_it_is_synthetic(tmp_path: Path) -> None:
    console = Console(tmp_path)
    said = console.out("sample", str(tmp_path / "company"), "--accounts", "8", "--months", "6", "--today", "2026-11-01")
    assert "synthetic" in said
    assert (tmp_path / "company" / "truth" / "people_truth.parquet").is_file()


def test_a_file_that_is_like_no_table_is_named_with_what_to_write_in_a_map(
    new_console: Callable[[], Console], tmp_path: Path
) -> None:
    (tmp_path / "notes [old].csv").write_text("colour,taste\nred,sour\n", encoding="utf-8")
    done = new_console().run("load", str(tmp_path), "--yes")
    assert done.returncode == 2
    assert '[[file]] match = "notes [old].csv"' in done.stderr


def test_the_first_on_the_console_is_the_administrator_and_can_be_helped_back_in(
    new_console: Callable[[], Console],
) -> None:
    console = new_console()
    assert "as administrator" in console.out("user", "add", "leila@vendor.example", "--generate")
    assert "as manager" in console.out("user", "add", "arjun@vendor.example", "--generate", "--own-accounts")
    console.out("user", "role", "arjun@vendor.example", "csm", "--own-accounts", "--reason", "moved over")
    said = console.out("user", "reset", "Arjun@Vendor.example", "--second-factor")
    assert re.search(r"shown this once: [0-9a-f]{6}(-[0-9a-f]{6}){3}", said)
    console.out("user", "deactivate", "arjun@vendor.example")
    listed = {one["email"]: one for one in json.loads(console.out("user", "list", "--format", "json"))}
    assert listed["leila@vendor.example"]["role"] == "administrator"
    arjun = listed["arjun@vendor.example"]
    assert (arjun["role"], arjun["reach"], arjun["active"]) == ("csm", "own", False)
    console.out("user", "reactivate", "arjun@vendor.example")
    assert "arjun@vendor.example" in console.out("user", "list")


def test_the_console_lets_the_last_administrator_not_go(new_console: Callable[[], Console]) -> None:
    console = new_console()
    console.out("user", "add", "leila@vendor.example", "--generate")
    for command in (("deactivate", "leila@vendor.example"), ("role", "leila@vendor.example", "sales")):
        done = console.run("user", *command)
        assert done.returncode == 2
        assert "only administrator" in done.stderr
    assert "Nobody has the address" in console.run("user", "reset", "nobody@vendor.example").stderr
