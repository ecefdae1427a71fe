"""What was heard, kept: a folder for each reading, in it Parquet files that are whole or not there.

A *reading* is one listener's with one list of product words; its name says both. Files are only added while somebody
reads, and put together afterwards; every change of the folder happens alone, so two that read at once lose nothing.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goodword.finding.listening.again import HEARD
from goodword.kit.durable import settle, write_whole
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one

FOLDER = "heard"
MOST_FILES = 8
"""A reading with more files than that is put together."""
_IN_USE, _SWEPT, _TOLD = "in-use.json", "swept", "asked.json"
_LOCK = "heard.lock"
_PATIENCE_SECONDS = 60.0
_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class InUse:
    """Whose remarks count.

    Attributes:
        now: the reading whose remarks are published; empty before the first.
        before: the one before it; kept so that what was published can be seen again.
        next: the one that is to read everything first; empty where none waits.
    """

    now: str = ""
    before: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of asking a server, the last time a run did.

    Attributes:
        changed: remarks that are its word.
        waiting: texts it could not be asked about.
        why: why not; empty where all were asked about, and where nobody is asked.
    """

    changed: int = 0
    waiting: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is kept of one reading.

    Attributes:
        name: listener and product words.
        texts: how many different texts it heard.
        remarks: how many remarks are in them.
        size: bytes.
    """

    name: str
    texts: int
    remarks: int
    size: int


class Heard:
    """What was heard in a workspace."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._root = workspace / FOLDER

    def in_use(self) -> InUse:
        """Whose remarks count; a file that cannot be read counts as none: then everything is heard again."""
        try:
            return InUse(**json.loads((self._root / _IN_USE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return InUse()

    def use(self, name: str) -> None:
        """Let the remarks of a reading count from now on, and forget those older than the one before it."""
        with self._alone():
            old = self.in_use()
            told = InUse(name, old.now) if old.now != name else InUse(name, old.before)
            self._write_in_use(old, told)
            for folder in self._folders():
                if folder.name not in {told.now, told.before}:
                    shutil.rmtree(folder, ignore_errors=True)

    def told(self) -> Told:
        """What came of asking a server, the last time."""
        try:
            return Told(**json.loads((self._root / _TOLD).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Told()

    def tell(self, told: Told) -> None:
        """Write down what came of asking a server."""
        if told != self.told():
            self._root.mkdir(mode=0o700, exist_ok=True)
            write_whole(self._root / _TOLD, json.dumps(asdict(told)) + "\n")

    def wait_for(self, name: str) -> None:
        """Remember that a reading is to read everything before its remarks count."""
        with self._alone():
            old = self.in_use()
            self._write_in_use(old, replace(old, next=name))

    def _write_in_use(self, old: InUse, told: InUse) -> None:
        if old != told:
            self._root.mkdir(mode=0o700, exist_ok=True)
            write_whole(self._root / _IN_USE, json.dumps(asdict(told)) + "\n")

    def epoch(self) -> str:
        """Changes whenever something was taken out: whoever read a text before may not keep what they heard in it."""
        try:
            return (self._root / _SWEPT).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def keys(self, name: str) -> pa.Table:
        """Which texts a reading heard: the column `told`."""
        return self._rows(name, ["told"])

    def rows(self, name: str) -> pa.Table:
        """Everything a reading heard, contract HEARD, without the texts in which it heard nothing."""
        with self._alone():
            parts = [pq.read_table(path, filters=~pc.field("start").is_null()) for path in self._files(name)]
        return pa.concat_tables([HEARD.empty(), *(part.cast(HEARD.arrow()) for part in parts)])

    def copy(self, folder: Path) -> list[str]:
        """Copy what is kept of the readings that count into a folder, all of one moment; return the paths in it.

        Readings that a killed process left behind, and files that were not whole yet, stay out.
        """
        if not self._root.is_dir():
            return []
        with self._alone():
            used = self.in_use()
            files = [self._root / name for name in (_IN_USE, _SWEPT) if (self._root / name).exists()]
            files += [path for name in (used.now, used.before, used.next) if name for path in self._files(name)]
            for path in files:
                target = folder / path.relative_to(self._root)
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        return sorted({path.relative_to(self._root).as_posix() for path in files})

    def readings(self) -> list[Reading]:
        """What is kept, by name."""
        return [self._described(folder) for folder in self._folders()]

    def add(self, name: str, rows: pa.Table, *, epoch: str) -> None:
        """Keep what was heard.

        Args:
            name: by which reading.
            rows: contract HEARD.
            epoch: what `epoch` said before the texts were read.

        Raises:
            GoodwordError: something was taken out since; the texts may be among it (may pass).
        """
        if not rows.num_rows:
            return
        with self._alone():
            if epoch != self.epoch():
                raise GoodwordError(
                    "listening-overtaken", "Texts were erased while they were read.", "Do this again.", retry=True
                )
            self._write(name, [rows])

    def tidy(self, name: str, told: pa.Table) -> None:
        """Drop texts that no record holds any more, of every reading, and put small files together.

        Args:
            name: the reading that goes on.
            told: all texts there are, in the column `told`.
        """
        live = told["told"].combine_chunks()
        with self._alone():
            for folder in self._folders():
                for path in self._files(folder.name):
                    self._keep_only(path, "told", live)
            if len(self._files(name)) > MOST_FILES:
                self._put_together(name)

    def keep_words(self, words: pa.Table) -> int:
        """Drop what was heard in texts whose words rest nowhere any more; return how many texts went.

        Args:
            words: SHA-256 of every text there is, in the column `words`.
        """
        if not self._root.is_dir():
            return 0
        there = words["words"].combine_chunks()
        with self._alone():
            # First of all: whoever reads just now finds that what they heard may not be kept.
            write_whole(self._root / _SWEPT, secrets.token_hex(8))
            for left in self._root.glob("*/.*.tmp"):
                left.unlink(missing_ok=True)
            return sum(
                self._keep_only(path, "words", there) for folder in self._folders() for path in self._files(folder.name)
            )

    def _rows(self, name: str, columns: Sequence[str]) -> pa.Table:
        with self._alone():
            parts = [pq.read_table(path, columns=list(columns)) for path in self._files(name)]
        return pa.concat_tables([HEARD.empty().select(columns), *parts])

    def _write(self, name: str, tables: "Sequence[pa.Table] | Iterator[pa.Table]") -> Path:
        folder = self._root / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(".*.tmp"):
            left.unlink(missing_ok=True)  # a killed process's: nobody else writes now
        final = folder / f"{secrets.token_hex(10)}.parquet"
        temporary = final.with_name(f".{final.name}.{os.getpid()}.tmp")
        with pq.ParquetWriter(temporary, HEARD.arrow(), compression="zstd") as writer:
            for rows in tables:
                writer.write_table(rows)
        settle(temporary, final)
        return final

    def _keep_only(self, path: Path, column: str, values: "pa.Array[pa.StringScalar]") -> int:
        """Write a file anew without the rows whose value is not among these; return how many texts went."""
        keys = pq.read_table(path, columns=[column])[column]
        dead = pc.unique(keys.filter(pc.invert(pc.is_in(keys, value_set=values))))
        if not len(dead):
            return 0

        def kept(rows: pa.Table) -> pa.Table:
            return rows.filter(pc.is_in(rows[column], value_set=values))

        if len(dead) < len(pc.unique(keys)):
            self._write(path.parent.name, _pieces([path], kept))
        path.unlink()
        return len(dead)

    def _put_together(self, name: str) -> None:
        """One file of many. Killed between the two steps it leaves rows twice, which counts as once."""
        paths = self._files(name)
        self._write(name, _pieces(paths, lambda rows: rows))
        for path in paths:
            path.unlink()

    def _described(self, folder: Path) -> Reading:
        files = self._files(folder.name)
        texts = pc.count_distinct(self._rows(folder.name, ["told"])["told"]).as_py()
        size = sum(path.stat().st_size for path in files)
        return Reading(folder.name, int(texts), self.rows(folder.name).num_rows, size)

    def _files(self, name: str) -> list[Path]:
        return sorted((self._root / name).glob("[!.]*.parquet"))

    def _folders(self) -> list[Path]:
        return sorted(path for path in self._root.iterdir() if path.is_dir()) if self._root.is_dir() else []

    @contextmanager
    def _alone(self) -> Iterator[None]:
        busy = GoodwordError("heard-busy", "Another process holds what was heard.", "Try again later.", retry=True)
        with only_one(self._workspace / _LOCK, patience_seconds=_PATIENCE_SECONDS, busy=busy):
            yield


def _pieces(paths: Sequence[Path], change: Callable[[pa.Table], pa.Table]) -> Iterator[pa.Table]:
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS):
                yield change(pa.Table.from_batches([batch]).cast(HEARD.arrow()))
