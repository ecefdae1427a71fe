"""Set-up, tried for real where it is cheap: in a copy of the checkout, with a path of our making."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PYTHONS = ("python3.13", "python3.12", "python3", "python", "python3.14")
TOO_OLD = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit 0\nexit 1\n'
SCRIPTS = ("setup.sh", "apt.sh", "test_needs.sh", "lock.sh", "demo.sh")


def executable(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What set-up needs of a checkout, in a folder of its own."""
    folder = tmp_path / "checkout"
    (folder / "scripts").mkdir(parents=True)
    for name in SCRIPTS:
        shutil.copy(ROOT / "scripts" / name, folder / "scripts" / name)
    for name in ("pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder for the front of the path in which every Python is too old, and pyenv and uv can give none."""
    folder = tmp_path / "old"
    folder.mkdir()
    for name in (*PYTHONS, "uv", "pyenv"):
        executable(folder / name, TOO_OLD)
    return folder


def run(script: str, checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {"PATH": os.environ["PATH"], "HOME": str(checkout.parent)}
    return subprocess.run(
        [str(checkout / "scripts" / script)],
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def path_with(folder: Path) -> str:
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_a_python_that_is_too_old_ends_in_one_sentence(checkout: Path, old: Path) -> None:
    done = run("setup.sh", checkout, PATH=path_with(old), PYENV_ROOT=str(old))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Goodword needs Python 3.12 or newer and found Python 3.9.2: "
        "install one (apt, pyenv or uv can), or name one with PYTHON=/its/path.\n"
    )
    assert not (checkout / ".venv").exists()


def test_a_python_that_was_named_is_the_only_one_tried(checkout: Path, old: Path) -> None:
    done = run("setup.sh", checkout, PYTHON=str(old / "python3"))
    assert done.returncode == 1
    assert f"found that {old / 'python3'} is Python 3.9.2" in done.stderr


def test_a_finished_set_up_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    text = "".join(
        (checkout / name).read_text(encoding="utf-8")
        for name in ("requirements.lock", "pyproject.toml", "scripts/setup.sh")
    )
    total = subprocess.run(["cksum"], input=text, capture_output=True, text=True, check=True).stdout
    (checkout / ".venv" / "goodword-setup").write_text(f"{checkout.resolve()}\n{total}", encoding="utf-8")
    done = run("setup.sh", checkout)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_registry_one_sentence_says_so_and_nothing_is_taken_for_done(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "left-by-an-interrupted-set-up").touch()
    done = run(
        "setup.sh",
        checkout,
        PYTHON=str(Path(sys.base_prefix) / "bin" / "python3"),
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_RETRIES="0",
        UV_INDEX_URL="http://127.0.0.1:9/simple",
        UV_HTTP_RETRIES="0",
    )
    assert done.returncode == 1
    assert done.stderr.startswith("No package registry could be reached")
    assert done.stderr.count("\n") == 1
    assert not (checkout / ".venv" / "goodword-setup").exists()
    assert not (checkout / ".venv" / "left-by-an-interrupted-set-up").exists()


def test_what_tests_need_and_cannot_install_is_named(checkout: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in ("sh", "dirname", "id"):
        (bare / name).symlink_to(shutil.which(name) or name)
    done = run("test_needs.sh", checkout, PATH=str(bare))
    assert done.returncode == 1
    assert "The tests need chromium" in done.stderr
    assert "apt-get install chromium" in done.stderr
    executable(bare / "chromium", "#!/bin/sh\n")
    assert run("test_needs.sh", checkout, PATH=str(bare)).returncode == 0


@pytest.mark.parametrize("says", ["--index-url https://registry.example/simple\n", ""])
def test_a_lock_that_names_an_address_is_refused(checkout: Path, tmp_path: Path, says: str) -> None:
    before = (checkout / "requirements.lock").read_bytes()
    (checkout / "deploy").mkdir(exist_ok=True)
    body = f"{says}thing==1.0 --hash=sha256:00"
    executable(
        tmp_path / "uv",
        f'#!/bin/sh\ntouch uv.lock\nfor last; do :; done\n[ "$1" = export ] && printf %s \'{body}\' >"$last"\nexit 0\n',
    )
    done = run("lock.sh", checkout, UV=str(tmp_path / "uv"))
    assert not (checkout / "uv.lock").exists()
    if says:
        assert done.returncode == 1
        assert "names an address" in done.stderr
        assert (checkout / "requirements.lock").read_bytes() == before
    else:
        assert done.returncode == 0
        assert (checkout / "requirements.lock").read_text(encoding="utf-8") == body


def test_a_port_in_use_ends_in_one_sentence(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    shutil.copy(ROOT / "scripts" / "port_free.py", checkout / "scripts" / "port_free.py")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("demo.sh", checkout, PORT=str(port))
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is in use: end what listens there, or choose another one: make demo PORT={port + 1}.\n"
    )
    assert not (checkout / "demo").exists()


def test_a_port_that_is_none_is_refused(checkout: Path) -> None:
    done = run("demo.sh", checkout, PORT="http")
    assert done.returncode == 1
    assert "PORT=http is no port" in done.stderr
