"""Keep a list with its filters under a name."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.desk.models import SavedView
from goodword.programme.desk.policies import refuse_name, refuse_view
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record


def save_view(user: User, page: str, name: str, query: str, *, by: Actor, shared_with: Role | None = None) -> SavedView:
    """Keep a view, and return it.

    Args:
        user: whose it is.
        page: the route's name.
        name: what they call it.
        query: the query string, without the question mark.
        by: who does it.
        shared_with: a role whose people see it as well.

    Raises:
        GoodwordError: the name is empty, too long or taken, or the query string is none.
    """
    name = " ".join(name.split())
    refusal = refuse_view(name, query) or refuse_name(user.pk, page, name)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        # A removed view gives its name free: from now on it cannot be brought back.
        SavedView.objects.filter(user=user, page=page, name=name, removal__isnull=False).delete()
        view = SavedView.objects.create(
            user=user,
            page=page,
            name=name,
            query=query,
            shared_with=shared_with.value if shared_with else "",
            made_at=clock.now(),
        )
        record(by, "save", "view", str(view.pk), after={"page": page, "shared_with": view.shared_with})
    return view
