"""Where backups stand. A file's name says whether it counts: it has its plain name only once it was proved."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goodword.kit.durable import write_whole
from goodword.kit.errors import GoodwordError
from goodword.runs.operate.archive import read_contents
from goodword.runs.operate.contents import Contents

ENDING = ".tar.zst"
FAILED = ".failed"
LAST_NAME = "last-backup.json"

PROVED = "restored and compared"
_STATES = {"": PROVED, FAILED: "failed"}


@dataclass(frozen=True, slots=True)
class Shelved:
    """A backup on the shelf.

    Attributes:
        path: the archive.
        state: `restored and compared`, or `failed`.
        size: bytes of the archive.
        contents: what it holds; None where it does not say.
    """

    path: Path
    state: str
    size: int
    contents: Contents | None

    @property
    def counts(self) -> bool:
        """Whether it was restored and compared."""
        return self.state == PROVED and self.contents is not None


@dataclass(frozen=True, slots=True)
class Last:
    """The newest backup of a workspace that counts: where it is, and the moment it shows."""

    archive: Path
    created_at: datetime


def shelved(folder: Path) -> list[Shelved]:
    """Every backup in a folder, the newest first."""
    found = [
        Shelved(path, state, path.stat().st_size, _contents(path))
        for more, state in _STATES.items()
        for path in folder.glob(f"*{ENDING}{more}")
    ]
    return sorted(found, key=lambda one: (one.contents.created_at.isoformat() if one.contents else "", one.path.name))[
        ::-1
    ]


def remove_older(folder: Path, place: str, keep: int) -> list[Path]:
    """Keep the newest `keep` backups of one workspace that count; return what was removed. Others are not touched."""
    ours = [one for one in shelved(folder) if one.counts and one.contents and one.contents.place == place]
    gone = [one.path for one in ours[keep:]]
    for path in gone:
        path.unlink()
    return gone


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


def _contents(path: Path) -> Contents | None:
    try:
        return read_contents(path)
    except GoodwordError:
        return None
