"""What must stand in no file: addresses of registries, paths of somebody's machine, a lock that names hosts."""

import re

import pytest

from tests.architecture.tree import ROOT, files

# Joined here, so that this file does not name them either.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "python", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
        ("conda", "anaconda", "org"),
        ("repo1", "maven", "org"),
        ("registry-1", "docker", "io"),
    )
)
PLACES = "root|work|home|Users|opt"
MACHINE = re.compile(rf"(?<![\w.~$}}:/-])/(?:{PLACES})/[\w.-]+")
TEMPORARY = re.compile(r"(?<![\w.~$}:/-])/tmp\b")
LOCKS = ("uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "package-lock.json")


LARGEST = 1_000_000  # bytes; a data set or a database does not belong here


def texts() -> dict[str, str]:
    """Every file of the project that is text, by its path."""
    found = {}
    for path in files():
        if path.stat().st_size > LARGEST:
            continue
        try:
            found[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_names_a_registry() -> None:
    named = {path: host for path, text in texts().items() for host in REGISTRIES if host in text}
    assert not named


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    named = {path: found.group() for path, text in texts().items() if (found := MACHINE.search(text))}
    assert not named


def test_temporary_folders_are_asked_for_and_never_named() -> None:
    named = [path for path, text in texts().items() if path.startswith("src/") and TEMPORARY.search(text)]
    assert not named


@pytest.mark.parametrize("place", PLACES.split("|"))
def test_a_machine_path_is_noticed(place: str) -> None:
    assert MACHINE.search(f"open('/{place}/anna/file')")
    assert not MACHINE.search(f"https://example.com/{place}/anna")


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_that_names_hosts_is_kept(name: str) -> None:
    kept = [path.relative_to(ROOT).as_posix() for path in files() if path.name == name]
    assert not kept


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_requirement_has_a_version_and_a_hash() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    requirements = [line for line in text.splitlines() if line.strip()]
    assert requirements
    bare = [line[:60] for line in requirements if "--hash=sha256:" not in line or "==" not in line]
    assert not bare


def test_python_is_chosen_by_file() -> None:
    assert (ROOT / ".python-version").read_text(encoding="utf-8").strip() == "3.13"


def test_no_database_and_no_data_set_slips_in() -> None:
    large = {
        path.relative_to(ROOT).as_posix(): path.stat().st_size for path in files() if path.stat().st_size > LARGEST
    }
    assert not large
