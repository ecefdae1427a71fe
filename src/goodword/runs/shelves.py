"""Where a workspace's backups are known to lie, and under which name."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goodword.kit.durable import write_whole
from goodword.kit.ids import stable_id
from goodword.runs.workspace import Workspace

LAST_NAME = "last-backup.json"


@dataclass(frozen=True, slots=True)
class Last:
    """The newest backup of a workspace that counts: where it is, and the moment it shows."""

    archive: Path
    created_at: datetime


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
