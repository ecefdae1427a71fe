"""Keeping a change of a theme: the row and its line in the trail, in one transaction of the action that calls."""

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.programme.themes.models import ThemeChange, key_of


def keep(theme: str, deed: str, to: str, *, before: str, by: Actor) -> ThemeChange:
    """Keep what was said; saying the same again keeps nothing, and returns what stands.

    Args:
        theme: as it was heard.
        deed: one of DEEDS.
        to: what it is called, or counted with.
        before: what it was called until now.
        by: who says so.
    """
    last = ThemeChange.objects.standing().about(theme).filter(deed=deed).last()
    if last is not None and last.to == to:
        return last
    row = ThemeChange.objects.create(theme=theme, key=key_of(theme), deed=deed, to=to, at=clock.now(), by=by.user_id)
    after = {"change": row.pk} | ({"to": to} if to else {})
    record(by, deed, "theme", theme, before={"called": before}, after=after)
    return row
