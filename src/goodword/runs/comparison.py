"""Two findings of the same day side by side: who comes in, who drops out, whose likelihood moves."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.evidence.records.whereabouts import RISK_KINDS
from goodword.finding.catalogue import HOLDS
from goodword.programme.advocates.models import STATES
from goodword.programme.advocates.publishing.grouping import group_by_person
from goodword.programme.advocates.publishing.standing import Standing, standing
from goodword.runs.day_findings import DayFindings

NAMED = 50
"""How many people of each kind of change are named, at most; all are counted."""

FIRST_PAGE = 25
_MOVED = 0.005  # less than that looks the same in whole per cent
_SHOWN_MOVES = 10
_ANY_DAYS = 1  # moments are not compared

type Flags = npt.NDArray[np.bool_]
type Wholes = npt.NDArray[np.int64]
type Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Turnover:
    """How the members of one set change.

    Attributes:
        name: which set: `list`, `ready`, `first_page`, a kind of signal or a code of a hold.
        before: how many there are.
        after: how many there would be.
        came: how many would come in.
        left: how many would drop out.
        came_ids: the first of those who would come in, by their place in the list.
        left_ids: the first of those who would drop out.
    """

    name: str
    before: int
    after: int
    came: int
    left: int
    came_ids: tuple[str, ...] = ()
    left_ids: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether anybody comes or goes."""
        return bool(self.came or self.left)


@dataclass(frozen=True, slots=True)
class Move:
    """How the best likelihood of one person changes."""

    person_id: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What another setting would do to the list of a day.

    Attributes:
        people: everybody about whom there is anything to say.
        ready: those who could be asked.
        first_page: the first 25 of the list.
        finders: by kind of signal.
        holds: by code.
        risks: by kind, the people who count as gone.
        known_before: of how many a likelihood is known.
        known_after: of how many it would be.
        rises: whose best likelihood would rise, counted.
        falls: whose best likelihood would fall, counted.
        mean_move: by how much on average, of those that are known before and after.
        places: how many of those who could be asked before and after would change places.
        moves: the largest moves.
    """

    people: Turnover
    ready: Turnover
    first_page: Turnover
    finders: tuple[Turnover, ...]
    holds: tuple[Turnover, ...]
    risks: tuple[Turnover, ...]
    known_before: int
    known_after: int
    rises: int
    falls: int
    mean_move: float
    places: int
    moves: tuple[Move, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether today's list would stay exactly as it is."""
        sets = (self.people, self.ready, self.first_page, *self.finders, *self.holds, *self.risks)
        moved = self.rises or self.falls or self.places or self.known_before != self.known_after
        return not moved and not any(one.moves for one in sets)

    def as_json(self) -> dict[str, Any]:
        """Everything as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """What `as_json` made."""
        one = {name: _turnover(told[name]) for name in ("people", "ready", "first_page")}
        many = {name: tuple(_turnover(row) for row in told.get(name, ())) for name in ("finders", "holds", "risks")}
        moves = tuple(Move(**row) for row in told["moves"])
        return cls(**(told | one | many | {"moves": moves}))


def _turnover(row: dict[str, Any]) -> Turnover:
    return Turnover(**(row | {name: tuple(row[name]) for name in ("came_ids", "left_ids")}))


def compare(before: DayFindings, after: DayFindings) -> Comparison:
    """Set two findings over the same people side by side."""
    persons = before.persons.sort_by("person_id").combine_chunks()
    ids = persons["person_id"].combine_chunks().cast(pa.string())
    one, two = _Stand.of(before, persons, ids), _Stand.of(after, persons, ids)
    names = [str(one) for one in ids.to_pylist()]

    def turned(name: str, was: Flags, will: Flags) -> Turnover:
        came, left = np.flatnonzero(will & ~was), np.flatnonzero(was & ~will)
        return Turnover(
            name=name,
            before=int(was.sum()),
            after=int(will.sum()),
            came=len(came),
            left=len(left),
            came_ids=_first(names, came, two.standing.rank),
            left_ids=_first(names, left, one.standing.rank),
        )

    return Comparison(
        people=turned("list", one.listed, two.listed),
        ready=turned("ready", one.ready, two.ready),
        first_page=turned("first_page", one.first, two.first),
        finders=tuple(
            turned(kind, _among(before.signals, "kind", kind, ids), _among(after.signals, "kind", kind, ids))
            for kind in SIGNAL_KINDS
        ),
        holds=tuple(
            turned(rule.name, _among(before.holds, "code", rule.kind, ids), _among(after.holds, "code", rule.kind, ids))
            for rule in HOLDS
        ),
        risks=tuple(
            turned(kind, _among(before.risks, "kind", kind, ids), _among(after.risks, "kind", kind, ids))
            for kind in RISK_KINDS
        ),
        **_moves(names, one, two),
    )


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where everybody stands, and their best likelihood (-1 where none is known)."""

    standing: Standing
    best: Floats

    @classmethod
    def of(cls, found: DayFindings, persons: pa.Table, ids: "pa.Array[Any]") -> Self:
        likely = group_by_person(found.likelihoods, ids)
        grouped = (group_by_person(found.signals, ids), group_by_person(found.holds, ids), likely)
        stand = standing(persons, *grouped, as_of=found.as_of, moment_days=_ANY_DAYS)
        numbers = np.append(
            np.asarray(likely.table["likelihood"].to_numpy(zero_copy_only=False), dtype=np.float64), -1.0
        )
        return cls(stand, numbers[stand.best])

    @property
    def listed(self) -> Flags:
        return np.asarray(self.standing.state != STATES.index("silent"), dtype=np.bool_)

    @property
    def ready(self) -> Flags:
        return np.asarray(self.standing.state == STATES.index("ready"), dtype=np.bool_)

    @property
    def first(self) -> Flags:
        return (self.standing.rank < FIRST_PAGE) & self.listed


def _among(rows: pa.Table, column: str, value: str, ids: "pa.Array[Any]") -> Flags:
    there = rows.filter(pc.equal(rows[column], pa.scalar(value)))["person_id"].combine_chunks().cast(ids.type)
    return np.asarray(pc.is_in(ids, value_set=there).to_numpy(zero_copy_only=False), dtype=np.bool_)


def _first(names: Sequence[str], places: Iterable[int], rank: Wholes) -> tuple[str, ...]:
    return tuple(names[place] for place in sorted(places, key=lambda place: int(rank[place]))[:NAMED])


def _moves(names: Sequence[str], one: _Stand, two: _Stand) -> dict[str, Any]:
    both = (one.best >= 0) & (two.best >= 0)
    moved = np.where(both, two.best - one.best, 0.0)
    largest = np.argsort(-np.abs(moved), kind="stable")[:_SHOWN_MOVES]
    asked = one.ready & two.ready
    places_before = np.argsort(np.argsort(one.standing.rank[asked]))
    places_after = np.argsort(np.argsort(two.standing.rank[asked]))
    return {
        "known_before": int((one.best >= 0).sum()),
        "known_after": int((two.best >= 0).sum()),
        "rises": int((moved >= _MOVED).sum()),
        "falls": int((moved <= -_MOVED).sum()),
        "mean_move": float(moved[both].mean()) if both.any() else 0.0,
        "places": int((places_before != places_after).sum()),
        "moves": tuple(
            Move(names[place], float(one.best[place]), float(two.best[place]))
            for place in largest
            if abs(moved[place]) >= _MOVED
        ),
    }
