"""Who is whom where no key says so: pairs found on data sets whose truth is known.

What was used for what: shares, keys and thresholds were chosen on febrl 1, febrl 3 and the even clusters of
splink_fake_1000; febrl 2, febrl 4 and its odd clusters were looked at once, for these figures. Nothing is learned from
the truth of any: where a model learns, it learns from the rows it links, without labels.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, bootstrap, skipped, wilson
from goodword.evidence.records.known import MENTIONS
from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.keys import link
from goodword.finding.identity.linkage.model import AUTOMATIC, REVIEW
from goodword.runs.people.linking import suggest

NAME = "entity_resolution"
FAKE = "splink_fake_1000.csv"

type Row = dict[str, Any]  # columns of LINKABLE, `key` for the row itself, `truth` for whom it really is


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of rows, counted by who they really are; a wrong pair counts half for each of the two.

    Attributes:
        true: pairs there are.
        mailed, merged, queued: right pairs that have the same address, that are merged unasked, and that are merged or
            stand before a reviewer.
        wrong_mailed, wrong_merged: wrong pairs of the first two.
    """

    true: Floats
    mailed: Floats
    merged: Floats
    queued: Floats
    wrong_mailed: Floats
    wrong_merged: Floats


def figures(data: Data) -> list[Figure]:
    """Precision and recall of merges without being asked, and recall with the queue, on every set.

    They are held against joining whoever has the same address, and nothing else.
    """
    folder = data.find(NAME)
    if folder is None:
        return [skipped("linkage: pairs found", NAME, data.why_not())]
    fake = list(_fake(folder / FAKE))
    odd = [row for row in fake if row["truth"] % 2]
    sets = [
        ("splink_fake_1000, all; its even clusters were tuned on", fake, True),
        ("splink_fake_1000, odd clusters; unseen", odd, True),
        ("febrl 1; tuned on", _febrl(folder, "1"), False),
        ("febrl 2; unseen", _febrl(folder, "2"), False),
        ("febrl 3; tuned on", _febrl(folder, "3"), False),
        ("febrl 4; unseen", _febrl(folder, "4a", "4b"), False),
    ]
    return [figure for note, rows, aimed in sets for figure in _figures(note, list(rows), aimed=aimed)]


def _figures(note: str, rows: list[Row], *, aimed: bool) -> list[Figure]:
    found = pairs_found(rows)
    mailed = (
        _ratio(found.mailed, found.wrong_mailed)(_all(found)),
        _ratio(found.mailed, None, found.true)(_all(found)),
    )
    automatic = f"linkage: merged from {AUTOMATIC} on, and by exact keys"
    told = [
        (f"{automatic}: precision", _ratio(found.merged, found.wrong_merged), mailed[0], 0.98),
        (f"{automatic}: recall", _ratio(found.merged, None, found.true), mailed[1], 0.60),
        (f"linkage: merged, or suggested from {REVIEW} on: recall", _ratio(found.queued, None, found.true), None, 0.80),
    ]
    return [_figure(*each, note=note, found=found, aimed=aimed) for each in told]


def _figure(
    name: str,
    ratio: Callable[[np.ndarray[Any, Any]], float],
    mailed: float | None,
    at_least: float,
    *,
    note: str,
    found: Found,
    aimed: bool,
) -> Figure:
    interval = bootstrap(ratio, len(found.true))
    if interval.value == 1.0:
        # Where nothing went wrong, drawing again shows none either: the number of people says how sure that is.
        interval = wilson(len(found.true), len(found.true)) or interval
    baseline = None if mailed is None or np.isnan(mailed) else mailed
    target, met = (f"{at_least:.2f} or more", interval.value >= at_least) if aimed else ("", None)
    return Figure(name, note, int(found.true.sum()), interval.value, interval.low, interval.high, baseline, target, met)


def _ratio(right: Floats, wrong: Floats | None, among: Floats | None = None) -> Callable[[np.ndarray[Any, Any]], float]:
    """Of drawn people: right pairs among `among`, or among right and wrong ones."""

    def ratio(drawn: np.ndarray[Any, Any]) -> float:
        below = (
            among[drawn].sum()
            if among is not None
            else right[drawn].sum() + (wrong[drawn].sum() if wrong is not None else 0)
        )
        return float(right[drawn].sum() / below) if below else float("nan")

    return ratio


