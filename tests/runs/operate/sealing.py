"""Archives as somebody might make them by hand, good ones and hostile ones."""

import hashlib
import io
import tarfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from goodword.runs.operate.archive import FIRST
from goodword.runs.operate.contents import Contents, Kept

FILES = {"goodword.toml": b"# nothing\n", "programme.sqlite3": b"no database, and no matter\n", "maps/crm.toml": b"x"}


def contents(files: dict[str, bytes] | None = None) -> Contents:
    """What an archive of these files says of itself."""
    kept = tuple(
        Kept(name, len(body), hashlib.sha256(body).hexdigest()) for name, body in sorted((files or FILES).items())
    )
    return Contents(
        created_at=datetime(2026, 11, 19, 3, 0, tzinfo=UTC),
        goodword="0.1.0",
        workspace="Northwind",
        place="place_1",
        engine="sqlite",
        database="programme.sqlite3",
        migrations=("team.0001_initial",),
        tables={},
        generation="g",
        records={},
        secret=False,
        files=kept,
    )


def seal(path: Path, said: Contents, entries: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """Write an archive of exactly these entries, after what it says of itself."""
    text = said.text().encode()
    with pa.output_stream(str(path), compression="zstd") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        for entry, body in [(plain(FIRST, text), text), *entries]:
            tar.addfile(entry, io.BytesIO(body))
    return path


def plain(name: str, body: bytes) -> tarfile.TarInfo:
    """The entry of a regular file."""
    entry = tarfile.TarInfo(name)
    entry.size = len(body)
    return entry


def good(path: Path) -> Path:
    """An archive with nothing wrong in it."""
    return seal(path, contents(), [(plain(name, body), body) for name, body in sorted(FILES.items())])


def naming(said: Contents, name: str) -> Contents:
    """The same, with one more file of that name in its list."""
    return replace(said, files=(*said.files, Kept(name, 1, hashlib.sha256(b"x").hexdigest())))
