"""What tests say of the programme on SQLite holds on PostgreSQL: the same files, run again on its database."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.architecture.tree import ROOT
from tests.on_postgresql.server import Server

pytestmark = [pytest.mark.engines, pytest.mark.xdist_group("postgresql")]

NAME = "sentences"
_DOOR = "tests/doors/web/sign_in"
AREAS = {
    "jobs": ("tests/runs/jobs/test_queue.py", "tests/runs/test_retention.py"),
    "settings": ("tests/runs/settings/test_resolving.py",),
    "audit trail": ("tests/programme/team/test_trail.py", "tests/programme/team/test_browsing.py"),
    "sign-in and sessions": (
        *("tests/programme/team/test_users.py", "tests/programme/team/test_roles.py"),
        *(f"{_DOOR}/test_{name}.py" for name in ("password", "code", "second_factor", "patience", "new_key")),
        "tests/doors/web/me/test_security.py",
    ),
    "calls": ("tests/programme/calls", "tests/doors/api/test_rates.py", "tests/doors/api/test_changing.py"),
    "letters": ("tests/programme/outbox",),
    "who is who": (
        "tests/programme/people/test_names.py",
        *(f"tests/runs/people/test_{name}.py" for name in ("merging", "opting_out", "values", "answered_before")),
    ),
    "permissions": ("tests/programme/permissions", "tests/runs/test_ledger_grants.py"),
    "links, asks and answers": (
        *("tests/programme/links", "tests/programme/asks/test_changing_answers.py"),
        *(f"tests/programme/asks/test_{name}.py" for name in ("load", "kinds_weigh")),
    ),
    "stories": ("tests/programme/stories", "tests/doors/portal/test_stories.py"),
    "requests and meetings": (
        "tests/programme/needs",
        *(f"tests/programme/meetings/test_{name}.py" for name in ("meetings", "called_off_by_itself")),
    ),
    "lots": ("tests/programme/lots",),
    "terms": ("tests/doors/portal/test_terms.py",),
    "data rights": ("tests/runs/test_erasing_tables.py",),
}
"""What is run, by what it is about: files whose sentences are about the programme database, not about pages."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A test that was run on PostgreSQL.

    Attributes:
        place: the file, as a module.
        name: of the test.
        wrong: why it failed; empty where it holds.
    """

    place: str
    name: str
    wrong: str


@pytest.fixture(scope="module")
def sentences(server: Server, ours: str, tmp_path_factory: pytest.TempPathFactory) -> list[Sentence]:
    """Every test of these areas, run in one process."""
    told = tmp_path_factory.mktemp("sentences") / "told.xml"
    server.make(f"test_{NAME}", like=ours)  # where pytest-django looks for it
    paths = [path for area in AREAS.values() for path in area]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--reuse-db"]
    done = subprocess.run(
        [*command, f"--junitxml={told}", *paths],
        env={**server.database(NAME).surroundings(Path()), "GOODWORD_WORKSPACE": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.is_file(), done.stdout + done.stderr
    return list(_read(told))


def _read(told: Path) -> Iterator[Sentence]:
    for case in ET.parse(told).iter("testcase"):  # noqa: S314  # written by our own pytest just now
        wrong = [f"{one.tag}: {one.text}" for one in case if one.tag in {"failure", "error", "skipped"}]
        yield Sentence(case.get("classname", ""), case.get("name", ""), "\n".join(wrong))


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_holds_on_postgresql(area: str, sentences: list[Sentence]) -> None:
    for path in AREAS[area]:
        begin = path.removesuffix(".py").replace("/", ".")
        found = [one for one in sentences if f"{one.place}.".startswith(f"{begin}.")]
        assert found, f"nothing of {path} was run"
        wrong = [one for one in found if one.wrong]
        assert not wrong, "\n\n".join(f"{one.place}: {one.name}\n{one.wrong}" for one in wrong)


def test_they_were_run_on_postgresql_and_not_beside_it(server: Server, sentences: list[Sentence]) -> None:
    asked = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = %s"
    ((transactions,),) = server.database("postgres").ask(asked, f"test_{NAME}")
    assert transactions > len(sentences) > 0
