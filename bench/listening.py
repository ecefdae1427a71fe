"""`make bench`: how fast texts are heard, beside VADER on the same texts in the same run; and how long an import takes.

The texts are the words in the exports of sample companies, each once, of as many companies as are needed: nothing is
heard again from the front, so that nothing kept from one text to the next could flatter the figures; how many texts two
companies share is told. They are short ones (chats, answers, posts: what the targets are about) and all (tickets, mail
and calls too). Rates are per second of processor time, so that a busy machine does not change them much, once a process
is ready: what it does once (compile the patterns of five languages, read the model that guesses languages) has a row of
its own, and the rate with it another. It is a part of the million, which is reckoned from a part unless asked for:
`python -m bench.listening 1000000`, which writes companies for minutes first. The million is heard as a workspace hears
it: its texts lie in a file, a few batches of them are on their way at a time, and what counts as memory is the most
that the process which reads them and the two that hear ever took.
"""

import csv
import json
import os
import resource
import statistics
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import batched, chain, count, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table

from bench.quality.hearing.lexicon import compounds
from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening import listen
from goodword.finding.listening.judging.cues import LANGUAGES
from goodword.finding.listening.outcomes.differences import compile_patterns
from goodword.finding.listening.reading.languages import guesser
from goodword.sample import write_sample

ACCOUNTS, MONTHS, SEED = 150, 18, 5
WORDS = 8  # what has fewer is a name, a number or a subject
SHORT = 200  # characters of a short text, at most
ON_ONE, ON_TWO, CHUNK, CORES = 10_000, 40_000, 5_000, 2
AHEAD = 3 * CORES  # batches on their way at once
MILLION, ROUNDS = 1_000_000, 5
IMPORT = "from time import perf_counter as t; s = t(); import goodword.finding.listening; print(t() - s)"


def said(folder: Path) -> list[str]:
    """The texts in the exports of a folder, each once, in the order of files and rows."""
    found: dict[str, None] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in _READERS:
            with path.open(encoding="utf-8", errors="replace", newline="") as lines:
                found |= dict.fromkeys(cell for cell in _READERS[path.suffix](lines) if len(cell.split()) >= WORDS)
    return list(found)


def written(enough: int, place: Path) -> list[str]:
    """Write so many short texts of sample companies to a file; return the first texts of any length, a few of them."""
    kept: list[str] = []
    short = 0
    with pq.ParquetWriter(place, _COLUMN) as file:
        for seed in count(SEED):
            with TemporaryDirectory(prefix="goodword-bench-") as folder:
                write_sample(Path(folder), accounts=ACCOUNTS, seed=seed, months=MONTHS)
                texts = said(Path(folder) / "exports")
            kept += texts[: max(0, ON_ONE - len(kept))]
            some = [text for text in texts if len(text) <= SHORT][: enough - short]
            file.write_table(pa.table({"text": some}, _COLUMN))
            short += len(some)
            if short >= enough:
                return kept
    raise AssertionError  # seeds never end


def read(place: Path) -> Iterator[list[str]]:
    """The texts of the file, a batch at a time."""
    with pq.ParquetFile(place) as file:
        for batch in file.iter_batches(CHUNK):
            yield cast("list[str]", batch["text"].to_pylist())


def repeated(place: Path) -> float:
    """The share of texts that stood before."""
    texts = pq.read_table(place)["text"]
    return 1 - len(texts.unique()) / len(texts)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    return (cell for row in csv.reader(lines, delimiter=delimiter) for cell in row)


def _objects(lines: Iterable[str]) -> Iterator[str]:
    return (cell for line in lines for cell in json.loads(line).values() if isinstance(cell, str))


_COLUMN = pa.schema([("text", pa.string())])
_READERS: dict[str, Callable[[Iterable[str]], Iterator[str]]] = {
    ".csv": partial(_rows, delimiter=","),
    ".tsv": partial(_rows, delimiter="\t"),
    ".jsonl": _objects,
}


def table_of(texts: list[str], first: int = 0) -> pa.Table:
    """Texts as the contract has them."""
    told: dict[str, list[str]] = {
        "table": ["interactions"] * len(texts),
        "id": [str(at) for at in range(first, first + len(texts))],
        "text": texts,
        "direction": ["in"] * len(texts),
        "channel": ["ticket"] * len(texts),
    }
    schema = TEXTS.arrow()
    return pa.table(
        {name: told.get(name, pa.nulls(len(texts), schema.field(name).type)) for name in schema.names}, schema
    )


