"""Who may switch the rule of the lot off, and what they must say."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment
from goodword.programme.team.roles import Role

SHORTEST_BASIS, LONGEST_BASIS = 20, 1_000


def refuse_switch(by: Actor) -> GoodwordError | None:
    """Refuse everybody but an administrator, and whoever sits at the console of the machine."""
    if by.kind == "console":
        return None
    given = Assignment.objects.filter(user_id=by.user_id).order_by("-id").first() if by.kind == "user" else None
    if given is not None and given.role == Role.ADMINISTRATOR:
        return None
    return GoodwordError(
        "administrators-only",
        _("Only an administrator lets people be chosen for public reviews, signed in by themselves."),
        _("Draw by lot, or let an administrator decide and state the legal basis."),
    )


def refuse_basis(basis: str) -> GoodwordError | None:
    """Refuse a legal basis that says nothing."""
    if SHORTEST_BASIS <= len(basis.strip()) <= LONGEST_BASIS:
        return None
    about = {"least": SHORTEST_BASIS, "most": LONGEST_BASIS}
    return GoodwordError(
        "no-legal-basis",
        _("Nothing says on what legal basis people may be chosen for public reviews."),
        _("Name the law or the advice you rely on, in %(least)s to %(most)s letters; it stands in the trail.") % about,
    )
