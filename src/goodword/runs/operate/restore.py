"""From an archive to a workspace: every byte is checked before the folder is one.

The archive is unpacked into `.restoring` inside the folder, made ready there, and moved up: the mark that holds sending
first, `goodword.toml` last. A folder without that file is no workspace, so a killed restore leaves none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage, rmtree

from goodword.kit.durable import sync_folder
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.runs.operate.archive import read_contents, unpack
from goodword.runs.operate.contents import Contents
from goodword.runs.progress import Progress
from goodword.runs.workspace import CONFIG_NAME, LAKE_NAME, RESTORED_NAME

STAGES = ("unpack", "compare")
"""The stages of a restore, in their order."""

_STAGING = ".restoring"
_LOCK = "restore.lock"
_BUSY = GoodwordError(
    code="folder-in-use",
    sentence="Another restore is at work in that folder.",
    mend="Wait until it has ended, or name another folder.",
    retry=True,
)


@contextmanager
def restoring(archive: Path, target: Path, progress: Progress) -> Iterator[tuple[Path, Contents]]:
    """Unpack an archive for the length of the block, and make `target` a workspace at its end.

    Yields:
        the folder in which to make the copy ready, and what the archive says of itself. Where the block raises,
        nothing of it stays.

    Raises:
        GoodwordError: the folder is not empty or in use, or the archive is not what it says it is.
    """
    _check_empty(target)
    contents = read_contents(archive)
    created = not target.exists()
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    _check_room(contents, target)
    staging = target / _STAGING
    staging.mkdir(mode=0o700, exist_ok=True)
    try:
        with only_one(staging / _LOCK, patience_seconds=0, busy=_BUSY):
            copy = staging / "copy"
            rmtree(copy, ignore_errors=True)  # a killed restore's
            copy.mkdir(mode=0o700)
            yield _unpacked(archive, copy, progress)
            _move_up(copy, target)
    except GoodwordError as error:
        if error is not _BUSY:
            _take_away(staging, target, created=created)
        raise
    except BaseException:
        _take_away(staging, target, created=created)
        raise
    rmtree(staging, ignore_errors=True)


def _check_empty(target: Path) -> None:
    if target.exists() and (not target.is_dir() or {path.name for path in target.iterdir()} - {_STAGING}):
        raise GoodwordError(
            "folder-not-empty",
            f"{target} is not an empty folder.",
            "Name a folder that is not there yet: goodword restore ARCHIVE --to DIR",
        )


def _check_room(contents: Contents, target: Path) -> None:
    free = disk_usage(target).free
    if contents.size > free:
        raise GoodwordError(
            "no-room",
            f"The backup needs {contents.size / 1e6:,.0f} MB, and {target} has {free / 1e6:,.0f} MB.",
            "Make room, or name a folder on another disk.",
        )


def _unpacked(archive: Path, copy: Path, progress: Progress) -> tuple[Path, Contents]:
    contents = unpack(archive, copy, lambda done, total: progress("unpack", done, total))
    (copy / LAKE_NAME).mkdir(mode=0o700, exist_ok=True)
    return copy, contents


def _move_up(copy: Path, target: Path) -> None:
    last = {RESTORED_NAME: 0, CONFIG_NAME: 2}
    for path in sorted(copy.iterdir(), key=lambda path: (last.get(path.name, 1), path.name)):
        path.rename(target / path.name)
        if path.name in last:
            sync_folder(target)


def _take_away(staging: Path, target: Path, *, created: bool) -> None:
    rmtree(staging, ignore_errors=True)
    if created and not any(target.iterdir()):
        target.rmdir()
