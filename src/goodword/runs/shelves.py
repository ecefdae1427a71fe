"""Where a workspace's backups are known to lie, and under which name.

A workspace that came out of a backup remembers the shelf it lay on: what is said in it later has to outlive a further
restore from there.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goodword.kit.durable import write_whole
from goodword.kit.ids import stable_id
from goodword.runs.workspace import Workspace

LAST_NAME = "last-backup.json"
ORIGINS_NAME = "came-from.json"


@dataclass(frozen=True, slots=True)
class Last:
    """The newest backup of a workspace that counts: where it is, and the moment it shows."""

    archive: Path
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with backups, and the workspace whose backups are meant there, see `place_of`."""

    folder: Path
    place: str


def shelves_of(workspace: Workspace) -> list[Shelf]:
    """Every shelf that is there and holds backups of this workspace, or of one that it came out of; each once."""
    last = last_backup(workspace.path)
    folders = {workspace.path / "backups", *([last.archive.parent] if last else [])}
    known = {(folder, place_of(workspace)) for folder in folders}
    known |= {(one.folder, one.place) for one in _origins(workspace.path)}
    return [Shelf(folder, place) for folder, place in sorted(known) if folder.is_dir()]


def remember_origin(copy: Path, shelf: Shelf) -> None:
    """Write down which shelf an unpacked copy came from, beside those that it knew already."""
    known = [*(one for one in _origins(copy) if one != shelf), shelf]
    told = [{"folder": str(one.folder), "place": one.place} for one in known]
    write_whole(copy / ORIGINS_NAME, json.dumps(told, indent=1) + "\n")


def _origins(workspace: Path) -> list[Shelf]:
    try:
        told = json.loads((workspace / ORIGINS_NAME).read_text(encoding="utf-8"))
        return [Shelf(Path(one["folder"]), str(one["place"])) for one in told]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def place_of(workspace: Workspace) -> str:
    """Names the folder of a workspace without telling it."""
    return stable_id("place", str(workspace.path))


def remember(workspace: Path, last: Last) -> None:
    """Write down the newest backup that counts, wherever it stands."""
    told = {"archive": str(last.archive), "created_at": last.created_at.isoformat()}
    write_whole(workspace / LAST_NAME, json.dumps(told, indent=1) + "\n")


def last_backup(workspace: Path) -> Last | None:
    """The newest backup that counts; None where there is none, or nobody knows of it."""
    try:
        told = json.loads((workspace / LAST_NAME).read_text(encoding="utf-8"))
        return Last(Path(told["archive"]), datetime.fromisoformat(told["created_at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
