"""The outbox and the digest on the console."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.ready import ready
from tests.mailserver import MailServer, running
from tests.reports import delivery_report

pytestmark = pytest.mark.xdist_group("command line")

HELD = """
import django
django.setup()
from datetime import timedelta
from goodword.kit import clock
from goodword.programme.outbox.actions.claim_letter import claim_letter
from goodword.programme.outbox.querysets import HELD_AFTER
from tests.letters import queued
queued(now=clock.now() - timedelta(hours=1))
claim_letter("a worker that died", now=clock.now() - HELD_AFTER)
"""


@dataclass(frozen=True, slots=True)
class Post:
    """A console in a workspace with a mail server."""

    workspace: Path
    server: MailServer

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        post = {"GOODWORD_SMTP_URL": self.server.url, "GOODWORD_MAIL_FROM": "g@northwind.example"}
        return ready().run(["--workspace", str(self.workspace), *arguments], own | post | more)

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - JSON is anything
        return json.loads(self.run(*arguments, "--format", "json").stdout)

    def python(self, text: str) -> None:
        env = os.environ | {
            "GOODWORD_WORKSPACE": str(self.workspace),
            "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        }
        done = ready().run([], env, text)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def post(new_console: Callable[[], Console], tmp_path: Path) -> Iterator[Post]:
    console = new_console()
    console.out("user", "add", "leila@northwind.example", "--generate")
    with running(tmp_path) as server:
        yield Post(console.workspace, server)


def test_a_test_letter_shows_whether_the_server_takes_letters(post: Post) -> None:
    done = post.run("outbox", "test", "ana@teawa.example")
    assert done.returncode == 0, done.stderr
    assert "The mail server took it: 250 2.0.0 kept" in done.stdout
    assert post.server.recipients == ["ana@teawa.example"]
    refused = post.run("outbox", "test", "never-rcpt@teawa.example")
    assert refused.returncode == 2
    assert "554 5.7.1 never" in refused.stderr
    assert [row["standing"] for row in post.json("outbox", "list")] == ["refused", "sent"]


def test_without_a_server_letters_wait_and_it_is_said(post: Post) -> None:
    assert "no mail server is set" in post.run("outbox", GOODWORD_SMTP_URL="").stderr
    done = post.run("outbox", "send", GOODWORD_SMTP_URL="")
    assert (done.returncode, done.stdout) == (2, "")
    bad = post.run("outbox", GOODWORD_SMTP_URL="http://mail.example")
    assert bad.returncode == 2
    assert "GOODWORD_SMTP_URL names no mail server" in bad.stderr


def test_a_held_letter_waits_for_a_decision(post: Post) -> None:
    post.python(HELD)
    [row] = post.json("outbox", "held")
    assert row["standing"] == "held"
    assert post.run("outbox", "send").stdout.startswith("0 attempts made.")
    done = post.run("outbox", "retry", str(row["letter"]), "--reason", "she has nothing")
    assert done.returncode == 0, done.stderr
    assert post.run("outbox", "send").stdout.startswith("1 attempts made.")
    assert post.server.recipients == ["hemi@teawa.example"]
    again = post.run("outbox", "arrived", str(row["letter"]))
    assert again.returncode == 2
    assert "was sent" in again.stderr


def test_what_came_back_is_read_once_and_said(post: Post, tmp_path: Path) -> None:
    assert post.run("outbox", "test", "ana@teawa.example").returncode == 0
    [message] = post.server.messages
    (tmp_path / "report.eml").write_bytes(delivery_report(str(message["Message-ID"])))
    (tmp_path / "forged.eml").write_bytes(delivery_report("<made-up@northwind.example>"))
    places = [str(tmp_path / name) for name in ("report.eml", "forged.eml")]
    done = post.run("outbox", "bounces", *places)
    assert done.returncode == 0, done.stderr
    assert "1 came back: the address is no good" in done.stdout
    assert "1 ignored: about no letter that was sent from here." in done.stdout
    assert "1 known already." in post.run("outbox", "bounces", *places).stdout
    nowhere = post.run("outbox", "bounces", str(tmp_path / "nowhere"))
    assert nowhere.returncode == 2
    assert "Name a message, an mbox file, a Maildir" in nowhere.stderr


def test_a_restored_copy_says_that_it_sends_nothing(post: Post) -> None:
    (post.workspace / "restored.json").write_text("{}", encoding="utf-8")
    done = post.run("outbox", "test", "ana@teawa.example")
    assert done.returncode == 2
    assert "goodword release" in done.stderr
    assert post.server.recipients == []


def test_a_digest_is_shown_before_it_is_wanted(post: Post, sample: Path) -> None:
    for step in (["load", str(sample / "exports"), "--yes"], ["run", "--as-of", "2026-11-01"]):
        assert post.run(*step).returncode == 0
    shown = post.run("digest", "--for", "leila@northwind.example", "--dry-run")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Subject: 3 moments today: ")
    assert post.json("outbox", "list") == []
    assert "It waits in the outbox." in post.run("digest", "--for", "leila@northwind.example").stdout
    assert "queued already" in post.run("digest", "--for", "leila@northwind.example").stdout
    assert post.run("digest", "--for", "nobody@northwind.example", "--dry-run").returncode == 2
    post.run("outbox", "send")
    [message] = post.server.messages
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
