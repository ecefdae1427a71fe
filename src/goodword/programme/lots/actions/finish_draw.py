"""Finish a draw: who was eligible and who was drawn is written together, and stays."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.bulk import insert_columns
from goodword.programme.lots.eligibility import Eligibility, eligible_for
from goodword.programme.lots.models import Draw, Drawing, Eligible
from goodword.programme.lots.policies import disturbed
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

type Lot = Callable[[Collection[str], int, bytes], Collection[str]]
"""Draws so many of some ids with a seed; the first is drawn first."""

type Compare = Callable[[Sequence[bool], Mapping[str, Sequence[float | None]]], dict[str, dict[str, Any]]]
"""Says of each column how the drawn differ from all."""

_ATTEMPTS = 3


def finish_draw(draw: Draw, *, lot: Lot, compare: Compare, nps: Mapping[str, float], by: Actor) -> Drawing:
    """Draw from everybody who is eligible now; a draw that is done stays as it is.

    Who is eligible is found out before anything is locked: among a million people that takes a minute.

    Args:
        draw: one that was promised.
        lot: draws; it is handed ids, a number and the seed, and nothing else.
        compare: shows afterwards that it was blind.
        nps: the latest answer of people, by id; kept beside those who are eligible, to show that it took no part.
        by: who asks for it.

    Raises:
        GoodwordError: nobody is published yet, or people go while it is drawn, again and again.
    """
    for _attempt in range(_ATTEMPTS):
        there = Drawing.objects.filter(draw=draw).first()
        if there is not None:
            return there
        found = eligible_for(draw.site, day=draw.as_of)
        drawn = lot([one.person_id for one in found.candidates], draw.size, bytes.fromhex(draw.seed))
        places = {person: place for place, person in enumerate(drawn, 1)}
        columns = _columns(found, nps)
        compared = compare([one.person_id in places for one in found.candidates], columns)
        try:
            with transaction.atomic():
                return _written(draw, found, places, columns, compared, by)
        except IntegrityError:
            continue  # somebody was erased meanwhile; without them the lot is another
    raise disturbed()


def _columns(found: Eligibility, nps: Mapping[str, float]) -> dict[str, list[float | None]]:
    return {
        "nps": [nps.get(one.person_id) for one in found.candidates],
        "likelihood": [one.likelihood for one in found.candidates],
        "signals": [one.signals for one in found.candidates],
        "arr": [one.arr for one in found.candidates],
    }


def _written(  # noqa: PLR0917 - the parts of one draw
    draw: Draw,
    found: Eligibility,
    places: Mapping[str, int],
    columns: Mapping[str, list[float | None]],
    compared: dict[str, dict[str, Any]],
    by: Actor,
) -> Drawing:
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    there = Drawing.objects.filter(draw=draw).first()
    if there is not None:
        return there
    people = [one.person_id for one in found.candidates]
    mine = [places.get(one) for one in people]
    insert_columns(Eligible, {"draw": [draw.pk] * len(people), "person": people, "place": mine, **columns})
    told = {"eligible": len(people), "drawn": len(places)}
    done = Drawing.objects.create(draw=draw, at=clock.now(), left_out=found.left_out, compared=compared, **told)
    record(by, "draw", "draw", str(draw.pk), after={"site": draw.site.name, **told})
    return done
