"""What a backup says of itself: the first file of the archive."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.databases.sums import Sum, Sums

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a backup.

    Attributes:
        path: where it stands in the workspace, with slashes.
        size: bytes.
        sha256: over its bytes.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds.

    Attributes:
        created_at: the moment it shows.
        goodword: the version that made it.
        workspace: the name of the workspace.
        place: names the folder it was made of, so that workspaces may share a shelf.
        engine: of the programme database.
        database: which of the files is the copy of the database.
        migrations: those applied to it, as `app.name`.
        tables: the sums of its tables.
        generation: of the lake.
        records: how many live rows each record table of the lake has.
        secret: whether the key that signs is among the files.
        files: all files, by path.
    """

    created_at: datetime
    goodword: str
    workspace: str
    place: str
    engine: str
    database: str
    migrations: tuple[str, ...]
    tables: Sums
    generation: str
    records: dict[str, int]
    secret: bool
    files: tuple[Kept, ...]

    @property
    def rows(self) -> int:
        """Rows of the database."""
        return sum(table.rows for table in self.tables.values())

    @property
    def size(self) -> int:
        """Bytes of all files, not compressed."""
        return sum(file.size for file in self.files)

    def text(self) -> str:
        """As it is written into the archive."""
        facts = asdict(self) | {"created_at": self.created_at.isoformat()}
        return json.dumps({"format": FORMAT, **facts}, indent=1, ensure_ascii=False) + "\n"


def read_text(text: bytes) -> Contents:
    """Read what a backup says of itself.

    Raises:
        GoodwordError: it makes no sense (code `bad-archive`), or a path leads out of the workspace (`hostile-archive`).
    """
    try:
        return _checked(_contents(json.loads(text)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoodwordError(
            "bad-archive",
            f"The archive does not say what it holds: {error}.",
            "Take another backup, or restore it with the version of Goodword that made it.",
        ) from error


def _contents(facts: dict[str, Any]) -> Contents:
    if facts.pop("format") != FORMAT:
        raise ValueError("its format is not known here")
    return Contents(
        **facts
        | {
            "created_at": datetime.fromisoformat(facts["created_at"]),
            "migrations": tuple(facts["migrations"]),
            "tables": {name: Sum(**told) for name, told in facts["tables"].items()},
            "files": tuple(Kept(**told) for told in facts["files"]),
        }
    )


def _checked(contents: Contents) -> Contents:
    seen: set[str] = set()
    for file in contents.files:
        if not is_inside(file.path) or file.path in seen or file.size < 0:
            raise GoodwordError(
                "hostile-archive",
                f"The archive names a file that cannot be in a workspace: {file.path!r}.",
                "Nothing was written. Do not trust where this archive comes from.",
            )
        seen.add(file.path)
    if contents.database not in seen:
        raise ValueError("the copy of the database is not among its files")
    return contents


def is_inside(path: str) -> bool:
    """Whether a path with slashes stays in the folder it starts from."""
    parts = PurePosixPath(path).parts
    plain = path == "/".join(parts) and not {"..", ".", "/"} & set(parts)
    return bool(parts) and plain and not any(sign in path for sign in ("\\", "\0")) and not path.startswith("/")
