"""Keep a listener that learnt from labels; it hears nothing until somebody chooses it."""

from typing import Any

from django.db import transaction

from goodword.kit import clock
from goodword.programme.labels.models import TrainedModel
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def keep_model(
    version: str, digest: str, *, labels: int, beside: str, figures: dict[str, Any], by: Actor
) -> TrainedModel:
    """Keep a model with what is known of it; one that is kept already stays as it is.

    Args:
        version: its name, which depends on all of its numbers.
        digest: SHA-256 of its file.
        labels: on how many it learnt.
        beside: what it was compared with.
        figures: what came of that.
        by: who asked for it.
    """
    with transaction.atomic():
        facts = {"digest": digest, "labels": labels, "beside": beside, "figures": figures}
        row, new = TrainedModel.objects.get_or_create(
            version=version, defaults={**facts, "at": clock.now(), "by": by.user_id}
        )
        if new:
            record(by, "train", "listener", version, after={"labels": labels, "beside": beside})
    return row
