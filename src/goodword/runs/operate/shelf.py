"""Where backups stand. A file's name says whether it counts: it has its plain name only once it was proved."""

from dataclasses import dataclass
from pathlib import Path

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.archive import read_contents
from goodword.runs.operate.contents import Contents

ENDING = ".tar.zst"
FAILED = ".failed"

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


def _contents(path: Path) -> Contents | None:
    try:
        return read_contents(path)
    except GoodwordError:
        return None
