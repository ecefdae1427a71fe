"""The letters that tell customers' people of their own page."""

from collections.abc import Callable

from goodword.programme.outbox.actions.queue_letter import Draft
from goodword.programme.outbox.models import Letter
from goodword.programme.team.models import User

type Writer = Callable[[User, str], Draft]
"""Writes the letter to a user under a key; the same key again is the same letter."""


def key_of(user: User) -> str:
    """What makes an invitation the same letter: once for each time that somebody is let in."""
    return _key(user, user.deactivations.count())


def last_invitation(user: User) -> Letter | None:
    """The last letter that told them of their own page; None where they were given a password instead."""
    keys = [_key(user, times) for times in range(user.deactivations.count() + 1)]
    return Letter.objects.select_related("waiting", "drop").filter(dedupe_key__in=keys).order_by("-pk").first()


def _key(user: User, times: int) -> str:
    return f"invitation:{user.pk}:{times}"
