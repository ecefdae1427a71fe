"""Show that a draw was a lot: the seed gives those who were drawn, and it did not matter what anybody thinks of us."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import batched
from typing import Any

from goodword.finding.drawing.association import Association, association
from goodword.finding.drawing.lot import Fault, faults, ticket
from goodword.programme.lots.models import Draw, Drawing, Eligible

COLUMNS = ("nps", "likelihood", "signals", "arr")
"""What the drawn are compared with all who were eligible in."""

AT_ONCE = 5_000
"""Up to so many people a draw is made and checked while somebody waits; above, a job makes it."""


@dataclass(frozen=True, slots=True)
class Ticketed:
    """One who was eligible, as the proof shows them."""

    row: Eligible
    ticket: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a draw was a lot.

    Attributes:
        draw: which.
        done: how many were eligible and drawn on that day.
        faults: what does not fit; empty where the seed gives those who were drawn; None where it was not looked at.
        associations: how the drawn differed from all in each of COLUMNS when they were drawn.
        erased: how many of the eligible are not known any more.
    """

    draw: Draw
    done: Drawing
    faults: tuple[Fault, ...] | None
    associations: dict[str, Association]
    erased: int


def proof_of(draw: Draw, *, at_most: int | None = None) -> Proof:
    """Put together what shows that a draw that was done was a lot.

    Args:
        draw: which.
        at_most: look through the rows only where there are no more than so many.
    """
    done = draw.done
    looks = at_most is None or done.eligible <= at_most
    erased = done.eligible - Eligible.objects.filter(draw=draw).count()
    return Proof(draw, done, faults_of(draw) if looks else None, _associations(done), erased)


def tickets_of(draw: Draw) -> Iterator[Ticketed]:
    """Everybody who was eligible, the lowest ticket first; whoever was erased since is not among them."""
    seed, rows = bytes.fromhex(draw.seed), Eligible.objects.filter(draw=draw)
    line = sorted((ticket(seed, person), pk) for pk, person in rows.values_list("pk", "person_id").iterator())
    for some in batched(line, AT_ONCE):
        there = rows.in_bulk([pk for _ticket, pk in some])
        yield from (Ticketed(there[pk], mine) for mine, pk in some if pk in there)


def faults_of(draw: Draw) -> tuple[Fault, ...]:
    """What does not fit in a draw that was done; who was erased since is missing on both sides, and moves nobody."""
    ids, done = dict(Eligible.objects.filter(draw=draw).values_list("person_id", "place")), draw.done
    drawn = [one for one, place in ids.items() if place is not None]
    # Who was erased is missing. With everybody there, as many are drawn as were asked for.
    whole = len(ids) == done.eligible
    size = draw.size if whole else len(drawn)
    found = faults(ids.keys(), drawn, size=size, seed=bytes.fromhex(draw.seed), promised=draw.promise)
    too_many = len(ids) > done.eligible or len(drawn) > done.drawn
    return (*found, Fault.SIZE) if too_many and Fault.SIZE not in found else found


def compare(drawn: Sequence[bool], columns: Mapping[str, Sequence[float | None]]) -> dict[str, dict[str, Any]]:
    """How the drawn differ from all in each column, as JSON can hold it."""
    return {name: asdict(association(drawn, values)) for name, values in columns.items()}


def _associations(done: Drawing) -> dict[str, Association]:
    if done.compared:
        return {name: Association(**done.compared[name]) for name in COLUMNS}
    rows = list(Eligible.objects.filter(draw_id=done.draw_id))  # of a draw from before they were kept with it
    mine = [row.place is not None for row in rows]
    return {name: association(mine, [getattr(row, name) for row in rows]) for name in COLUMNS}
