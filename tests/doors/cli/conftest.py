"""A small sample company, loaded once, asked through the command line as people use it."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goodword.sample import write_sample
from tests.doors.cli.ready import ready

DAY = "2026-11-01"


@dataclass(frozen=True, slots=True)
class Console:
    """A console in one workspace."""

    workspace: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one command; nobody is there to answer questions."""
        # Django is set up for the tests in this process; a command sets up its own.
        own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        return ready().run(["--workspace", str(self.workspace), *arguments], own)

    def out(self, *arguments: str) -> str:
        """Run one command that must succeed, and return what it prints."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - JSON is anything
        """Run one command that must succeed, and return the JSON it prints."""
        return json.loads(self.out(*arguments, "--format", "json"))


@pytest.fixture(scope="session", autouse=True)
def commands_ended() -> Iterator[None]:
    """What begins commands goes with the tests."""
    yield
    if ready.cache_info().currsize:
        ready().end()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports of a small sample company, with the truth beside them."""
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder, accounts=24, seed=5, months=14, today=date.fromisoformat(DAY))
    return folder


@pytest.fixture(scope="session")
def new_console(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Console]:
    """Make a fresh workspace and a console in it: a copy of one that `goodword init` made."""
    return _copies(tmp_path_factory, _made(tmp_path_factory))


@pytest.fixture(scope="session")
def loaded_console(
    sample: Path, new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Console]:
    """Make a workspace with the sample company loaded, and a console in it."""
    first = new_console()
    first.out("load", str(sample / "exports"), "--yes")
    return _copies(tmp_path_factory, first)


@pytest.fixture(scope="session")
def run_console(
    loaded_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Console]:
    """Make a workspace where the sample company is loaded and its list published, and a console in it."""
    first = loaded_console()
    first.out("run", "--as-of", DAY)
    return _copies(tmp_path_factory, first)


def _made(tmp_path_factory: pytest.TempPathFactory) -> Console:
    console = Console(tmp_path_factory.mktemp("made") / "workspace")
    console.out("init", str(console.workspace))
    return console


def _copies(tmp_path_factory: pytest.TempPathFactory, first: Console) -> Callable[[], Console]:
    """Copy a workspace that nobody uses: a moment instead of seconds."""

    def copy() -> Console:
        return Console(shutil.copytree(first.workspace, tmp_path_factory.mktemp("ws") / "workspace"))

    return copy


@pytest.fixture(scope="session")
def console(loaded_console: Callable[[], Console]) -> Console:
    """A console in a workspace with the sample company loaded; tests leave it as it is."""
    return loaded_console()
