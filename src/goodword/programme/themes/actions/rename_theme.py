"""Call a theme otherwise."""

from collections.abc import Collection

from django.db import transaction

from goodword.kit.signs import bare
from goodword.programme.team.actor import Actor
from goodword.programme.themes.keeping import keep
from goodword.programme.themes.models import ThemeChange
from goodword.programme.themes.policies import refuse_renaming
from goodword.programme.themes.shaping import shape_now, spelled


def rename_theme(theme: str, name: str, *, known: Collection[str], by: Actor) -> ThemeChange:
    """Call a theme otherwise, wherever it is shown, at once. Again changes nothing.

    Args:
        theme: as it was heard.
        name: what it is called from now on.
        known: all themes that were heard.
        by: who says so.

    Raises:
        GoodwordError: there is no such theme, or it cannot be called that.
    """
    name = " ".join(bare(name).split())
    with transaction.atomic():
        shape = shape_now()
        refusal = refuse_renaming(shape, theme, name, known)
        if refusal is not None:
            raise refusal
        return keep(spelled(theme, known), "rename", name, before=shape.called(theme), by=by)
