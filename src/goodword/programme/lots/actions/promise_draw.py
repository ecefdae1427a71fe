"""Begin a draw: its seed is made and promised before anybody knows who is eligible."""

from datetime import date

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.lots.models import Draw, Site
from goodword.programme.lots.policies import drawn_today, refuse_draw
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def promise_draw(site: Site, *, seed: bytes, promise: str, day: date, by: Actor) -> Draw:
    """Write the promise down; one that was begun for this site and not finished is gone on with, seed and all.

    Args:
        site: for which.
        seed: made by the machine for this draw.
        promise: its hash.
        day: of the draw.
        by: who asks for it.

    Raises:
        GoodwordError: the site is put aside, or there was a draw for it today.
    """
    with transaction.atomic():
        site = Site.objects.select_for_update().get(pk=site.pk)  # of two presses at one moment the second waits here
        begun = Draw.objects.filter(site=site, done__isnull=True).order_by("pk").first()
        if begun is not None:
            return begun
        refusal = refuse_draw(site, day=day)
        if refusal is not None:
            raise refusal
        try:
            with transaction.atomic():
                row = Draw.objects.create(
                    site=site,
                    seed=seed.hex(),
                    promise=promise,
                    size=site.size,
                    as_of=day,
                    asked_at=clock.now(),
                    asked_by=by.user_id,
                )
        except IntegrityError as error:
            raise drawn_today(site) from error
        record(by, "promise", "draw", str(row.pk), after={"site": site.name, "promise": promise, "size": row.size})
    return row
