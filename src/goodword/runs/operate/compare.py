"""Whether a restored copy is the same as what was backed up: every table, every file of the lake, every count."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goodword.evidence.lake.local.manifest import Manifest, Part, read_manifest
from goodword.kit.errors import GoodwordError
from goodword.runs.operate.contents import Contents
from goodword.runs.operate.databases.choosing import Engine
from goodword.runs.operate.databases.sums import Sums
from goodword.runs.operate.lake_counts import live_counts
from goodword.runs.progress import Progress
from goodword.runs.workspace import LAKE_NAME


def differences(contents: Contents, folder: Path, engine: Engine, progress: Progress) -> list[str]:
    """Compare an unpacked backup with what was counted when it was taken; no sentence means: the same.

    Args:
        contents: what was counted and summed at that moment, from the original.
        folder: where the backup was unpacked.
        engine: of the database.
        progress: told how far it is.
    """
    progress("compare", 0, 0)
    held, wrong = engine.examine(folder / contents.database)
    found = [f"The database: {fault}." for fault in wrong] or list(_of_tables(contents.tables, held))
    try:
        found += _of_lake(contents, folder / LAKE_NAME, progress)
    except GoodwordError as error:
        found.append(error.sentence)
    return found


def _of_tables(wanted: Sums, held: Sums) -> Iterator[str]:
    for name in sorted(wanted.keys() | held.keys()):
        before, after = wanted.get(name), held.get(name)
        if before is None or after is None:
            yield f"Table {name} is in one of the two only."
        elif before.rows != after.rows:
            yield f"Table {name} had {before.rows} rows and has {after.rows} in the copy."
        elif before != after:
            yield f"Table {name} has as many rows in the copy, and other ones."


def _of_lake(contents: Contents, lake: Path, progress: Progress) -> Iterator[str]:
    manifest = read_manifest(lake)
    if manifest.generation() != contents.generation:
        yield f"The lake was at {contents.generation} and is at {manifest.generation()} in the copy."
        return
    torn = list(torn_parts(lake, manifest, progress))
    yield from torn
    if not torn and not contents.records:
        yield "The rows of the lake could not be counted when the backup was taken."
    if not torn:
        counts = live_counts(lake, manifest)
        for name, rows in contents.records.items():
            if counts.get(name) != rows:
                yield f"{name.capitalize()} had {rows} live rows in the lake and have {counts.get(name)} in the copy."


def torn_parts(lake: Path, manifest: Manifest, progress: Progress) -> Iterator[str]:
    """What is wrong with the files that count: missing, other bytes than when they landed, other numbers of rows."""
    parts = [part for landed in manifest.imports for part in landed.parts]
    for number, part in enumerate(parts):
        progress("compare", number, len(parts))
        yield from _of_part(lake, part)


def _of_part(lake: Path, part: Part) -> Iterator[str]:
    digest = hashlib.sha256()
    for name, rows in ((part.rows_name, part.stored), (part.seen_name, part.asserted)):
        if not rows:
            continue
        path = lake / name
        if not path.is_file():
            yield f"{name} is missing."
            return
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
        held = _rows(path)
        if held != rows:
            yield f"{name} has {held} rows instead of {rows}." if held is not None else f"{name} is torn."
            return
    if part.digest != digest.hexdigest() and (part.stored or part.asserted):
        yield f"{part.rows_name} or {part.seen_name} is not what it was when it landed."


def _rows(path: Path) -> int | None:
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError):
        return None