def importing() -> float:
    """Seconds that the import takes in a fresh interpreter, compiled files at hand: the middle of five."""
    command = [sys.executable, "-c", IMPORT]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(ROUNDS)]  # noqa: S603 - our own interpreter
    return statistics.median(float(run.stdout) for run in runs)


def getting_ready() -> float:
    """Seconds of processor time for what a process does once, before it hears at full speed in every language."""
    started = process_time()
    for language in LANGUAGES:
        compile_patterns(language)
    guesser()
    return process_time() - started


def on_one_core(texts: list[str]) -> tuple[float, float]:
    """Texts a second of the listener and of VADER once both are ready, in turns so that a busy machine slows both."""
    ours = theirs = 0.0
    listen(table_of(texts[:100]))
    compounds(texts[:100])
    for part in batched(texts, max(1, len(texts) // ROUNDS)):
        table = table_of(list(part))
        started = process_time()
        listen(table)
        ours += process_time() - started
        started = process_time()
        compounds(part)
        theirs += process_time() - started
    return len(texts) / ours, len(texts) / theirs


def heard(texts: list[str]) -> tuple[int, int, int]:
    """Listen to a batch in a process of its own: which process, remarks, and the most memory it ever took, in KB."""
    found = listen(table_of(texts))
    return os.getpid(), len(found), _most_memory()


def on_two_cores(place: Path) -> tuple[float, float, float]:
    """Seconds until two processes are ready, seconds for the texts, and the memory of all processes together, in MB."""
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        started = perf_counter()
        first = list(islice(read(place), CORES))
        list(pool.map(heard, first))
        ready = perf_counter()
        most: dict[int, int] = {}
        count = 0
        under_way: deque[Future[tuple[int, int, int]]] = deque()
        for texts in read(place):
            count += len(texts)
            under_way.append(pool.submit(heard, texts))
            if len(under_way) == AHEAD:
                _end_first(under_way, most)
        while under_way:
            _end_first(under_way, most)
        done = perf_counter() - ready
    again = done * sum(map(len, first)) / count  # of the time until both were ready: they heard the first texts in it
    return max(0.0, ready - started - again), done, (sum(most.values()) + _most_memory()) / 1024


def _end_first(under_way: deque[Future[tuple[int, int, int]]], most: dict[int, int]) -> None:
    process, _, memory = under_way.popleft().result()
    most[process] = memory


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(asked: int) -> int:
    """Measure and print, each beside its target."""
    with TemporaryDirectory(prefix="goodword-bench-") as folder:
        return _measured(asked, Path(folder) / "texts.parquet")


def _alone[**P, T](work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Do it in a process of its own: what writing companies takes is no memory of listening, nor what VADER does."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def _measured(asked: int, place: Path) -> int:
    texts = _alone(written, max(asked, ON_ONE), place)
    short = list(islice(chain.from_iterable(read(place)), ON_ONE))
    table = Table("listening", "value", "target", header_style="bold")
    once = getting_ready()
    table.add_row("getting ready for five languages, once a process, seconds", f"{once:.2f}", "")
    for name, some, target in (("short", short, "10,000"), ("all", texts, "")):
        ours, theirs = on_one_core(some)
        about = f"{len(some):,} {name} texts of {statistics.mean(len(text) for text in some):.0f} characters"
        table.add_row(f"{about}, a second on one core", f"{ours:,.0f}", target)
        table.add_row("the same with getting ready", f"{len(some) / (len(some) / ours + once):,.0f}", "")
        table.add_row("VADER, the same texts", f"{theirs:,.0f}", "")
        table.add_row("ours by VADER's", f"{ours / theirs:.2f}", "")
    start, seconds, memory = _alone(on_two_cores, place)
    reckoned = "" if asked >= MILLION else f", reckoned from {asked:,}"
    table.add_row(
        f"a million short texts on two cores, seconds{reckoned}", f"{start + seconds * MILLION / asked:.0f}", "60"
    )
    table.add_row("until both processes are ready, of these seconds", f"{start:.1f}", "")
    table.add_row("of them said before, word for word", f"{repeated(place):.1%}", "")
    table.add_row("memory of all processes, MB", f"{memory:.0f}", "1,000")
    table.add_row("import, seconds", f"{importing():.2f}", "0.5")
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ON_TWO))
