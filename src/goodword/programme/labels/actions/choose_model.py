"""Choose which listener hears, and go back to the one before."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.labels.models import ModelChoice, TrainedModel
from goodword.programme.labels.policies import refuse_going_back
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

SHIPPED = "shipped"
"""What stands for the listener that came with Goodword."""


def choose_model(model: TrainedModel | None, *, by: Actor) -> ModelChoice | None:
    """Let a listener hear from the next run on; None for the one that came with Goodword. Again changes nothing."""
    with transaction.atomic():
        now = ModelChoice.now()
        if (now.model_id if now else None) == (model.pk if model else None):
            return now
        row = ModelChoice.objects.create(model=model, at=clock.now(), by=by.user_id)
        before = now.model.version if now and now.model else SHIPPED
        record(by, "choose", "listener", str(model or SHIPPED), before={"version": before})
    return row


def go_back(*, by: Actor) -> ModelChoice | None:
    """Let the listener hear that did before the last choice.

    Raises:
        GoodwordError: nobody ever chose one (code `nothing-before`).
    """
    refusal = refuse_going_back()
    if refusal is not None:
        raise refusal
    return choose_model(ModelChoice.before(), by=by)
