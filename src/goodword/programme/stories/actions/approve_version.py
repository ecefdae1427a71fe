"""Approve a version of a story, as it is to the letter."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import Grant
from goodword.programme.stories.models import Approval, Version
from goodword.programme.stories.policies import refuse_approval
from goodword.programme.stories.showing import READ_BY_THEM, read_wording
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def approve_version(version: Version, *, by: Actor) -> Approval:
    """Approve it; again is the approval that is there. Whether it may be shown, the gate says every time anew.

    Who allowed an earlier version on their own page allowed those words: where the words are others now, what they
    allowed ends, and they are asked for these.

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
            for grant in _for_other_words(version):
                withdraw_grant(grant, by=by, reason=f"version {version.number} has other words")
    return row


def _for_other_words(version: Version) -> list[Grant]:
    """What people allowed after they read this story in other words."""
    read = Grant.objects.filter(asset=version.story.asset, proof__kind="form", withdrawal=None)
    read = read.filter(state=Grant.GRANTED, proof__reference__startswith=READ_BY_THEM)
    found = []
    for grant in read.select_related("proof", "person"):
        ids = set(Person.objects.same_as(grant.person_id or "").values_list("pk", flat=True))
        quotes = [quote.words for quote in version.quotes.all() if quote.person_id in ids]
        if grant.proof.wording != read_wording(version.title, version.text, quotes):
            found.append(grant)
    return found
