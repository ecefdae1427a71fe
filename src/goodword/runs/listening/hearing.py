"""Hear the texts that nobody heard yet: batch after batch, a long row of them in two processes."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening.again import FRESH, HEARD, KEYS, TOLD, to_hear, unheard
from goodword.runs.listening.heard import Heard
from goodword.runs.listening.models import Hear, Model
from goodword.runs.listening.spawned import begin
from goodword.runs.progress import Progress

pc: Any = pyarrow.compute  # its published stubs know fewer types than Arrow takes

PROCESSES = 2
MANY = 20_000
"""So many texts are worth further processes: they take a second to come up."""
_BATCH = 2_000
_AHEAD = 3 * PROCESSES  # batches on their way at once, so that memory is bounded however many there are
_KEPT_AT_ONCE = 20_000  # texts; whoever is killed loses no more than these


@dataclass(frozen=True, slots=True)
class Reader:
    """Who hears, for whom.

    Attributes:
        session: a conversation that knows TEXTS and TOLD.
        heard: where what was heard is kept.
        epoch: what `Heard.epoch` said before the session was opened.
        model: the listener.
        features: names of the product's features.
        progress: told how far it is.
    """

    session: Session
    heard: Heard
    epoch: str
    model: Model
    features: tuple[str, ...]
    progress: Progress

    def count(self, keys: pa.Table) -> int:
        """How many different texts are not among those that were heard."""
        self.session.offer(KEYS.name, keys)
        self.session.keep(FRESH.name, unheard(TOLD.unbound(), KEYS.unbound()))
        fresh = FRESH.unbound()
        return int(self.session.fetch(fresh.agg(count=fresh.count()))["count"][0].as_py())

    def hear(self, keys: pa.Table, name: str) -> int:
        """Hear every text that is not among `keys`, keep it as heard by the reading of that name; return how many."""
        total = self.count(keys)
        if not total:
            return 0
        done, kept, waiting = 0, 0, []
        batches = self.session.stream(to_hear(TEXTS.unbound(), FRESH.unbound()), _BATCH)
        for texts, rows in _heard_of(batches, self.model.hear, self.features, many=total >= MANY):
            self.progress("listen", done, total)
            waiting.append(rows)
            done, kept = done + texts, kept + texts
            if kept >= _KEPT_AT_ONCE:
                self.heard.add(name, pa.concat_tables(waiting), epoch=self.epoch)
                kept, waiting = 0, []
        if waiting:
            self.heard.add(name, pa.concat_tables(waiting), epoch=self.epoch)
        return total


def hear_batch(hear: Hear, features: Sequence[str], texts: pa.Table) -> pa.Table:
    """Hear some texts wherever they stand.

    Args:
        hear: the listener.
        features: names of the product's features.
        texts: contract TEXTS, with `told` and `words`.

    Returns:
        contract HEARD: a row a remark, one row for each text without any.
    """
    told, words = (texts[name].combine_chunks() for name in ("told", "words"))
    nowhere = pa.array(["texts"] * texts.num_rows, pa.string())
    anywhere = texts.set_column(texts.schema.get_field_index("id"), "id", told)
    anywhere = anywhere.set_column(texts.schema.get_field_index("table"), "table", nowhere)
    found = hear(anywhere, features)
    whose = found["id"].combine_chunks()
    said = found.select([name for name in HEARD.names if name in found.column_names])
    remarks = said.append_column("told", whose).append_column("words", words.take(pc.index_in(whose, value_set=told)))
    silent = pc.invert(pc.is_in(told, value_set=whose))
    rest = pa.table({"told": told.filter(silent), "words": words.filter(silent)})
    for field in HEARD.arrow():
        if field.name not in rest.column_names:
            rest = rest.append_column(field, pa.nulls(rest.num_rows, field.type))
    return pa.concat_tables([part.select(HEARD.names).cast(HEARD.arrow()) for part in (remarks, rest)])


def _heard_of(
    batches: Iterator[pa.RecordBatch], hear: Hear, features: Sequence[str], *, many: bool
) -> Iterator[tuple[int, pa.Table]]:
    """Yield how many texts a batch had, and what was heard in it."""
    tables = (pa.Table.from_batches([batch]) for batch in batches)
    if not many or (os.cpu_count() or 1) < PROCESSES:
        yield from ((texts.num_rows, hear_batch(hear, features, texts)) for texts in tables)
        return
    # Never forked: the engine and the database driver of this process have threads.
    spawned = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(PROCESSES, mp_context=spawned, initializer=begin, initargs=(os.getpid(),))
    try:
        under_way: deque[tuple[int, Future[pa.Table]]] = deque()
        for texts in tables:
            under_way.append((texts.num_rows, pool.submit(hear_batch, hear, features, texts)))
            if len(under_way) >= _AHEAD:
                count, first = under_way.popleft()
                yield count, first.result()
        for count, future in under_way:
            yield count, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
