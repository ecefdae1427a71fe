"""`make bench`: how fast texts are heard, beside VADER on the same texts in the same run; and how long an import takes.

The texts are the words in the exports of sample companies, each once, of as many companies as are needed: nothing is
heard again from the front, so that nothing kept from one text to the next could flatter the figures; how many texts two
companies share is told. They are short ones (chats, answers, posts: what the targets are about) and all (tickets, mail
and calls too). Rates are per second of processor time, so that a busy machine does not change them much, once a process
is ready: what it does once (compile the patterns of five languages, read the model that guesses languages) has a row of
its own, and the rate with it another. It is a part of the million, which is reckoned from a part unless asked for:
`python -m bench.listening 1000000`, which writes companies for minutes first.
"""

import csv
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import batched, count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pyarrow as pa
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


def written(enough: int) -> list[str]:
    """The texts of sample companies, at least so many short ones."""
    found: list[str] = []
    short = 0
    for seed in count(SEED):
        with TemporaryDirectory(prefix="goodword-bench-") as folder:
            write_sample(Path(folder), accounts=ACCOUNTS, seed=seed, months=MONTHS)
            texts = said(Path(folder) / "exports")
        found += texts
        short += sum(1 for text in texts if len(text) <= SHORT)
        if short >= enough:
            return found
    raise AssertionError  # seeds never end


def repeated(texts: list[str]) -> float:
    """The share of texts that stood before."""
    return 1 - len(set(texts)) / len(texts)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    return (cell for row in csv.reader(lines, delimiter=delimiter) for cell in row)


def _objects(lines: Iterable[str]) -> Iterator[str]:
    return (cell for line in lines for cell in json.loads(line).values() if isinstance(cell, str))


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


def heard(texts: tuple[str, ...]) -> tuple[int, int, int]:
    """Listen to a chunk in a process of its own: which process, remarks, and the most memory it ever took, in KB."""
    found = listen(table_of(list(texts)))
    return os.getpid(), len(found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def on_two_cores(texts: list[str]) -> tuple[float, float, float]:
    """Seconds until two processes are ready, seconds for the texts, and the memory of all processes together, in MB.

    Of the workers it is the most they ever took; of this process, which holds the texts, what it takes now.
    """
    most: dict[int, int] = {}
    started = perf_counter()
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        list(pool.map(heard, batched(texts[: CORES * CHUNK], CHUNK)))
        ready = perf_counter()
        for process, _, memory in pool.map(heard, batched(texts, CHUNK)):
            most[process] = max(memory, most.get(process, 0))
        own = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    done = perf_counter() - ready
    return max(0.0, ready - started - done * CORES * CHUNK / len(texts)), done, sum(most.values()) / 1024 + own / 2**20


def main(asked: int) -> int:
    """Measure and print, each beside its target."""
    # In a process of its own: what writing companies takes is no memory of listening.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        texts = pool.submit(written, max(asked, ON_ONE)).result()
    short = [text for text in texts if len(text) <= SHORT]
    table = Table("listening", "value", "target", header_style="bold")
    once = getting_ready()
    table.add_row("getting ready for five languages, once a process, seconds", f"{once:.2f}", "")
    for name, some, target in (("short", short[:ON_ONE], "10,000"), ("all", texts[:ON_ONE], "")):
        ours, theirs = on_one_core(some)
        about = f"{len(some):,} {name} texts of {statistics.mean(len(text) for text in some):.0f} characters"
        table.add_row(f"{about}, a second on one core", f"{ours:,.0f}", target)
        table.add_row("the same with getting ready", f"{len(some) / (len(some) / ours + once):,.0f}", "")
        table.add_row("VADER, the same texts", f"{theirs:,.0f}", "")
        table.add_row("ours by VADER's", f"{ours / theirs:.2f}", "")
    start, seconds, memory = on_two_cores(short[:asked])
    reckoned = "" if asked >= MILLION else f", reckoned from {asked:,}"
    table.add_row(
        f"a million short texts on two cores, seconds{reckoned}", f"{start + seconds * MILLION / asked:.0f}", "60"
    )
    table.add_row("until both processes are ready, of these seconds", f"{start:.1f}", "")
    table.add_row("of them said before, word for word", f"{repeated(short[:asked]):.1%}", "")
    table.add_row("memory of all processes, with the texts, MB", f"{memory:.0f}", "1,000")
    table.add_row("import, seconds", f"{importing():.2f}", "0.5")
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ON_TWO))
