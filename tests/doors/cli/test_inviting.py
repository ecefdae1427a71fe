"""A customer's person is let in to their own page on the console, by the same rules as on the pages."""

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")

PUBLISH = """
import django
django.setup()
from goodword.programme.advocates.actions.publish_findings import publish_findings
from tests.world import TODAY, the_cast
cast = the_cast()
cast.person("twin", "Hemi Ngata", "Planner", "oriel")
cast.person("greta", "Greta Lund", "Planner", "oriel", language="de")
cast.hold("joost", "opted_out", "Joost van der Meer opted out on Mon 1 Jun.")
publish_findings(cast.findings(), as_of=TODAY, fingerprint="the cast")
"""


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    console = new_console()
    console.out("user", "add", "leila@northwind.example", "--generate")
    env = {"GOODWORD_WORKSPACE": str(console.workspace), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    subprocess.run([sys.executable, "-c", PUBLISH], env=os.environ | env, check=True)
    return console


@pytest.fixture
def letters_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is named; nobody listens there."""
    monkeypatch.setenv("GOODWORD_SMTP_URL", "smtp+plain://127.0.0.1:9")


def refused(console: Console, *command: str) -> str:
    done = console.run("user", *command)
    assert done.returncode == 2, done.stdout
    return done.stderr.replace("\n", " ")


@pytest.mark.usefixtures("letters_leave")
def test_the_letter_can_be_read_first_and_then_waits_in_the_outbox_once(desk: Console) -> None:
    read = desk.out("user", "invite", "Étienne Tremblay", "--dry-run")
    assert "To: etienne@maple.example" in read
    assert "Good day Étienne Tremblay," in read
    assert desk.json("outbox", "list") == []
    assert "A letter to etienne@maple.example waits" in desk.out("user", "invite", "etienne")
    assert "has an account already" in refused(desk, "invite", "crm:etienne")
    assert "has an account already" in refused(desk, "invite", "crm:etienne", "--dry-run")
    [letter] = desk.json("outbox", "list")
    assert (letter["to"], letter["standing"]) == ("etienne@maple.example", "waiting")
    desk.out("user", "deactivate", "etienne@maple.example")
    assert [one["standing"] for one in desk.json("outbox", "list")] == ["dropped"]
    desk.out("user", "reactivate", "etienne@maple.example")
    assert sorted(one["standing"] for one in desk.json("outbox", "list")) == ["dropped", "waiting"]


@pytest.mark.usefixtures("letters_leave")
def test_who_prefers_german_is_written_to_in_german(desk: Console) -> None:
    assert "Guten Tag Greta Lund," in desk.out("user", "invite", "greta lund", "--dry-run")


def test_without_a_mail_server_a_password_is_shown_once(desk: Console) -> None:
    said = desk.out("user", "invite", "Rhiannon@Oriel.example")
    assert "rhiannon@oriel.example can sign in to their own page now." in said
    assert re.search(r"shown this once: [0-9a-f]{6}(-[0-9a-f]{6}){3}", said)
    listed = {one["email"]: one["role"] for one in desk.json("user", "list")}
    assert listed["rhiannon@oriel.example"] == "advocate"


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ("joost", "Joost van der Meer opted out on Mon 1 Jun."),
        ("Lucía Fernández Ortega", "has no e-mail address on record"),
        ("Hemi Ngata", "means more than one person. Use an id: "),
        ("nobody-at-all", "Nobody is known by “nobody-at-all”."),
    ],
)
def test_who_may_not_be_invited_is_refused_with_the_reason(desk: Console, person: str, reason: str) -> None:
    for more in ((), ("--dry-run",)):
        assert reason in refused(desk, "invite", person, *more)


def test_before_the_first_run_nobody_is_known(new_console: Callable[[], Console]) -> None:
    assert "Nobody is known yet. Load your data and run" in refused(new_console(), "invite", "hemi")
