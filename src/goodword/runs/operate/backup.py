"""One archive of a whole workspace, while others work in it. It counts only after it was restored and compared."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage, rmtree

from goodword.kit.durable import settle
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.runs.listening.heard import FOLDER as HEARD_NAME
from goodword.runs.operate.archive import unpack, write_archive
from goodword.runs.operate.compare import differences
from goodword.runs.operate.contents import Contents
from goodword.runs.operate.databases.choosing import engine_in_use
from goodword.runs.operate.replay_list import share_list
from goodword.runs.operate.schema import read_schema
from goodword.runs.operate.shelf import ENDING, FAILED, remove_older
from goodword.runs.operate.snapshot import take
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.progress import Progress, silent
from goodword.runs.shelves import Last, place_of, remember
from goodword.runs.workspace import Workspace

STAGES = ("copy", "pack", "unpack", "compare")
"""The stages of a backup, in their order."""

_PATIENCE_SECONDS = 5.0
_SHOWN = 3
_BUSY = GoodwordError(
    code="backup-busy",
    sentence="Another backup of this workspace is at work.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that counts.

    Attributes:
        path: the archive.
        size: its bytes.
        contents: what it holds.
        removed: older ones that went for it.
    """

    path: Path
    size: int
    contents: Contents
    removed: tuple[Path, ...]


def backups_of(workspace: Workspace) -> Path:
    """Where backups go if nobody says otherwise."""
    return workspace.path / "backups"


def back_up(
    workspace: Workspace,
    *,
    folder: Path | None = None,
    keep: int | None = None,
    secret: bool = True,
    progress: Progress = silent,
) -> Backup:
    """Take a backup, restore it into a scratch folder, compare, and only then let it count.

    Args:
        workspace: what to back up; Django was told to use its database.
        folder: where the archive goes; `backups` in the workspace if None.
        keep: how many backups of this workspace to keep there; all if None. Older ones go once this one counts.
        secret: whether the key that signs goes along.
        progress: told the stages of STAGES.

    Raises:
        GoodwordError: another backup is at work, the disk is full, or the copy differs (code `backup-failed`); then
            the archive stays aside with `.failed` behind its name.
    """
    shelf = (folder or backups_of(workspace)).resolve()
    with only_one(workspace.path / "backup.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        try:
            return _made(workspace, shelf, keep, progress, secret=secret)
        except OSError as error:
            raise GoodwordError(
                "backup-failed",
                f"The backup to {shelf} failed: {error.strerror or error}.",
                "Make room, or name another folder: goodword backup --to DIR",
                retry=True,
            ) from error


def _made(workspace: Workspace, shelf: Path, keep: int | None, progress: Progress, *, secret: bool) -> Backup:
    shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch_name = _scratch_name(workspace)
    _sweep(shelf, scratch_name)
    _check_room(workspace, shelf)
    with tempfile.TemporaryDirectory(prefix=scratch_name, dir=shelf) as scratch:
        taken = Path(scratch) / "taken"
        taken.mkdir()
        snapshot = take(workspace, taken, secret=secret, shelf=shelf, progress=progress)
        contents = snapshot.contents
        final = _free_name(shelf, contents)
        unproven = Path(scratch) / final.name
        write_archive(unproven, contents, snapshot.sources, lambda done, total: progress("pack", done, total))
        rmtree(taken)  # from here on only the archive speaks
        found = _differences(unproven, Path(scratch) / "restored", contents, progress)
        settle(unproven, final.with_name(final.name + FAILED) if found else final)
        if found:
            raise _failed(final, found)
    remember(workspace.path, Last(final, contents.created_at))
    if not read_schema().pending:  # an older database cannot tell the list; the upgrade that begins here tells it then
        share_suppressed(workspace)
    share_list(workspace.path, contents.place, shelf)  # whoever restores this one later finds who was erased since
    removed = remove_older(shelf, contents.place, keep) if keep is not None else []
    return Backup(final, final.stat().st_size, contents, tuple(removed))


def _differences(archive: Path, scratch: Path, contents: Contents, progress: Progress) -> list[str]:
    """Restore an archive for a trial, and say where that is not what was backed up."""
    try:
        scratch.mkdir()
        unpack(archive, scratch, lambda done, total: progress("unpack", done, total))
        return differences(contents, scratch, engine_in_use(), progress)
    except GoodwordError as error:
        return [str(error)]


def _failed(final: Path, found: list[str]) -> GoodwordError:
    return GoodwordError(
        "backup-failed",
        f"The backup was restored and is not the same, so it does not count: {' '.join(found[:_SHOWN])}",
        f"It is kept aside as {final}{FAILED}. Look with: goodword doctor",
    )


def sweep_shelf(workspace: Workspace, shelf: Path) -> int:
    """Remove what killed backups of this workspace left on a shelf; return how many. One at work is left alone."""
    try:
        with only_one(workspace.path / "backup.lock", patience_seconds=0, busy=_BUSY):
            return _sweep(shelf, _scratch_name(workspace))
    except GoodwordError:
        return 0


def _scratch_name(workspace: Workspace) -> str:
    return f".goodword-{place_of(workspace)}-"


def _sweep(shelf: Path, scratch_name: str) -> int:
    """Remove what a killed backup of this workspace left; nobody else is at work on one."""
    found = list(shelf.glob(f"{scratch_name}*"))
    for left in found:
        rmtree(left, ignore_errors=True)
    return len(found)


def _check_room(workspace: Workspace, shelf: Path) -> None:
    """Refuse at once what cannot fit: the copies, the archive, and the trial restore with the whole lake."""
    database = workspace.database.stat().st_size if workspace.database.is_file() else 0
    lake = sum(path.stat().st_size for path in workspace.lake.rglob("*.parquet"))
    heard = sum(path.stat().st_size for path in (workspace.path / HEARD_NAME).rglob("*.parquet"))
    need, free = 2 * database + 2 * lake + 3 * heard, disk_usage(shelf).free
    if need > free:
        raise GoodwordError(
            "no-room",
            f"A backup with its trial restore needs about {need / 1e6:,.0f} MB, and {shelf} has {free / 1e6:,.0f} MB.",
            "Make room, or name another folder: goodword backup --to DIR",
        )


def _free_name(shelf: Path, contents: Contents) -> Path:
    kept = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in contents.workspace.lower()) or "goodword"
    stem = f"{kept}-{contents.created_at:%Y%m%dT%H%M%SZ}"
    for number in range(1, 1_000):
        name = f"{stem}{f'-{number}' if number > 1 else ''}{ENDING}"
        if not any((shelf / f"{name}{more}").exists() for more in ("", FAILED)):
            return shelf / name
    raise GoodwordError("no-name", f"There are too many backups of one second in {shelf}.")
