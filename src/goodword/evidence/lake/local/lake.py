"""The lake as a folder on this machine: immutable Parquet files, a manifest, an in-memory engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from goodword.evidence.lake.local.engine import MEMORY, engine
from goodword.evidence.lake.local.landing import Landing, landing, sweep
from goodword.evidence.lake.local.live import newest_sql, seen_sql
from goodword.evidence.lake.local.looking_up import row_named
from goodword.evidence.lake.local.manifest import Import, Manifest, Part, read_manifest, write_manifest
from goodword.evidence.lake.local.rewriting import Choose, Retell, Rewritten, rewritten, stored_rows
from goodword.evidence.lake.local.session import LocalSession
from goodword.kit.durable import sync_folder
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What an undo did to one table: how many of the import's rows went, and how many stay by another import's word.

    Attributes:
        gone: rows that nobody asserts any more.
        kept: rows that another live import asserts; they say what the newest of those says.
    """

    gone: int
    kept: int


class LocalLake:
    """Records in a folder; what `goodword.evidence.lake.lake.Lake` promises, and landing and undoing beside it.

    Any number of processes may read while one writes; a reader sees what counted when its session was opened.
    """

    def __init__(self, path: Path, *, memory: str = MEMORY, patience_seconds: float = 5.0) -> None:
        """Name the folder; it is made when something lands.

        Args:
            path: the lake's folder.
            memory: most memory of one conversation, such as `2GB`; the rest goes to temporary files.
            patience_seconds: how long a writer waits for another one.
        """
        self.path = path.resolve()
        self._memory = memory
        self._patience = patience_seconds

    def generation(self) -> str:
        """Name of what is live now; changes with every import and undo, and with nothing else."""
        return read_manifest(self.path).generation()

    @contextmanager
    def session(self) -> Iterator[LocalSession]:
        """Open a conversation over what is live now; it does not see later imports."""
        manifest = read_manifest(self.path)
        with engine(self._memory) as connection:
            yield LocalSession(connection, self.path, manifest)

    def imports(self) -> tuple[Import, ...]:
        """Every import in the order they landed, undone ones too."""
        return read_manifest(self.path).imports

    @contextmanager
    def landing(self, at: datetime) -> Iterator[Landing]:
        """Start an import as the only writer; nothing counts before its `commit`.

        Raises:
            GoodwordError: another writer is at work (code `lake-busy`).
        """
        with self._writing() as (manifest, connection), landing(self.path, manifest, connection, at) as coming:
            yield coming

    def undo(self, import_id: str, at: datetime, *, notes: dict[str, Any] | None = None) -> dict[str, Withdrawn]:
        """Withdraw what an import asserted; return what that did, by table.

        Args:
            import_id: which import.
            at: this instant.
            notes: what to remember of it, under `undo_notes` of the import's summary.

        Raises:
            GoodwordError: no such import, already undone (code `undone-already`), or another writer is at work.
        """
        with self._writing() as (manifest, connection):
            landed = _standing(manifest, import_id)
            rest = manifest.without(import_id, at, {"undo_notes": notes or {}})
            report = self._withdrawals(connection, landed, rest)
            sweep(self.path, manifest)
            write_manifest(self.path, rest)
            return report

    def weigh_undo(self, import_id: str) -> dict[str, Withdrawn]:
        """Say what an undo of an import would do now, by table.

        Raises:
            GoodwordError: no such import, or it is undone already (code `undone-already`).
        """
        manifest = read_manifest(self.path)
        landed = _standing(manifest, import_id)
        with engine(self._memory) as connection:
            return self._withdrawals(connection, landed, manifest.without(import_id, landed.at))

    def _withdrawals(
        self, connection: duckdb.DuckDBPyConnection, landed: Import, rest: Manifest
    ) -> dict[str, Withdrawn]:
        tables = sorted({part.table for part in landed.parts if part.asserted})
        return {table: self._withdrawn(connection, landed, rest, table) for table in tables}

    def _withdrawn(
        self, connection: duckdb.DuckDBPyConnection, landed: Import, rest: Manifest, table: str
    ) -> Withdrawn:
        mine = seen_sql(self.path, [part for part in landed.parts if part.table == table])
        others = newest_sql(self.path, rest.live_parts(table))
        counts = connection.execute(
            f"""SELECT count(*), count(others._key) FROM (SELECT DISTINCT _key FROM {mine}) AS mine
            LEFT JOIN ({others}) AS others ON others._key = mine._key"""
        ).fetchone()
        total, kept = counts or (0, 0)
        return Withdrawn(gone=total - kept, kept=kept)

    def row(self, table: str, source: str, ident: str) -> dict[str, Any] | None:
        """The live row of a table with this id at its source, contract columns and stamps; None where there is none.

        Looks for that row alone, so that it takes no longer where files speak of the same rows.
        """
        manifest = read_manifest(self.path)
        with engine(self._memory) as connection:
            return row_named(connection, self.path, manifest, table, (source, ident))

    def stored(self, table: str) -> Iterator[pa.Table]:
        """Every row of a record table that rests here, file by file: those that count no more, too."""
        for part in read_manifest(self.path).stored_parts(table):
            yield self.rows_of(part)

    def rows_of(self, part: Part) -> pa.Table:
        """The rows one part stored, contract columns and stamps."""
        return stored_rows(self.path, part)

    def rewrite(self, choose: Choose, *, retell: Retell = dict) -> dict[str, Rewritten]:
        """Write anew every file with rows that are to go or to change, and remove the old ones.

        A row that goes leaves nothing behind: its key goes from every assertion. A row that changes stays the row it
        was, so that an import of the same file again finds it and does not bring back what was taken out. May be killed
        at any time, and called again.

        Args:
            choose: says of the stored rows of a table which go, and what others become.
            retell: what the summaries of imports become.

        Raises:
            GoodwordError: another writer is at work (code `lake-busy`).
        """
        with self._writing() as (manifest, connection):
            rest, report = rewritten(self.path, manifest, connection, choose)
            rest = replace(rest, imports=tuple(replace(one, summary=retell(one.summary)) for one in rest.imports))
            if rest != manifest:
                sync_folder(self.path)
                write_manifest(self.path, rest)
            sweep(self.path, rest)
            return report

    @contextmanager
    def _writing(self) -> Iterator[tuple[Manifest, duckdb.DuckDBPyConnection]]:
        self.path.mkdir(parents=True, exist_ok=True)
        busy = GoodwordError(
            code="lake-busy",
            sentence=f"Another import or undo is writing to the lake in {self.path}.",
            mend="Wait until it has ended, then do this again.",
            retry=True,
        )
        alone = only_one(self.path / "lock", patience_seconds=self._patience, busy=busy)
        with alone, engine(self._memory) as connection:
            yield read_manifest(self.path), connection


def _standing(manifest: Manifest, import_id: str) -> Import:
    landed = manifest.find(import_id)
    if landed.undone_at is not None:
        raise GoodwordError(
            code="undone-already",
            sentence=f"Import {import_id} was undone on {landed.undone_at.date()} already.",
            mend="To have its rows back, load its files again.",
        )
    return landed
