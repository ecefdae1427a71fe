"""Everything a workspace is made of, taken at moments that fit each other, while others read and write.

Whoever imports writes the lake first and the programme database after it. So the database is copied first and the
lake's manifest read after it: everything the copy of the database speaks of is in the copy of the lake. What landed in
between is in the lake alone, and the next command posts it, as after a crash. Files of the lake never change and are
never removed while the manifest names them, an undone import's neither, so nobody has to wait.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from shutil import copyfile

from goodword.evidence.lake.local.manifest import MANIFEST_NAME, Manifest, read_manifest
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.listening.heard import FOLDER as HEARD_NAME
from goodword.runs.listening.heard import Heard
from goodword.runs.operate.archive import measured
from goodword.runs.operate.contents import Contents, Kept
from goodword.runs.operate.databases.choosing import engine_in_use
from goodword.runs.operate.lake_counts import live_counts
from goodword.runs.operate.restored import RELEASED_NAME
from goodword.runs.operate.schema import read_schema
from goodword.runs.progress import Progress
from goodword.runs.shelves import LAST_NAME, place_of
from goodword.runs.workspace import CONFIG_NAME, LAKE_NAME, RESTORED_NAME, Workspace

SECRET_NAME = "secret.key"  # noqa: S105 - the name of the file, not what is in it
_SECRETS = {SECRET_NAME, "secret.key.old"}

# What a workspace makes again, what belongs to this one place only, and what is copied by a step of its own.
_LEFT_FOLDERS = {LAKE_NAME, "derived", "backups", "takeouts", "answers", HEARD_NAME, "erasing", "__pycache__"}
_LEFT_FILES = {RESTORED_NAME, RELEASED_NAME, LAST_NAME}
_LEFT_ENDINGS = (".lock", ".tmp", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".sqlite3-journal")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A workspace at one moment.

    Attributes:
        contents: what it holds.
        sources: where the bytes of each of its files are.
    """

    contents: Contents
    sources: dict[str, Path]


def name_of(workspace: Workspace) -> str:
    """What people call a workspace: its name in the settings, else that of its folder."""
    return str(workspace.settings.get("workspace", {}).get("name") or workspace.path.name)


def take(workspace: Workspace, scratch: Path, *, secret: bool, shelf: Path, progress: Progress) -> Snapshot:
    """Take a snapshot; what may change is copied into `scratch`, files of the lake are read where they are.

    Args:
        workspace: what to take; Django was told to use its database.
        scratch: an empty folder.
        secret: whether to take the keys that sign.
        shelf: where backups go; left out where it is in the workspace.
        progress: told how far it is.
    """
    at, engine, schema = clock.now(), engine_in_use(), read_schema()
    copied = scratch / engine.file_name
    tables = engine.copy(copied, lambda done, total: progress("copy", done, total))
    manifest, listed = _lake(workspace, scratch)
    heard = _heard(workspace, scratch)
    sources = {engine.file_name: copied, **listed, **heard, **_others(workspace, scratch, secret=secret, shelf=shelf)}
    contents = Contents(
        created_at=at,
        goodword=version("goodword"),
        workspace=name_of(workspace),
        place=place_of(workspace),
        engine=engine.name,
        database=engine.file_name,
        migrations=schema.applied,
        tables=tables,
        generation=manifest.generation(),
        records=_counts(workspace.lake, manifest),
        secret=SECRET_NAME in sources,
        files=tuple(_measured(path, sources[path]) for path in sorted(sources)),
    )
    return Snapshot(contents, sources)


def _counts(lake: Path, manifest: Manifest) -> dict[str, int]:
    """Live rows by record table; none at all where the lake cannot be asked, and then the backup does not count."""
    try:
        return live_counts(lake, manifest)
    except GoodwordError:
        return {}


def _measured(path: str, source: Path) -> Kept:
    try:
        return measured(path, source)
    except FileNotFoundError as error:
        raise GoodwordError(
            "lake-file-missing",
            f"The lake's manifest names {path}, which is not there.",
            "See: goodword doctor. If somebody is erasing data just now, do this again later.",
            retry=True,
        ) from error


def _lake(workspace: Workspace, scratch: Path) -> tuple[Manifest, dict[str, Path]]:
    """The manifest of one moment, and the files it names."""
    folder = scratch / LAKE_NAME
    folder.mkdir()
    try:
        copyfile(workspace.lake / MANIFEST_NAME, folder / MANIFEST_NAME)
    except FileNotFoundError:
        return Manifest(), {}  # nothing was ever imported
    manifest = read_manifest(folder)
    names = {f"{LAKE_NAME}/{name}": workspace.lake / name for name in sorted(manifest.files())}
    return manifest, {f"{LAKE_NAME}/{MANIFEST_NAME}": folder / MANIFEST_NAME, **names}


def _heard(workspace: Workspace, scratch: Path) -> dict[str, Path]:
    """What was heard, as one moment had it: another version of Goodword would hear something else in the same texts."""
    folder = scratch / HEARD_NAME
    return {f"{HEARD_NAME}/{path}": folder / path for path in Heard(workspace.path).copy(folder)}


def _others(workspace: Workspace, scratch: Path, *, secret: bool, shelf: Path) -> dict[str, Path]:
    """Settings, maps, rejected rows, the key, and whatever else people keep in the workspace."""
    found: dict[str, Path] = {}
    for path in _walk(workspace.path, shelf.resolve()):
        name = path.relative_to(workspace.path).as_posix()
        if name in _SECRETS and not secret:
            continue
        copy = scratch / "others" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            copyfile(path, copy)
        except FileNotFoundError:
            continue  # somebody removed it just now
        found[name] = copy
    if CONFIG_NAME not in found:
        raise GoodwordError("no-workspace", f"There is no {CONFIG_NAME} in {workspace.path}.")
    return found


def _walk(root: Path, shelf: Path) -> Iterator[Path]:
    for folder, names, files in root.walk():
        left = _LEFT_FOLDERS if folder == root else set()
        names[:] = [
            name for name in sorted(names) if name not in left and not name.startswith(".") and folder / name != shelf
        ]
        yield from (folder / name for name in sorted(files) if _is_kept(name) and (folder / name).is_file())


def _is_kept(name: str) -> bool:
    return not name.startswith(".") and name not in _LEFT_FILES and not name.endswith(_LEFT_ENDINGS)
