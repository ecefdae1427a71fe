"""Keep what a matching found for all open needs, in one step that readers see whole."""

import hashlib
from datetime import date

from django.db import transaction

from goodword.kit import clock
from goodword.programme.needs.models import Matching, Need, Obstacle, Proposal
from goodword.programme.needs.wanting import Matched
from goodword.programme.people.models import Person
from goodword.programme.stories.models import Story
from goodword.programme.team.actor import Actor

_DIGITS = 32


def keep_matches(matched: Matched, *, day: date, by: Actor) -> Matching:
    """Put a new set of proposals in the place of the one before; the same set again is the one that is there.

    Killed before the end, the set of before stands. No audit entry: it decides nothing, and says itself when.

    Args:
        matched: what was found. Whoever was erased meanwhile, and needs that ended meanwhile, are left out.
        day: as of which.
        by: who asked for it.
    """
    digest = _digest(matched, day)
    with transaction.atomic():
        current = Matching.objects.select_for_update().order_by("-pk").first()
        if current is not None and current.digest == digest:
            return current
        row = Matching.objects.create(as_of=day, digest=digest, at=clock.now(), by=by.user_id)
        _keep(row, matched)
        Matching.objects.filter(pk__lt=row.pk).delete()
    return row


def _keep(row: Matching, matched: Matched) -> None:
    needs = set(Need.objects.open().filter(pk__in=matched.needs).values_list("pk", flat=True))
    found = {one.person_id for one in matched.found if one.person_id}
    people = set(Person.objects.filter(root=None, pk__in=found).values_list("pk", flat=True))
    stories = set(Story.objects.standing().values_list("pk", flat=True))
    Proposal.objects.bulk_create(
        Proposal(
            matching=row,
            need_id=one.need_id,
            person_id=one.person_id or None,
            story_id=one.story_id,
            place=one.place,
            chosen=one.chosen,
            fit_low=one.fit_low,
            fit_high=one.fit_high,
            points=[{"name": p.name, "state": p.state, "wanted": p.wanted, "there": p.there} for p in one.points],
        )
        for one in matched.found
        if one.need_id in needs and (one.person_id in people or one.story_id in stories)
    )
    Obstacle.objects.bulk_create(
        Obstacle(
            matching=row, need_id=one.need_id, code=one.code, people=one.people, opens_on=one.opens_on, name=one.name
        )
        for one in matched.blocked
        if one.need_id in needs
    )


def _digest(matched: Matched, day: date) -> str:
    return hashlib.sha256(f"{day} {matched!r}".encode()).hexdigest()[:_DIGITS]
