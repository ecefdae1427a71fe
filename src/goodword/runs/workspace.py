"""A workspace: one folder with `goodword.toml`, the programme database and the lake."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goodword.kit.durable import write_whole
from goodword.kit.errors import GoodwordError
from goodword.kit.keys import kept_key

CONFIG_NAME = "goodword.toml"
DATABASE_NAME = "programme.sqlite3"
LAKE_NAME = "lake"
SUPPRESSION_KEY_NAME = "suppression.key"
RESTORED_NAME = "restored.json"

_OURS = """\
# What Goodword keeps here: no exports. Whoever loads this folder means the files beside it.
goodword.toml
*.sqlite3*
secret.key*
suppression.key
*.lock
*.sock
last-backup.json
came-from.json
restored.json
released.json
lake
derived
rejected
uploads
maps
takeouts
answers
heard
models
spending.json
erasing
erased.json
suppressed.json
proofs
erasures
backups
sample
"""
_FIRST_CONFIG = """\
# Goodword workspace. Every number here has a default; write only what you want otherwise.
# Meanings and defaults: docs/reference/settings.md

# [finders.super_user]
# window_days = 90

# [holds.contract_ending]
# days = 45

# [run]
# at = "03:00"               # local hour of the nightly run
# timezone = "Europe/Berlin"
"""

_SYNTHETIC = """
[workspace]
synthetic = true           # the data is made up; every page and list says so
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where one company's Goodword lives.

    Attributes:
        path: the folder.
        settings: the parsed `goodword.toml`.
    """

    path: Path
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        """The programme database, where it is SQLite."""
        return self.path / DATABASE_NAME

    @property
    def lake(self) -> Path:
        """The folder of the lake."""
        return self.path / LAKE_NAME

    @property
    def derived(self) -> Path:
        """The folder of what can be computed again at any time."""
        return self.path / "derived"

    @property
    def proofs(self) -> Path:
        """The folder of the files that prove permissions."""
        return self.path / "proofs"

    @property
    def is_copy(self) -> bool:
        """Whether it came out of a backup and nobody released it; also where the mark of that cannot be read."""
        return (self.path / RESTORED_NAME).exists()

    @property
    def is_synthetic(self) -> bool:
        """Whether its settings say that its data is made up."""
        return self.settings.get("workspace", {}).get("synthetic") is True


def create_workspace(path: Path, *, synthetic: bool = False) -> Workspace:
    """Make a folder a workspace; one that is a workspace already stays as it is.

    Args:
        path: the folder.
        synthetic: write into the settings that its data is made up, so that every page says so.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)  # what is in it is nobody else's on this machine
    config = path / CONFIG_NAME
    if not config.exists():
        write_whole(config, _FIRST_CONFIG + (_SYNTHETIC if synthetic else ""))
    (path / LAKE_NAME).mkdir(exist_ok=True)
    kept_key(path / SUPPRESSION_KEY_NAME)  # from the first day, so that every backup has it
    ours = path / ".goodwordignore"
    if not ours.exists():
        write_whole(ours, _OURS)
    return open_workspace(path)


def open_workspace(path: Path) -> Workspace:
    """Open an existing workspace.

    Raises:
        GoodwordError: the folder is none, or its `goodword.toml` cannot be read.
    """
    config = path / CONFIG_NAME
    if not config.is_file():
        raise GoodwordError(
            code="no-workspace",
            sentence=f"There is no Goodword workspace in {path}.",
            mend=f"Make one with: goodword init {path}",
        )
    try:
        settings = tomllib.loads(config.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GoodwordError(
            code="bad-settings",
            sentence=f"{config} cannot be read: {error}.",
            mend="Correct that line; an empty file means all defaults.",
        ) from error
    return Workspace(path=path.resolve(), settings=settings)
