"""The key is changed as the how-to says, and sessions outlive it in the served app."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.doors.cli.conftest import Console
from tests.doors.cli.test_operate_served import PROXY, SITE, Site, up
from tests.doors.cli.test_serve import eventually, free_port, serving

pytestmark = pytest.mark.xdist_group("operate")

SETTINGS = {"DJANGO_SETTINGS_MODULE": "goodword.config.settings", "PYTHONPATH": str(ROOT)}
ADD_APP = """
import django
django.setup()
from goodword.programme.team.actions.add_factor import add_app
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from tests.programme.team.codes import code_of
key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
add_app(User.objects.get(), key, code_of(key), by=Actor.console())
"""
PAGE = ROOT / "docs" / "how-to" / "change-the-key.md"


@pytest.fixture
def console(new_console: Callable[[], Console], monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.setenv("GOODWORD_SECURE", "1")
    monkeypatch.setenv("GOODWORD_ALLOWED_HOSTS", SITE)
    return new_console()


@contextmanager
def served(console: Console, password: str, log: Path) -> Iterator[Site]:
    port = free_port()
    with serving(console, port, log):
        site = Site(port, password)
        eventually(lambda: up(site), log)
        yield site


def cookie_in(site: Site) -> str:
    return site.sign_in().cookies["sessionid"].split(";")[0]


def told_steps() -> str:
    """The lines of the how-to that change the files of a workspace."""
    found = re.search(r"```sh\ncd [^\n]+\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_sessions_outlive_a_change_of_the_key_as_long_as_the_old_one_is_kept(console: Console, tmp_path: Path) -> None:
    log = tmp_path / "log"
    password = console.out("user", "add", "leila@vendor.example", "--generate").strip().rpartition(": ")[2]
    with served(console, password, log) as site:
        used, unused = cookie_in(site), cookie_in(site)
    key = (console.workspace / "secret.key").read_text(encoding="ascii")
    subprocess.run(["sh", "-euc", told_steps()], cwd=console.workspace, check=True)
    kept = console.workspace / "secret.key.old"
    assert (kept.read_text(encoding="ascii"), kept.stat().st_mode & 0o077) == (key, 0)
    with served(console, password, log) as site:
        page = site.ask("GET", "/people/", {**PROXY, "Cookie": used})
        assert page.status == 200
        renewed = page.cookies["sessionid"].split(";")[0]
    assert (console.workspace / "secret.key").read_text(encoding="ascii") != key
    kept.unlink()
    with served(console, password, log) as site:
        assert site.ask("GET", "/people/", {**PROXY, "Cookie": renewed}).status == 200
        assert site.ask("GET", "/people/", {**PROXY, "Cookie": unused}).status == 302


def test_keys_of_before_are_read_from_the_environment_and_the_file(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    (console.workspace / "secret.key.old").write_text("kept one\n\n  kept two  \n", encoding="utf-8")
    monkeypatch.setenv("GOODWORD_SECRET_KEY_FALLBACKS", " given one,,given two, ")
    said = "from goodword.config import settings; print(settings.SECRET_KEY_FALLBACKS)"
    monkeypatch.setenv("GOODWORD_WORKSPACE", str(console.workspace))
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(["given one", "given two", "kept one", "kept two"])


def test_the_doctor_says_when_a_key_of_before_may_go(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> tuple[str, str]:
        told = json.loads(console.run("doctor", "--format", "json").stdout)["findings"]
        (keys,) = [one for one in told if one["name"] == "keys"]
        return keys["state"], keys["found"]

    monkeypatch.setenv("GOODWORD_SECRET_KEY", "the first key of this workspace")
    monkeypatch.setenv("GOODWORD_WORKSPACE", str(console.workspace))
    console.out("user", "add", "leila@vendor.example", "--generate")
    subprocess.run([sys.executable, "-c", ADD_APP], check=True, env={**os.environ, **SETTINGS})
    assert found() == ("ok", "One key signs and seals everything.")
    monkeypatch.setenv("GOODWORD_SECRET_KEY", "the second key of this workspace")
    assert found()[0] == "deviates"
    monkeypatch.setenv("GOODWORD_SECRET_KEY_FALLBACKS", "the first key of this workspace")
    assert found() == ("to know", "2 second factors are sealed with a key of before.")
    assert "Sealed anew: 2." in console.out("user", "reseal")
    assert found()[0] == "ok"
    monkeypatch.delenv("GOODWORD_SECRET_KEY_FALLBACKS")
    assert found()[0] == "ok"
