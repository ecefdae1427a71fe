"""Remove a saved view, and bring it back."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.desk.models import SavedView, ViewRemoval
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def remove_view(view: SavedView, *, by: Actor) -> None:
    """Remove a view; it can be brought back until another takes its name."""
    with transaction.atomic():
        _, removed = ViewRemoval.objects.get_or_create(view=view, defaults={"at": clock.now()})
        if removed:
            record(by, "remove", "view", str(view.pk))


def restore_view(view: SavedView, *, by: Actor) -> None:
    """Bring a removed view back."""
    with transaction.atomic():
        if ViewRemoval.objects.filter(view=view).delete()[0]:
            record(by, "restore", "view", str(view.pk))