def _all(found: Found) -> np.ndarray[Any, Any]:
    return np.arange(len(found.true))


def pairs_found(rows: list[Row]) -> Found:
    """Link rows as a workspace does: exact keys, then suggestions, then merges of the likeliest."""
    person = _by_keys(rows)
    described = pa.Table.from_pylist([_linkable(row, person) for row in rows], schema=LINKABLE.arrow())
    found = suggest(described).to_pylist()
    merged = _merged(person, [one for one in found if one["probability"] >= AUTOMATIC])
    queue = {frozenset((merged[one["person_a"]], merged[one["person_b"]])) for one in found}
    mail = {row["key"]: (row.get("email") or row["key"]).lower() for row in rows}
    return _counted(rows, mail, {key: merged[human] for key, human in person.items()}, queue)


def _by_keys(rows: list[Row]) -> dict[str, str]:
    mentions = [{"source": "set", "person_key": row["key"], "email": row.get("email"), "listed": True} for row in rows]
    links = link(pa.Table.from_pylist(mentions, schema=MENTIONS.arrow())).links.to_pylist()
    return {row["person_key"]: row["person_id"] for row in links}


def _linkable(row: Row, person: dict[str, str]) -> Row:
    return {name: row.get(name) or None for name in LINKABLE.names} | {"person_id": person[row["key"]]}


def _merged(person: dict[str, str], sure: Iterable[Row]) -> dict[str, str]:
    """Whom each person is after the merges: the smallest id of those who are one."""
    roots = {human: human for human in person.values()}

    def root(human: str) -> str:
        while roots[human] != human:
            human = roots[human]
        return human

    for one in sure:
        first, second = sorted((root(one["person_a"]), root(one["person_b"])))
        roots[second] = first
    return {human: root(human) for human in roots}


def _counted(rows: list[Row], mail: dict[str, str], merged: dict[str, str], queue: set[frozenset[str]]) -> Found:
    number = {truth: place for place, truth in enumerate(sorted({row["truth"] for row in rows}))}
    counts = {name: np.zeros(len(number)) for name in Found.__dataclass_fields__}
    members: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        members[number[row["truth"]]].append(row["key"])
    for place, keys in members.items():
        for first, second in combinations(keys, 2):
            one = merged[first] == merged[second]
            counts["true"][place] += 1
            counts["mailed"][place] += mail[first] == mail[second]
            counts["merged"][place] += one
            counts["queued"][place] += one or frozenset((merged[first], merged[second])) in queue
    truth = {row["key"]: number[row["truth"]] for row in rows}
    for name, groups in (("wrong_mailed", mail), ("wrong_merged", merged)):
        for place, wrong in _wrong(groups, truth):
            counts[name][place] += wrong / 2
    return Found(**counts)


def _wrong(groups: dict[str, str], truth: dict[str, int]) -> Iterator[tuple[int, int]]:
    """For each group and whom it holds: how many pairs it makes of them with somebody else."""
    held: dict[str, Counter[int]] = defaultdict(Counter)
    for key, group in groups.items():
        held[group][truth[key]] += 1
    for whom in held.values():
        for place, count in whom.items():
            yield place, count * (whom.total() - count)


def _fake(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                "key": row["unique_id"],
                "truth": int(row["cluster"]),
                "given_name": row["first_name"],
                "family_name": row["surname"],
                "email": row["email"] or None,
                "born_on": _day(row["dob"]),
                "city": row["city"],
            }


def _febrl(folder: Path, *names: str) -> Iterator[Row]:
    """Names, day of birth and suburb; the number of the insurance would be a key, and addresses are not linked by."""
    for name in names:
        with (folder / "febrl" / f"dataset{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, skipinitialspace=True):
                yield {
                    "key": row["rec_id"],
                    "truth": int(row["rec_id"].split("-")[1]),
                    "given_name": row["given_name"],
                    "family_name": row["surname"],
                    "born_on": _day(row["date_of_birth"]),
                    "city": row["suburb"],
                }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
