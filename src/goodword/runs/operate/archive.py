"""The file a backup is: a tar, compressed with zstd, that says first what it holds. Any `tar --zstd` opens it too."""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa

from goodword.kit.durable import settle, sync_folder
from goodword.kit.errors import GoodwordError
from goodword.runs.operate.contents import Contents, Kept, read_text
from goodword.runs.operate.databases.sums import Tell

FIRST = "goodword-backup.json"
_MOST_OF_FIRST = 256_000_000  # bytes of what it says of itself; a lake of a million files needs less
_PIECE = 1 << 20


def measured(path: str, source: Path) -> Kept:
    """Measure a file that is to be kept under a path."""
    with source.open("rb") as file:
        return Kept(path, source.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def write_archive(target: Path, contents: Contents, sources: Mapping[str, Path], tell: Tell) -> None:
    """Write an archive; it has its name once all its bytes are on the disk.

    Args:
        target: the file, replaced where it is there.
        contents: what the archive says of itself.
        sources: where the bytes of each of its files are.
        tell: told bytes.
    """
    draft = target.with_name(f".{target.name}.tmp")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # it holds people, and maybe the key
    with pa.output_stream(str(draft), compression="zstd") as stream, tarfile.open(fileobj=stream, mode="w|") as tar:
        text = contents.text().encode()
        tar.addfile(_entry(FIRST, len(text), contents), io.BytesIO(text))
        done = 0
        for kept in contents.files:
            with sources[kept.path].open("rb") as file:
                tar.addfile(_entry(kept.path, kept.size, contents), file)
            done += kept.size
            tell(done, contents.size)
    settle(draft, target)


def read_contents(archive: Path) -> Contents:
    """Read what an archive says of itself, and nothing else of it."""
    with _opened(archive) as tar:
        return _first(tar)


def unpack(archive: Path, folder: Path, tell: Tell) -> Contents:
    """Unpack an archive into an empty folder; every byte is checked on the way.

    Raises:
        GoodwordError: it is no backup (code `bad-archive`), differs from what it says of itself (`damaged-archive`),
            or holds what no backup holds (`hostile-archive`).
    """
    with _opened(archive) as tar:
        contents = _first(tar)
        wanted = {kept.path: kept for kept in contents.files}
        done = 0
        while entry := tar.next():
            kept = wanted.pop(entry.name, None)
            if kept is None or not entry.isreg() or entry.size != kept.size:
                raise GoodwordError(
                    "hostile-archive",
                    f"The archive holds what it does not list: {entry.name!r}.",
                    "Take another backup; do not trust where this one comes from.",
                )
            _write(tar.extractfile(entry), folder / kept.path, kept)
            done += kept.size
            tell(done, contents.size)
    if wanted:
        raise _damaged(f"{len(wanted)} of its files are missing, the first is {min(wanted)}")
    for written in {folder / kept.path for kept in contents.files}:
        sync_folder(written.parent)
    return contents


@contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        with (
            pa.input_stream(str(archive), compression="zstd") as stream,
            tarfile.open(fileobj=stream, mode="r|") as tar,
        ):
            yield tar
    except FileNotFoundError as error:
        raise GoodwordError("no-archive", f"There is no backup {archive}.", "See: goodword backup --list") from error
    except (tarfile.TarError, EOFError) as error:
        raise _damaged(str(error)) from error
    except OSError as error:
        if error.errno:  # of the disk, not of the compression
            raise
        raise _damaged(str(error)) from error


def _first(tar: tarfile.TarFile) -> Contents:
    entry = tar.next()
    if entry is None or entry.name != FIRST or not entry.isreg() or entry.size > _MOST_OF_FIRST:
        raise GoodwordError("bad-archive", "This is no backup of Goodword.", "See: goodword backup --list")
    file = tar.extractfile(entry)
    return read_text(file.read() if file else b"")


def _write(file: IO[bytes] | None, target: Path, kept: Kept) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        while piece := file.read(_PIECE) if file else b"":
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(descriptor)
    if digest.hexdigest() != kept.sha256:
        raise _damaged(f"{kept.path} is not what it was")


def _entry(name: str, size: int, contents: Contents) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = size, 0o600, int(contents.created_at.timestamp())
    return entry


def _damaged(what: str) -> GoodwordError:
    return GoodwordError("damaged-archive", f"The archive is damaged: {what}.", "Take another backup.")
