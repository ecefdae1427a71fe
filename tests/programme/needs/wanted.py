"""Needs of the cast, and what was found for them: one call each."""

from typing import Any

from goodword.programme.needs.actions.file_need import file_need
from goodword.programme.needs.actions.keep_matches import keep_matches
from goodword.programme.needs.models import Need, Proposal
from goodword.programme.needs.wanting import Blocked, Found, Matched, Point, Wanting
from goodword.programme.team.actor import Actor
from tests.permissions import CONSOLE
from tests.world import TODAY

INDUSTRY = Point(name="industry", state="same", wanted="Food and drink", there="Food and drink")


def filed(*, by: Actor = CONSOLE, token: str = "", **more: Any) -> Need:  # noqa: ANN401  # the fields of a need
    """A need for somebody in food and drink, unless it says otherwise."""
    return file_need(Wanting(**{"industry": "Food and drink"} | more), by=by, day=TODAY, token=token)


def found(need: Need, *people: str, story: int | None = None) -> tuple[Found, ...]:
    """These people for a need, the best first, and perhaps a story."""
    some = [
        Found(
            need_id=need.pk, person_id=one, place=place, chosen=place == 1, fit_low=0.5, fit_high=0.75,
            points=(INDUSTRY,),
        )
        for place, one in enumerate(people, 1)
    ]  # fmt: skip
    if story is not None:
        some.append(Found(need_id=need.pk, story_id=story, place=len(some) + 1, fit_low=0.5, fit_high=0.5))
    return tuple(some)


def proposed(need: Need, *people: str, story: int | None = None, blocked: tuple[Blocked, ...] = ()) -> list[Proposal]:
    """What a matching of this need alone left to it."""
    row = keep_matches(Matched((need.pk,), found(need, *people, story=story), blocked), day=TODAY, by=CONSOLE)
    return list(row.proposals.order_by("place"))
