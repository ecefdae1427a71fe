"""Show a theme nowhere."""

from collections.abc import Collection

from django.db import transaction

from goodword.programme.team.actor import Actor
from goodword.programme.themes.keeping import keep
from goodword.programme.themes.models import ThemeChange
from goodword.programme.themes.policies import refuse_hiding
from goodword.programme.themes.shaping import shape_now, spelled


def hide_theme(theme: str, *, known: Collection[str], by: Actor) -> ThemeChange:
    """Show a theme, and what is counted with it, nowhere. What was said stays. Again changes nothing.

    Args:
        theme: as it was heard.
        known: all themes that were heard.
        by: who says so.

    Raises:
        GoodwordError: there is no such theme, or it is a part of another one.
    """
    with transaction.atomic():
        shape = shape_now()
        refusal = refuse_hiding(shape, theme, known)
        if refusal is not None:
            raise refusal
        return keep(spelled(theme, known), "hide", "", before=shape.called(theme), by=by)
