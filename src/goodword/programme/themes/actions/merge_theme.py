"""Count a theme with another one."""

from collections.abc import Collection

from django.db import transaction

from goodword.programme.team.actor import Actor
from goodword.programme.themes.keeping import keep
from goodword.programme.themes.models import ThemeChange
from goodword.programme.themes.policies import refuse_merging
from goodword.programme.themes.shaping import shape_now, spelled


def merge_theme(theme: str, into: str, *, known: Collection[str], by: Actor) -> ThemeChange:
    """Count a theme, and what is counted with it, with another one: they are one, wherever they are shown.

    Args:
        theme: as it was heard.
        into: the other, as it was heard.
        known: all themes that were heard.
        by: who says so.

    Raises:
        GoodwordError: there is no such theme, they are one already, or the other is hidden.
    """
    with transaction.atomic():
        shape = shape_now()
        refusal = refuse_merging(shape, theme, into, known)
        if refusal is not None:
            raise refusal
        return keep(spelled(theme, known), "merge", shape.root(spelled(into, known)), before=shape.called(theme), by=by)
