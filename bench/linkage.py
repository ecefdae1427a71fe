"""How long linkage takes, and what memory: made-up people with duplicates, a million unless told otherwise.

`python -m bench.linkage 100000` for fewer. The peak is that of the whole process: the engine's, and the columns of all
rows beside it.
"""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from goodword.evidence.lake.local.linking import compare, learn
from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.linkage.comparable import comparable
from goodword.finding.identity.linkage.model import AUTOMATIC, REVIEW, least_bits, model, with_learned
from goodword.finding.identity.linkage.suggesting import suggestions

PEOPLE, AGAIN, SEED = 1_000_000, 0.15, 1
SYLLABLES = """
    ba be bo da de do fa fi ga go ha he ja jo ka ke la le li lo ma mi mo na ne no pa pe ra re ro sa se so ta to
""".split()

type Picks = NDArray[np.int64]
type Row = dict[str, str | None]


def words(chance: np.random.Generator, count: int, syllables: int) -> list[str]:
    """Different made-up names."""
    picked = chance.integers(0, len(SYLLABLES), (count * 2, syllables))
    return list(dict.fromkeys("".join(SYLLABLES[place] for place in row) for row in picked))[:count]


def drawn(chance: np.random.Generator, count: int, among: int, steepness: float) -> Picks:
    """Positions among so many, the first ones more often, as names are."""
    weights = 1 / (10 + np.arange(among)) ** steepness
    return chance.choice(among, count, p=weights / weights.sum())


def mistyped(text: str, place: int) -> str:
    """A text with two neighbouring letters swapped."""
    at = place % max(len(text) - 1, 1)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def made_up(people: int) -> tuple[pa.Table, set[tuple[str, str]]]:
    """Rows of LINKABLE, and the pairs among them that are one human being.

    One in seven has a second row: half of these are at another company by now, a third with a typo, a third under
    an initial; most without the telephone number.
    """
    chance = np.random.default_rng(SEED)
    first = int(people / (1 + AGAIN))
    givens, families = words(chance, 3_000, 3), words(chance, 40_000, 4)
    companies = max(first // 25, 10)
    picked = zip(
        (givens[place] for place in drawn(chance, first, len(givens), 0.9)),
        (families[place] for place in drawn(chance, first, len(families), 0.8)),
        drawn(chance, first, companies, 0.5).tolist(),
        strict=True,
    )
    rows = [row(chance, f"p{n}", *each) for n, each in enumerate(picked)]
    pairs = set()
    for n in chance.choice(first, people - first, replace=False).tolist():
        rows.append(again(chance, rows[n], f"q{n}", companies))
        pairs.add((rows[n]["person_id"] or "", f"q{n}"))
    return pa.Table.from_pylist(rows, schema=LINKABLE.arrow()), pairs


def row(chance: np.random.Generator, person: str, given: str, family: str, company: int) -> Row:
    """One description: whatever is not a name or a company is drawn."""
    form, at, call, number = chance.integers(0, (90, 6, 5, 9_000_000)).tolist()
    local = (f"{given}.{family}", f"{given[:1]}{family}", f"{given}{form}")[form % 3]
    return {
        "person_id": person,
        "given_name": given.title(),
        "family_name": family.title(),
        "email": f"{local}{number}@mail.example" if at == 0 else f"{local}@c{company}.example",
        "phone": f"+49 30 {1_000_000 + number}" if call < 3 else None,
        "account_id": f"A{company}",
        "company": f"Company {company}",
        "title": f"Title {chance.integers(0, 300)}",
        "language": ("de", "en", "fr", "es")[chance.integers(0, 4)],
    }


def again(chance: np.random.Generator, known: Row, person: str, companies: int) -> Row:
    """A second description of somebody."""
    given, family = (known["given_name"] or "").lower(), (known["family_name"] or "").lower()
    how, moves, calls = chance.integers(0, (3, 2, 5)).tolist()
    written = (mistyped(given, len(family)), given[:1], given)[how]
    company = int(chance.integers(0, companies)) if moves else int((known["account_id"] or "A0")[1:])
    other = row(chance, person, given, family, company) | {"given_name": written.title(), "language": known["language"]}
    return other | {
        "phone": known["phone"] if calls == 0 else other["phone"],
        "title": other["title"] if moves else known["title"],
    }


@contextmanager
def timed(step: str, table: Table) -> Iterator[None]:
    """Add a row with the seconds of a step, and the most memory the process has had so far."""
    started = monotonic()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row(step, f"{monotonic() - started:.1f}", f"{peak:,.0f}")


def main() -> int:
    """Link made-up people once; print seconds, memory and what was found."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    table = Table("step", "seconds", "peak MB so far", header_style="bold", title=f"{people:,} descriptions of people")
    with timed("make them up (not counted)", table):
        linkable, truth = made_up(people)
    started = monotonic()
    with timed("columns and keys", table):
        rows = comparable(linkable, free_mail=["mail.example"])
    assumed = model(rows)
    with timed("learn", table):
        learned = learn(rows, assumed.settings(), assumed.learn_from)
        believed = with_learned(assumed, learned, rows.num_rows)
    with timed("compare", table):
        pairs = compare(rows, believed.settings(), least_bits=least_bits(rows.num_rows))
    with timed(f"weigh {pairs.num_rows:,} pairs", table):
        found = suggestions(pairs, rows, believed)
    seconds = monotonic() - started
    console = Console()
    console.print(table)
    console.print(f"All of it: {seconds:.0f} s.")
    for least in (REVIEW, AUTOMATIC):
        likely = [one for one in found.select([0, 1, 2]).to_pylist() if one["probability"] >= least]
        right = sum((one["person_a"], one["person_b"]) in truth for one in likely)
        console.print(
            f"From {least} on: {len(likely):,} suggestions, {right / max(len(likely), 1):.3f} of them right, "
            f"{right / len(truth):.3f} of {len(truth):,} pairs."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
