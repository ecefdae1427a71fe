"""Whether any byte of a workspace still names somebody: the files as they lie on the disk, and SQLite made clean."""

from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from goodword.programme.personal import Subject
from goodword.runs.rights.tables import Counted, tally
from goodword.runs.workspace import DATABASE_NAME, Workspace

_PIECE = 1 << 22
_NOT_LOOKED_AT = {"backups", "erasing"}
_SQLITE = (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-journal")


def clean_database(workspace: Workspace, subject: Subject) -> list[Counted]:
    """Let nothing of deleted rows stay in the database's files.

    SQLite overwrites what is deleted (`secure_delete`) and the log is cut off; where bytes stayed in a page that was
    put in order, the whole file is written anew. PostgreSQL is told to vacuum; what its files keep until they are
    written over, and its log, are the server's business.
    """
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        return [tally("programme database, deleted rows", 0, note="vacuumed; see the how-to about PostgreSQL's files")]
    _cut_log()
    there = sum(_holds(workspace.path / name, subject) for name in _SQLITE)
    if there:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _cut_log()
    left = sum(_holds(workspace.path / name, subject) for name in _SQLITE)
    return [tally("programme database, files", there, there - left, "" if left == 0 else "still in use; run it again")]


def search_files(workspace: Workspace, subject: Subject) -> list[Counted]:
    """Look into every file of the workspace, also those that are not ours; backups are left to the replay list."""
    looked, found = 0, []
    for path in _all_files(workspace.path):
        looked += 1
        if _holds(path, subject):
            name = subject.blacked_out(path.relative_to(workspace.path).as_posix())
            found.append(tally(f"file {name}", 1, 0, "not a file of Goodword's: look into it yourself"))
    return [tally("every file of the workspace, byte by byte", len(found), 0, f"{looked} files looked at"), *found]


def _cut_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _holds(path: Path, subject: Subject) -> bool:
    needles = _needles(subject)
    if not needles or not path.is_file():
        return False
    longest = max(map(len, needles))
    with path.open("rb") as file:
        before = b""
        while piece := file.read(_PIECE):
            # Lower case of ASCII alone keeps every byte in its place, in UTF-16 too.
            text = (before + piece).lower()
            if any(needle in text for needle in needles):
                return True
            before = text[-longest:]
    return False


def _needles(subject: Subject) -> set[bytes]:
    return {
        said.encode(encoding).lower() for said in subject.spelled for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }


def _all_files(root: Path) -> Iterator[Path]:
    for folder, names, files in root.walk():
        if folder == root:
            names[:] = [name for name in names if name not in _NOT_LOOKED_AT]
        yield from (folder / name for name in sorted(files))
