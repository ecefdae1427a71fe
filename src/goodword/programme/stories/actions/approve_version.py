"""Approve a version of a story, as it is to the letter."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Approval, Version
from goodword.programme.stories.policies import refuse_approval
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def approve_version(version: Version, *, by: Actor) -> Approval:
    """Approve it; again is the approval that is there. Whether it may be shown, the gate says every time anew.

    Args:
        version: the newest of its story.
        by: who read it.

    Raises:
        GoodwordError: the story was withdrawn, or there is a newer version.
    """
    with transaction.atomic():
        # The same lock as whoever writes a newer version takes.
        Account.objects.select_for_update().filter(pk=version.story.account_id).first()
        version = Version.objects.select_related("story__withdrawal").get(pk=version.pk)
        refusal = refuse_approval(version)
        if refusal is not None:
            raise refusal
        row, made = Approval.objects.get_or_create(version=version, defaults={"at": clock.now(), "by": by.user_id})
        if made:
            record(by, "approve", "story", str(version.story_id), after={"version": version.number})
    return row
