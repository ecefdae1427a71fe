"""Landing: the checked rows of an import become files of the lake, and count all at once or not at all."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from goodword.evidence.lake.local.engine import literal
from goodword.evidence.lake.local.judging import Duplicate, judge, rows_sql
from goodword.evidence.lake.local.live import newest_sql
from goodword.evidence.lake.local.manifest import Import, Manifest, Part, sweep_manifest, write_manifest
from goodword.kit.durable import settle, sync_folder

LANDING_FOLDER = ".landing"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the checked rows of one file; the four add up to them.

    Attributes:
        new: rows whose key was not live.
        changed: rows whose key was live with other content.
        same: rows that say what is live already, or what an earlier row of the file says.
        conflicts: rows that say something else than the row of the same id that was kept.
    """

    new: int
    changed: int
    same: int
    conflicts: list[Duplicate]


class Landing:
    """One import on its way: `take` the files one after the other, then `commit`; without a commit nothing counts."""

    def __init__(self, folder: Path, manifest: Manifest, connection: duckdb.DuckDBPyConnection, at: datetime) -> None:
        self._folder = folder
        self._manifest = manifest
        self._connection = connection
        self._at = at
        self._parts: list[Part] = []
        day = at.astimezone(UTC).date() if at.tzinfo else at.date()
        self.import_id = f"{day.isoformat()}-{len(manifest.imports) + 1}"
        self.scratch = folder / LANDING_FOLDER

    def take(self, table: str, checked: Path) -> Taken:
        """Compare checked rows with what is live and write down what they assert.

        Args:
            table: the record table.
            checked: a Parquet file with the contract's columns, `source`, `zone`, `extra` and a distinct `_line`.
        """
        number = self._manifest.next_part + len(self._parts)
        verdicts = judge(self._connection, table, checked, number, self._newest(table))
        part = Part(number, table, verdicts.new + verdicts.changed, verdicts.asserted, verdicts.fresh, "")
        digest = hashlib.sha256()
        (self._folder / part.rows_name).parent.mkdir(parents=True, exist_ok=True)
        if part.stored:
            stamp = self._at.astimezone(UTC).replace(tzinfo=None) if self._at.tzinfo else self._at
            self._write(part.rows_name, rows_sql(table, checked, number, stamp), digest)
        if part.asserted:
            self._write(part.seen_name, f"SELECT _key, _content, _held, {number}::BIGINT AS _part FROM _seen", digest)
        self._parts.append(
            Part(number, table, part.stored, part.asserted, part.fresh, digest.hexdigest()),
        )
        return Taken(verdicts.new, verdicts.changed, verdicts.same, verdicts.conflicts)

    def commit(self, summary: dict[str, Any]) -> None:
        """Make everything taken count, in one step."""
        sync_folder(self._folder)
        landed = Import(self.import_id, self._at, tuple(self._parts), summary)
        write_manifest(self._folder, self._manifest.plus(landed))

    def _newest(self, table: str) -> str:
        so_far = self._manifest.plus(Import(self.import_id, self._at, tuple(self._parts)))
        return newest_sql(self._folder, so_far.live_parts(table))

    def _write(self, name: str, sql: str, digest: "hashlib._Hash") -> None:
        final = self._folder / name
        temporary = final.with_name(f".{final.name}.tmp")
        self._connection.execute(f"COPY ({sql}) TO {literal(str(temporary))} (FORMAT parquet, COMPRESSION zstd)")
        with temporary.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
        settle(temporary, final)


@contextmanager
def landing(folder: Path, manifest: Manifest, connection: duckdb.DuckDBPyConnection, at: datetime) -> Iterator[Landing]:
    """A landing with an empty scratch folder; to be used by the one writer only."""
    sweep(folder, manifest)
    coming = Landing(folder, manifest, connection, at)
    coming.scratch.mkdir()
    try:
        yield coming
    finally:
        shutil.rmtree(coming.scratch, ignore_errors=True)


def sweep(folder: Path, manifest: Manifest) -> None:
    """Remove what a crashed writer left behind: files that never came to count."""
    shutil.rmtree(folder / LANDING_FOLDER, ignore_errors=True)
    sweep_manifest(folder)
    counted = {folder / name for name in manifest.files()}
    for file in (folder / "records").glob("*/*"):
        if file not in counted:
            file.unlink()
