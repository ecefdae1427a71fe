"""End a link before its time."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.links.models import EndedBy, Link, LinkEnd
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def end_link(link: Link, why: EndedBy, *, by: Actor) -> LinkEnd:
    """End a link for good; again is the end that is there."""
    with transaction.atomic():
        row, made = LinkEnd.objects.get_or_create(link=link, defaults={"why": why, "at": clock.now(), "by": by.user_id})
        if made:
            record(by, "end", "link", str(link.pk), after={"why": why})
    return row
