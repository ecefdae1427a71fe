"""What can be computed again: Parquet files by name, each whole or not there."""

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goodword.kit.durable import settle


class Derived:
    """Results of one lake generation; a name says everything its content depends on.

    So a result that is there is right, a killed process leaves none, and two that write the same at once write the
    same bytes.
    """

    def __init__(self, root: Path, generation: str) -> None:
        self.generation = generation
        self._root = root
        self._folder = root / generation

    def get(self, name: str) -> pa.Table | None:
        """Return a result, or None where it has to be computed."""
        path = self._folder / f"{name}.parquet"
        return pq.read_table(path) if path.exists() else None

    def has(self, beginning: str) -> bool:
        """Whether there is a result whose name begins so."""
        return any(self._folder.glob(f"{beginning}*.parquet"))

    def put(self, name: str, rows: pa.Table) -> pa.Table:
        """Keep a result and return it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        temporary = self._folder / f".{name}.{os.getpid()}.tmp"
        pq.write_table(rows, temporary, compression="zstd")
        settle(temporary, self._folder / f"{name}.parquet")
        return rows

    def drop_others(self) -> None:
        """Remove the results of every other generation, and what killed processes left in this one."""
        if not self._root.is_dir():
            return
        for other in self._root.iterdir():
            if other != self._folder and other.is_dir():
                shutil.rmtree(other, ignore_errors=True)
        for left in self._folder.glob(".*.tmp"):
            if not left.name.endswith(f".{os.getpid()}.tmp"):
                left.unlink(missing_ok=True)
