"""The files of the project, read once: what tools make and what git ignores is left out."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "build", "demo", "node_modules", "__pycache__"}


@cache
def parsed(text: str) -> ast.Module:
    """The syntax tree of a module's text."""
    return ast.parse(text)


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it is, counted from the root with slashes, and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not any(part in NOT_OURS or part.endswith(("_cache", ".egg-info")) for part in parts[:-1]) and (
        ".hypothesis" not in parts
    )


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project, in order: what git knows or would take, or all there is where git cannot be asked."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = [name for name in asked.stdout.split("\0") if name] if asked.returncode == 0 else []
    known = [ROOT / name for name in names] if (ROOT / ".git").exists() else []
    return tuple(sorted(path for path in known or ROOT.rglob("*") if path.is_file() and _is_ours(path)))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files below the folders; migrations are written by Django and left out."""
    named = {path.relative_to(ROOT).as_posix(): path for path in files() if path.suffix == ".py"}
    return tuple(
        Module(name, path.read_text(encoding="utf-8"))
        for name, path in named.items()
        if name.split("/")[0] in folders and "/migrations/" not in name
    )
