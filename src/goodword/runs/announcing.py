"""Tell colleagues on their pages what a publication brought them."""

from datetime import datetime

from django.db.models import Count

from goodword.programme.advocates.models import Generation, Moment
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.team.models import User
from goodword.programme.team.principal import principal_of
from goodword.programme.team.roles import Right


def announce_publication(generation: Generation, *, now: datetime | None = None) -> int:
    """Tell everybody who sees Today how many new moments wait among their accounts; return how many were told.

    New is what the publication before did not have. To be called after a publication; called again, it tells nobody
    anything a second time, for one publication is one piece of news.
    """
    fresh = _fresh_by_owner(generation)
    told = 0
    for user in User.objects.filter(is_active=True).order_by("pk"):
        principal = principal_of(user, door="worker")
        if principal is None or not principal.may(Right.SEE_TODAY):
            continue
        owner = principal.owner.strip().lower()
        count = fresh.get(owner, 0) if owner else sum(fresh.values())
        if count:
            notify([user], "run_published", {"count": count}, key=f"run {generation.number}", url="/", now=now)
            told += 1
    return told


def _fresh_by_owner(generation: Generation) -> dict[str, int]:
    """How many moments nobody could see before, by the owner of their account."""
    before = Generation.objects.filter(number__lt=generation.number, state="published").order_by("-number").first()
    moments = Moment.objects.within(generation).waiting()
    if before is not None:
        moments = moments.exclude(moment_id__in=Moment.objects.within(before).values("moment_id"))
    counted = moments.order_by().values("owner_email").annotate(count=Count("pk"))
    return {row["owner_email"]: row["count"] for row in counted}
