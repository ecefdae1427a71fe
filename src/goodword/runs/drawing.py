"""Draw for public reviews, and show that it did not matter what anybody thinks of us."""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from goodword.evidence.records.known import KNOWN
from goodword.finding.drawing.association import Association, association
from goodword.finding.drawing.lot import SEED_BYTES, Fault, draw, faults, promise, ticket
from goodword.programme.advocates.models import Publication
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.models import Draw, Drawing, Eligible, Site
from goodword.programme.lots.policies import nobody_published
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.runs.pipeline import open_day
from goodword.runs.workspace import Workspace

COLUMNS = ("nps", "likelihood", "signals", "arr")
"""What the drawn are compared with all who were eligible in."""


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
        rows: who was eligible, the lowest ticket first; whoever was erased since is not among them.
        faults: what does not fit; empty where the seed gives those who were drawn.
        associations: how the drawn differ from all in each of COLUMNS.
    """

    draw: Draw
    done: Drawing
    rows: tuple[Ticketed, ...]
    faults: tuple[Fault, ...]
    associations: dict[str, Association]

    @property
    def erased(self) -> int:
        """How many of the eligible are not known any more."""
        return self.done.eligible - len(self.rows)


def draw_for(site: Site, *, workspace: Workspace, day: date, by: Actor) -> Drawing:
    """Draw for a site: promise a seed, then find out who is eligible, then draw. One that was begun is gone on with.

    Raises:
        GoodwordError: the site is put aside, there was a draw today, or nobody is published yet.
    """
    if Publication.current() is None:
        raise nobody_published()
    seed = secrets.token_bytes(SEED_BYTES)
    promised = promise_draw(site, seed=seed, promise=promise(seed), day=day, by=by)
    return finish_draw(promised, lot=_lot, nps=latest_nps(workspace, promised.as_of), by=by)


def _lot(eligible: Collection[str], size: int, seed: bytes) -> Collection[str]:
    return draw(eligible, size, seed=seed)


def latest_nps(workspace: Workspace, day: date) -> dict[str, float]:
    """The latest answer to the NPS question of everybody who gave one up to a day, by the id of today."""
    with open_day(workspace, day) as work:
        work.know()
        answers = work.session.fetch(KNOWN["responses"].unbound())
    rows = answers.select(["person_id", "survey", "score", "answered_at"]).to_pylist()
    told = [one for one in rows if _counts(one, day)]
    today = {one: root or one for one, root in Person.objects.values_list("person_id", "root_id")}
    told.sort(key=lambda one: (one["answered_at"], one["person_id"]))
    return {today.get(one["person_id"], one["person_id"]): float(one["score"]) for one in told}


def _counts(one: dict[str, object], day: date) -> bool:
    at = one["answered_at"]
    return one["survey"] == "nps" and bool(one["person_id"]) and one["score"] is not None and at.date() <= day  # type: ignore[attr-defined]  # a moment


def faults_of(draw_: Draw) -> tuple[Fault, ...]:
    """What does not fit in a draw that was done; who was erased since is missing on both sides, and moves nobody."""
    return _faults(draw_, list(Eligible.objects.filter(draw=draw_)))


def _faults(draw_: Draw, rows: Iterable[Eligible]) -> tuple[Fault, ...]:
    ids, done = {row.person_id: row.place for row in rows}, draw_.done
    drawn = [one for one, place in ids.items() if place is not None]
    # Who was erased is missing. With everybody there, as many are drawn as were asked for.
    whole = len(ids) == done.eligible
    size = draw_.size if whole else len(drawn)
    found = faults(ids.keys(), drawn, size=size, seed=bytes.fromhex(draw_.seed), promised=draw_.promise)
    too_many = len(ids) > done.eligible or len(drawn) > done.drawn
    return (*found, Fault.SIZE) if too_many and Fault.SIZE not in found else found


def proof_of(draw_: Draw) -> Proof:
    """Put together what shows that a draw that was done was a lot."""
    rows = list(Eligible.objects.filter(draw=draw_).select_related("person"))
    seed = bytes.fromhex(draw_.seed)
    ticketed = sorted((Ticketed(row, ticket(seed, row.person_id)) for row in rows), key=lambda one: one.ticket)
    mine = [row.place is not None for row in rows]
    told = {name: association(mine, [getattr(row, name) for row in rows]) for name in COLUMNS}
    return Proof(draw_, draw_.done, tuple(ticketed), _faults(draw_, rows), told)
