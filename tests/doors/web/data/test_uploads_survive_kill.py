"""The process that takes files in is killed before each of its steps: there is a whole upload, or none."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from goodword.kit import clock
from goodword.runs.intake.uploads import KEPT, list_uploads, sweep_uploads
from goodword.runs.workspace import Workspace, create_workspace

pytestmark = pytest.mark.faults

FILES = {"contacts.csv": "Contact ID,Full Name\nC1,Ana Lima\n" * 40, "answers.csv": "response_id,score\nR1,9\n"}

STEPS_AFTER = 3
NEVER = 1_000_000

# Takes files in as the page does, again and again: a line in says before which step it is killed, a line out how that
# ended. A step is whatever touches the folders of uploads and of what was said before about such files.
_NURSERY = """
import itertools
import json
import os
import signal
import sys
from pathlib import Path
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import setup_test_environment
from goodword.programme.team.roles import Role
from tests.team import let_in

setup_test_environment()
call_command("migrate", verbosity=0)
window = Client()
window.force_login(let_in("leila@northwind.example", Role.MANAGER))
window.get("/healthz/")  # loads every page, once for all that follow
files = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
places = tuple(str(Path(sys.argv[1]) / name) for name in ("uploads", "maps"))

def take_in(last):
    steps = itertools.count(1)
    def count(event, arguments):
        touched = any(isinstance(one, (str, Path)) and str(one).startswith(places) for one in arguments)
        if touched and next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    sent = [SimpleUploadedFile(name, text.encode()) for name, text in files.items()]
    assert window.post("/data/uploads/", {"files": sent}).status_code == 302

for line in sys.stdin:
    connections.close_all()
    child = os.fork()
    if not child:
        take_in(int(line))
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Nursery:
    """Starts processes that take files in, one after the other."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def take_in(self, *, killed_before: int) -> bool:
        """Let one take the files in; say whether it was killed before that step, or came to the end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{killed_before}\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
        return os.WIFSIGNALED(status)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Where files are taken in."""
    return create_workspace(tmp_path / "workspace")


@contextmanager
def nursery(workspace: Workspace, tmp_path: Path) -> Iterator[Nursery]:
    told = tmp_path / "files.json"
    told.write_text(json.dumps(FILES), encoding="utf-8")
    env = {**os.environ, "GOODWORD_WORKSPACE": str(workspace.path)}
    with subprocess.Popen(
        [sys.executable, "-c", _NURSERY, str(workspace.path), str(told)],
        cwd=Path(__file__).parents[4],
        env=env | {"DJANGO_SETTINGS_MODULE": "goodword.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Nursery(process)


def test_wherever_it_is_killed_there_is_a_whole_upload_or_none(workspace: Workspace, tmp_path: Path) -> None:
    waiting: list[int] = []
    with nursery(workspace, tmp_path) as taking_in:
        while waiting.count(1) < STEPS_AFTER:
            assert taking_in.take_in(killed_before=len(waiting) + 1)
            waiting.append(whole_uploads(workspace))
            nothing_is_left_after_a_day(workspace)
        assert not taking_in.take_in(killed_before=NEVER)
    assert whole_uploads(workspace) == 1
    # Up to some step there is none, from it on there is one; nothing is taken in twice.
    assert waiting == [0] * (len(waiting) - STEPS_AFTER) + [1] * STEPS_AFTER
    assert len(waiting) > STEPS_AFTER + 4 * len(FILES)


def whole_uploads(workspace: Workspace) -> int:
    """How many uploads wait, each with every byte of every file."""
    uploads = list_uploads(workspace)
    for upload in uploads:
        files = {path.name: path.read_text(encoding="utf-8") for path in (upload.folder / "files").iterdir()}
        assert files == FILES
        assert set(upload.files) == set(FILES)
        assert len(upload.plan().files) == len(FILES)
    return len(uploads)


def nothing_is_left_after_a_day(workspace: Workspace) -> None:
    sweep_uploads(workspace, clock.now() + KEPT + timedelta(minutes=1))
    assert not (workspace.path / "uploads").exists() or not list((workspace.path / "uploads").iterdir())
