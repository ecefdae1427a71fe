"""Note what somebody quoted wants changed before they allow a story."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Version, WantedChange
from goodword.programme.stories.wanted_changes import WANTS_CHANGE, refuse_change, tell_writers
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def want_change(version: Version, person_id: str, words: str, *, by: Actor) -> WantedChange:
    """Note it, and tell whoever wrote the story; the same words again are the wish that is there.

    Until they allow it the story stays where it is: shown to nobody on their word.

    Args:
        version: which they read.
        person_id: who is quoted in it, by their id of today.
        words: what should change, as they said it.
        by: who says so.

    Raises:
        GoodwordError: the story was withdrawn or has a newer version, or the words are none or too many.
    """
    with transaction.atomic():
        # The same lock as whoever writes a newer version takes.
        Account.objects.select_for_update().filter(pk=version.story.account_id).first()
        version = Version.objects.select_related("story__withdrawal", "story__account", "approval").get(pk=version.pk)
        said = words.strip()
        there = version.wanted_changes.filter(person_id=person_id, words=said).first()
        if there is not None:
            return there
        refusal = refuse_change(version, person_id, said)
        if refusal is not None:
            raise refusal
        row = version.wanted_changes.create(person_id=person_id, words=said, at=clock.now())
        record(by, "want_change", "story", str(version.story_id), after={"version": version.number})
        tell_writers(version, WANTS_CHANGE, key=f"wish {row.pk}")
    return row
