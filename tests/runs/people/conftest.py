"""The company of these tests, and workspaces with a database of their own."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from tests.runs.people.company import ACCOUNTS, ASKS, PEOPLE, RESPONSES, Company
from tests.runs.people.product import KEY, Now, Product, copy_of_tests


@pytest.fixture
def company(db: None, tmp_path: Path) -> Company:
    """Rhiannon, whom records know under two employers, and Ingrid; published."""
    made = Company(tmp_path)
    made.load(accounts=ACCOUNTS, people=PEOPLE, responses=RESPONSES, asks=ASKS)
    made.run()
    return made


@pytest.fixture
def empty_database(transactional_db: None, tmp_path: Path) -> Iterator[Path]:
    """An empty database as a file; while a test has it, Django uses files of its own."""
    copy_of_tests(tmp_path / "template.sqlite3")
    held, name = connection.connection, connection.settings_dict["NAME"]
    connection.connection = None
    yield tmp_path / "template.sqlite3"
    connection.close()
    connection.settings_dict["NAME"], connection.connection = name, held


@pytest.fixture
def begin(
    empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> Callable[[], Product]:
    """Makes a workspace of its own, in place of the one before; the clock goes on when it is told to."""
    settings.SUPPRESSION_KEY = KEY
    now, number = Now(), itertools.count()
    monkeypatch.setattr("goodword.kit.clock.now", lambda: now.at)

    def another() -> Product:
        now.at = Now.at
        connection.close()
        this = next(number)
        rmtree(tmp_path / f"run-{this - 1}", ignore_errors=True)
        (tmp_path / f"run-{this}").mkdir()
        return Product(tmp_path / f"run-{this}", empty_database, now)

    return another
