"""Moves on the sample companies: who went from one customer to another, as the run kept it.

Only moves between accounts are asked for, for truth knows no others. Renamed companies look like moves and are none.
Somebody who stands under two keys with nothing in common moves only once the two are known to be one person: so moves
are counted three times. By keys alone; after a look has merged whoever is surely one; and after a reviewer has gone
through the queue who knows nothing but what it shows, and says *one person* to each pair of the same name of whom one
left as the other came (on a stated day: the queue calls a first trace otherwise), if neither is in a second such pair,
and *later* to everything else.
"""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from bench.quality.company import ACCOUNTS, Company, Row, goodword
from bench.quality.figures import Figure, share
from goodword.finding.identity.linkage.model import AUTOMATIC

SEEDS = (201, 202, 203, 204, 205, 206)
"""Measured once. Rules were tried on 11 to 16; 101 to 103, on which others are measured, had been looked at twice."""
RECALL, PRECISION = 0.80, 0.95
ACCEPTED = {"name": "same_name", "career": "one_left_as_the_other_came"}
"""What the reviewer goes by: of both fields, how they came out."""

type Move = tuple[str, str, str]
"""A real person, and the accounts they left and came to."""


@dataclass(frozen=True, slots=True)
class Known:
    """What Goodword says about a company at one time.

    Attributes:
        company: which it is.
        people: `goodword find --limit 0 --format json`.
        moves: contract MOVES, as the run kept it.
    """

    company: Company
    people: list[Row]
    moves: list[Row]


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision and recall of moves, over all companies together; with the queue is what is aimed at."""
    alone = [Known(company, company.people, _kept(company.workspace, "moves")) for company in companies]
    spaces = [_copied(company) for company in companies]
    merged = [_merged(*one) for one in zip(companies, spaces, strict=True)]
    reviewed = [_reviewed(*one) for one in zip(companies, spaces, strict=True)]
    return [
        *_figures("keys alone", alone, aimed=False),
        *_figures(f"merged from {AUTOMATIC} on", merged, aimed=False),
        *_figures("and the queue reviewed", reviewed, aimed=True),
    ]


def _figures(how: str, companies: list[Known], *, aimed: bool) -> list[Figure]:
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts"
    right = total = seen = real = 0
    for known in companies:
        truth = set(_truth(known.company))
        found = [moves & truth for moves in _found(known)]
        right += sum(bool(hit) for hit in found)
        total += len(found)
        seen += len(set().union(*found))
        real += len(truth)
    return [
        share(f"moves between accounts, {how}: precision", note, right, total, PRECISION),
        share(f"moves between accounts, {how}: recall", note, seen, real, RECALL if aimed else None),
    ]


def _copied(company: Company) -> Path:
    """A workspace of its own, for what is decided here would change what others measure."""
    return Path(shutil.copytree(company.workspace, company.workspace.with_name("linked")))


def _merged(company: Company, workspace: Path) -> Known:
    """After a look that merges whoever is surely one."""
    at = partial(goodword, "--workspace", str(workspace))
    at("settings", "set", "people.merge_from", str(AUTOMATIC))
    at("run", "--as-of", company.day)
    at("people", "review", "--look", "--format", "json")
    return _found_again(company, workspace)


def _reviewed(company: Company, workspace: Path) -> Known:
    """After somebody went through the queue as well."""
    at = partial(goodword, "--workspace", str(workspace))
    pairs = [
        pair
        for pair in json.loads(at("people", "review", "--format", "json"))
        if ACCEPTED.items() <= {reason["field"]: reason["compared"] for reason in pair["reasons"]}.items()
    ]
    often = Counter(person for pair in pairs for person in (pair["one"], pair["other"]))
    for pair in pairs:
        if often[pair["one"]] == often[pair["other"]] == 1:
            at("people", "merge", pair["one"], pair["other"])
    return _found_again(company, workspace)


def _found_again(company: Company, workspace: Path) -> Known:
    told = ("find", "--as-of", company.day, "--limit", "0", "--format", "json")
    people = json.loads(goodword("--workspace", str(workspace), *told))
    return Known(company, people, _kept(workspace, "moves"))


def _truth(company: Company) -> Iterator[Move]:
    with (company.truth / "moves.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["true_person_id"], row["from_account_id"], row["to_account_id"]


def _found(known: Known) -> Iterator[set[Move]]:
    """Each move that was found, as the moves of the real people behind the person."""
    company, people = known.company, {person["person_id"]: person for person in known.people}
    for move in known.moves:
        ends = move["from_account_id"], move["to_account_id"]
        if all(ends) and move["person_id"] in people:
            humans = company.humans_of(people[move["person_id"]])
            yield {(company.humans[human]["true_person_id"], *ends) for human in humans}


def _kept(workspace: Path, table: str) -> list[Row]:
    """The table of whereabouts that the last run kept beside the lake."""
    kept = max(workspace.glob(f"derived/*/{table}-*.parquet"), key=lambda path: path.stat().st_mtime_ns)
    return pq.read_table(kept).to_pylist()
