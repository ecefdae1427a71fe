"""Note that a step of an erasure is done, or all of it."""

from typing import Any

from django.db import transaction

from goodword.kit import clock
from goodword.programme.rights.models import Erasure, ErasureFinish, ErasureStep
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def note_step(erasure: Erasure, name: str, places: list[dict[str, Any]]) -> None:
    """Note what a step found and removed, place by place; done again it stays as it was first."""
    ErasureStep.objects.get_or_create(erasure=erasure, name=name, defaults={"at": clock.now(), "places": places})


def finish_erasure(erasure: Erasure, proof: str, *, by: Actor) -> None:
    """Note that nothing is left to do.

    Args:
        erasure: which.
        proof: the name of the file that says what was done.
        by: who asked for it.
    """
    with transaction.atomic():
        _, made = ErasureFinish.objects.get_or_create(erasure=erasure, defaults={"at": clock.now(), "proof": proof})
        if made:
            record(by, "finish", "erasure", erasure.reference, after={"proof": proof})
