"""Finish a draw: who was eligible and who was drawn is written together, and stays."""

from collections.abc import Callable, Collection, Mapping

from django.db import transaction

from goodword.kit import clock
from goodword.programme.lots.eligibility import eligible_for
from goodword.programme.lots.models import Draw, Drawing, Eligible
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

type Lot = Callable[[Collection[str], int, bytes], Collection[str]]
"""Draws so many of some ids with a seed; the first is drawn first."""

_AT_ONCE = 500


def finish_draw(draw: Draw, *, lot: Lot, nps: Mapping[str, float], by: Actor) -> Drawing:
    """Draw from everybody who is eligible now; a draw that is done stays as it is.

    Args:
        draw: one that was promised.
        lot: draws; it is handed ids, a number and the seed, and nothing else.
        nps: the latest answer of people, by id; kept beside those who are eligible, to show that it took no part.
        by: who asks for it.

    Raises:
        GoodwordError: nobody is published yet.
    """
    with transaction.atomic():
        draw = Draw.objects.select_for_update().get(pk=draw.pk)
        there = Drawing.objects.filter(draw=draw).first()
        if there is not None:
            return there
        found = eligible_for(draw.site, day=draw.as_of)
        drawn = lot([one.person_id for one in found.candidates], draw.size, bytes.fromhex(draw.seed))
        places = {person: place for place, person in enumerate(drawn, 1)}
        rows = [
            Eligible(
                draw=draw,
                person_id=one.person_id,
                place=places.get(one.person_id),
                nps=nps.get(one.person_id),
                likelihood=one.likelihood,
                signals=one.signals,
                arr=one.arr,
            )
            for one in found.candidates
        ]
        Eligible.objects.bulk_create(rows, batch_size=_AT_ONCE)
        done = Drawing.objects.create(
            draw=draw, at=clock.now(), eligible=len(rows), drawn=len(places), left_out=found.left_out
        )
        told = {"site": draw.site.name, "eligible": len(rows), "drawn": len(places)}
        record(by, "draw", "draw", str(draw.pk), after=told)
    return done
