"""Moves on the sample companies: who went from one customer to another, as the run kept it.

Only moves between accounts are asked for, for truth knows no others. Renamed companies look like moves and are none.
"""

import csv
from collections.abc import Iterator

import pyarrow.parquet as pq

from bench.quality.company import ACCOUNTS, Company, Row
from bench.quality.figures import Figure, share

RECALL, PRECISION = 0.80, 0.95

type Move = tuple[str, str, str]
"""A real person, and the accounts they left and came to."""


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision and recall of moves, over all companies together."""
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts"
    right = total = seen = real = 0
    for company in companies:
        truth = set(_truth(company))
        found = [moves & truth for moves in _found(company)]
        right += sum(bool(hit) for hit in found)
        total += len(found)
        seen += len(set().union(*found))
        real += len(truth)
    return [
        share("moves between accounts: precision", note, right, total, PRECISION),
        share("moves between accounts: recall", note, seen, real, RECALL),
    ]


def _truth(company: Company) -> Iterator[Move]:
    with (company.truth / "moves.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["true_person_id"], row["from_account_id"], row["to_account_id"]


def _found(company: Company) -> Iterator[set[Move]]:
    """Each move that was found, as the moves of the real people behind the person."""
    people = {person["person_id"]: person for person in company.people}
    for move in _kept(company, "moves"):
        ends = move["from_account_id"], move["to_account_id"]
        if all(ends) and move["person_id"] in people:
            humans = company.humans_of(people[move["person_id"]])
            yield {(company.humans[human]["true_person_id"], *ends) for human in humans}


def _kept(company: Company, table: str) -> list[Row]:
    """The table of whereabouts that the last run kept beside the lake."""
    kept = sorted(company.workspace.glob(f"derived/*/{table}-*.parquet"))
    return pq.read_table(kept[-1]).to_pylist() if kept else []
