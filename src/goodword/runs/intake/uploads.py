"""Uploads: files that arrived and wait to be matched and loaded, in a private folder of the workspace.

An upload counts once its folder has its final name; by then every byte is on the disk. A folder that has not got there
is what a crash left, and is swept away like an upload that nobody came back to.
"""

import json
import re
import secrets
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from goodword.evidence.intake import LoadPlan, plan_load
from goodword.evidence.intake.mapping.maps import Entry, map_text, read_map
from goodword.kit.durable import settle, sync_folder, write_whole
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.team.actor import Actor
from goodword.runs.intake.remembered_maps import recall
from goodword.runs.workspace import Workspace

KEPT = timedelta(days=1)
"""How long an upload waits for somebody to go on with it."""

FOLDER = "uploads"
_ABOUT, _MAP, _FILES = "upload.json", "map.toml", "files"
_RECEIVING = ".receiving-"
_NAME = re.compile(r"[0-9a-f]{24}")
_STRANGE = re.compile(r"[^\w.\- ]")
_LONGEST = 100
_PATIENCE_SECONDS = 10
_BUSY = GoodwordError(
    "upload-busy", "Somebody else is matching these files just now.", "Try again in a moment.", retry=True
)


@dataclass(frozen=True, slots=True)
class Upload:
    """Files that wait to be loaded.

    Attributes:
        name: its name in addresses; cannot be guessed.
        folder: where it lies.
        at: when it arrived.
        by: who sent it: kind, ident and door of an actor.
        files: the names of its files.
    """

    name: str
    folder: Path
    at: datetime
    by: dict[str, str]
    files: tuple[str, ...]

    def plan(self) -> LoadPlan:
        """What each file seems to be, or what somebody said it is.

        Raises:
            GoodwordError: the choices make no sense.
        """
        chosen = self.folder / _MAP
        paths = [self.folder / _FILES / name for name in self.files]
        return plan_load(paths, map_file=chosen if chosen.exists() else None)

    def choices(self) -> tuple[Entry, ...]:
        """What somebody said about its files so far."""
        chosen = self.folder / _MAP
        return read_map(chosen) if chosen.exists() else ()

    def choose(self, entry: Entry) -> None:
        """Keep what somebody says about one sheet, instead of what was said about it before.

        Raises:
            GoodwordError: it makes no sense, and what was said before stays (code `bad-map`); or somebody else says
                something about these files for very long just now (code `upload-busy`).
        """
        with only_one(self.folder / ".lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
            rest = [one for one in self.choices() if (one.match, one.sheet) != (entry.match, entry.sheet)]
            draft = self.folder / f".{_MAP}.draft"
            draft.write_text(map_text([(one, ()) for one in (*rest, entry)]), encoding="utf-8")
            read_map(draft)
            settle(draft, self.folder / _MAP)

    def last_touched(self) -> datetime:
        """When somebody last said something about it."""
        chosen = self.folder / _MAP
        if not chosen.exists():
            return self.at
        return max(self.at, datetime.fromtimestamp(chosen.stat().st_mtime, UTC))

    def remove(self) -> None:
        """Remove it with its files."""
        gone = self.folder.with_name(f"{_RECEIVING}{secrets.token_hex(12)}")  # out of sight in one step
        try:
            self.folder.rename(gone)
        except FileNotFoundError:
            return
        shutil.rmtree(gone, ignore_errors=True)


class Receiving:
    """An upload while its files come in."""

    def __init__(self, workspace: Workspace) -> None:
        """Make room for it, readable by its owner only."""
        self._workspace = workspace
        root = workspace.path / FOLDER
        root.mkdir(mode=0o700, exist_ok=True)
        self._folder = root / f"{_RECEIVING}{secrets.token_hex(12)}"
        (self._folder / _FILES).mkdir(parents=True, mode=0o700)
        self._folder.chmod(0o700)
        self._names: list[str] = []

    def place_for(self, name: str) -> Path:
        """Where a file of that name is to be written."""
        harmless = harmless_name(name, self._names)
        self._names.append(harmless)
        return self._folder / _FILES / harmless

    def drop(self, path: Path) -> None:
        """Leave a file out that did not come in whole."""
        path.unlink(missing_ok=True)
        self._names.remove(path.name)

    def complete(self, by: Actor, at: datetime) -> Upload:
        """Make it an upload: from now on it survives a crash, with what was said before about files of this kind."""
        who = {"kind": by.kind, "ident": by.ident, "door": by.door}
        about = {"at": at.isoformat(), "by": who, "files": self._names}
        sync_folder(self._folder / _FILES)
        entries = recall(self._workspace, [self._folder / _FILES / name for name in self._names])
        if entries:
            write_whole(self._folder / _MAP, map_text([(entry, ()) for entry in entries]))
        write_whole(self._folder / _ABOUT, json.dumps(about, ensure_ascii=False))
        final = self._folder.with_name(secrets.token_hex(12))
        self._folder.rename(final)
        sync_folder(final.parent)
        return _upload(final, about)

    def abandon(self) -> None:
        """Remove what came in so far, unless it became an upload."""
        shutil.rmtree(self._folder, ignore_errors=True)


def harmless_name(name: str, taken: Collection[str] = ()) -> str:
    """A file name that means nothing to any system: letters, digits, dots, hyphens; another one than those taken."""
    plain = _STRANGE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip().lstrip(".~$ ") or "file"
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    stem = stem[: _LONGEST - len(suffix)] or "file"
    found, count = f"{stem}{dot}{suffix}", 1
    while found in taken:
        count += 1
        found = f"{stem}-{count}{dot}{suffix}"
    return found


def find_upload(workspace: Workspace, name: str) -> Upload | None:
    """The upload of that name; None where there is none any more."""
    if not _NAME.fullmatch(name):
        return None
    folder = workspace.path / FOLDER / name
    try:
        return _upload(folder, json.loads((folder / _ABOUT).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def list_uploads(workspace: Workspace) -> list[Upload]:
    """Every upload that waits, the newest first."""
    found = (find_upload(workspace, folder.name) for folder in _folders(workspace))
    return sorted((one for one in found if one), key=lambda one: one.at, reverse=True)


def sweep_uploads(
    workspace: Workspace, now: datetime, *, needed: Sequence[str] = (), kept: timedelta = KEPT
) -> list[str]:
    """Remove what nobody came back to, and return its names.

    Args:
        workspace: where.
        now: this instant.
        needed: uploads that a job still has to load.
        kept: how long an upload waits.
    """
    removed = []
    for folder, upload in abandoned_uploads(workspace, now, needed=needed, kept=kept):
        if upload is None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            upload.remove()
            removed.append(upload.name)
    return removed


def abandoned_uploads(
    workspace: Workspace, now: datetime, *, needed: Sequence[str] = (), kept: timedelta = KEPT
) -> list[tuple[Path, Upload | None]]:
    """What nobody came back to: folders, each with its upload, or None where it never became one."""
    found = []
    for folder in _folders(workspace):
        upload = find_upload(workspace, folder.name)
        if upload is None:
            late = now - datetime.fromtimestamp(folder.stat().st_mtime, UTC) > kept
        else:
            late = upload.name not in needed and now - upload.last_touched() > kept
        if late:
            found.append((folder, upload))
    return found


def _folders(workspace: Workspace) -> Iterator[Path]:
    root = workspace.path / FOLDER
    return (path for path in root.iterdir() if path.is_dir()) if root.is_dir() else iter(())


def _upload(folder: Path, about: dict[str, Any]) -> Upload:
    return Upload(
        name=folder.name,
        folder=folder,
        at=datetime.fromisoformat(about["at"]),
        by=about["by"],
        files=tuple(about["files"]),
    )


def no_upload() -> GoodwordError:
    """What to say where an upload is gone."""
    return GoodwordError(
        "no-upload", "These files are no longer here.", "Files wait a day for somebody to go on; upload them again."
    )
