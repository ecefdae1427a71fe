"""Withdraw a story: from now on nobody is shown it."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Story, StoryWithdrawal
from goodword.programme.stories.policies import refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_story(story: Story, *, by: Actor, reason: str) -> StoryWithdrawal:
    """Withdraw it; again is the withdrawal that is there.

    Args:
        story: which.
        by: who withdraws it.
        reason: why, for our own people; no names, as it stands on the audit trail for good.

    Raises:
        GoodwordError: no reason is given, or it is too long.
    """
    refusal = refuse_reason(reason)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        Account.objects.select_for_update().filter(pk=story.account_id).first()
        facts = {"reason": reason.strip(), "at": clock.now(), "by": by.user_id}
        row, made = StoryWithdrawal.objects.get_or_create(story=story, defaults=facts)
        if made:
            record(by, "withdraw", "story", str(story.pk), reason=row.reason)
    return row
