"""What stands in deploy/ fits what it installs: files that are copied, packages, commands, variables, units."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from goodword.doors.cli.app import app
from scripts import settings_page
from tests.architecture.tree import ROOT

DEPLOY = ROOT / "deploy"
PAGES = sorted(
    ROOT / "docs" / "how-to" / f"{name}.md"
    for name in ("back-up-and-restore", "change-the-key", "serve-behind-tls", "run-as-a-service", "upgrade")
)
TOLD = [*PAGES, *sorted(path for path in DEPLOY.rglob("*") if path.is_file() and path.suffix != ".lock")]
UNITS = sorted((DEPLOY / "systemd").iterdir())
# Of the container's own platform and of compose, not of Goodword.
OTHERS = {"GOODWORD_HOST", "GOODWORD_UPSTREAM"}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def requirements(path: Path) -> dict[str, str]:
    """Each requirement of a lock, by name, with its version and hashes."""
    lines = text(path).replace("\\\n", " ").splitlines()
    # On which platforms depends on what else is installed, so that part is left out.
    whole = [re.sub(r" ;.*?(?= --hash)", "", " ".join(line.split())) for line in lines if line.strip()]
    return {line.split("==")[0].strip().lower(): line for line in whole}


def copied() -> list[str]:
    found: list[str] = []
    for line in text(DEPLOY / "Containerfile").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            found += line.split()[1:-1]
    return found


def test_everything_that_is_copied_into_the_image_exists() -> None:
    assert copied()
    assert [name for name in copied() if not (ROOT / name).exists()] == []


def test_everything_that_is_copied_reaches_the_builder() -> None:
    let_in = {line[1:] for line in text(DEPLOY / "Containerfile.dockerignore").splitlines() if line.startswith("!")}
    assert set(copied()) <= let_in


@pytest.mark.parametrize("name", ["requirements.lock", "build.lock"])
def test_the_image_installs_what_the_lock_says_and_nothing_of_development(name: str) -> None:
    whole, part = requirements(ROOT / "requirements.lock"), requirements(DEPLOY / name)
    assert {package: line for package, line in part.items() if whole.get(package) != line} == {}
    assert all("--hash=sha256:" in line for line in part.values())
    assert not {"pytest", "ruff", "mypy", "playwright"} & set(part)


def test_the_image_runs_as_nobody_special() -> None:
    lines = text(DEPLOY / "Containerfile").splitlines()
    assert "USER goodword" in lines
    assert lines.index("USER goodword") < next(n for n, line in enumerate(lines) if line.startswith("ENTRYPOINT"))


def test_the_health_check_says_no_where_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "1")
    done = subprocess.run([sys.executable, str(DEPLOY / "healthcheck.py")], check=False, timeout=60)
    assert done.returncode == 1


def commands() -> dict[str, set[str]]:
    """Every command with its options; those of a group as `group command`."""
    found: dict[str, set[str]] = {}
    root = typer.main.get_command(app)
    for name, command in root.commands.items():  # type: ignore[attr-defined]  # the root is a group
        found[name] = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
        for inner, one in getattr(command, "commands", {}).items():
            found[f"{name} {inner}"] = {
                option for param in one.params for option in (*param.opts, *param.secondary_opts)
            }
    return found


def told_commands(path: Path) -> list[str]:
    """Lines that call goodword: in code blocks and units."""
    pattern = r"(?:^|(?<!-[gu])[`\s/])goodword (?!goodword)((?:-w \S+ |--workspace \S+ )?[a-z]+[^`\n|)#\"]*)"
    blocks = re.findall(r"```sh\n(.*?)```", text(path), flags=re.DOTALL) if path.suffix == ".md" else [text(path)]
    lines = [line for block in blocks for line in block.splitlines() if not line.strip().startswith("#")]
    return [
        found for line in lines for found in re.findall(pattern, line) if path.suffix == ".md" or "ExecStart" in line
    ]


@pytest.mark.parametrize("path", [*PAGES, *UNITS], ids=lambda path: path.name)
def test_every_command_that_is_told_exists_with_its_options(path: Path) -> None:
    known = commands()
    for line in told_commands(path):
        words = [word for word in re.sub(r"^(-w|--workspace) \S+ ", "", line).split() if word]
        name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
        assert name in known, line
        options = {word.split("=")[0] for word in words if word.startswith("-")}
        assert options <= known[name], line


def test_commands_are_found_where_they_are_told() -> None:
    assert len(told_commands(DEPLOY / "systemd" / "goodword.service")) == 1
    assert all(told_commands(page) for page in PAGES)


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_every_variable_that_is_told_exists(path: Path) -> None:
    told = set(re.findall(r"\b(GOODWORD_[A-Z_]+|DATABASE_URL)\b", text(path)))
    assert told - OTHERS <= set(settings_page.variables())


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_are_read_as_they_are_meant(path: Path) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    unit.read_string(text(path))
    if path.suffix == ".timer":
        assert (DEPLOY / "systemd" / f"{path.stem}.service").is_file()
        return
    service = unit["Service"]
    assert service["User"] == "goodword"
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectoryMode"] == "0700"
    assert service["ExecStart"].split()[0] == "/srv/goodword/venv/bin/goodword"


def test_behind_each_proxy_the_site_is_told_that_the_way_was_encrypted() -> None:
    nginx = text(DEPLOY / "nginx.conf")
    for header, value in {"Host": "$host", "X-Forwarded-Proto": "$scheme"}.items():
        assert re.search(rf"proxy_set_header\s+{header}\s+\{value};", nginx)
    assert "reverse_proxy" in text(DEPLOY / "Caddyfile")  # Caddy sets both by itself
