"""Call a saved view something else."""

from django.db import transaction

from goodword.programme.desk.models import SavedView
from goodword.programme.desk.policies import refuse_name, refuse_view
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def rename_view(view: SavedView, name: str, *, by: Actor) -> None:
    """Give a view another name.

    Raises:
        GoodwordError: the name is empty, too long or taken.
    """
    name = " ".join(name.split())
    if name == view.name:
        return
    refusal = refuse_view(name, view.query) or refuse_name(view.user_id, view.page, name)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        others = SavedView.objects.filter(user_id=view.user_id, page=view.page, name=name, removal__isnull=False)
        others.delete()  # a removed view gives its name free
        view.name = name
        view.save(update_fields=["name"])
        record(by, "rename", "view", str(view.pk))
