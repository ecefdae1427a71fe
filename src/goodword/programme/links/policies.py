"""Which link a secret is, and whether it opens what somebody wants to open."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link, Purpose

LONGEST = timedelta(days=366)
LONGEST_TO_UNSUBSCRIBE = timedelta(days=3_660)
"""Who finds an old letter may still want no more of them."""

_LONGEST_SECRET = 200


def link_of(secret: str) -> Link | None:
    """The link with this secret; None where there is none: it was made up, or whoever it was for is erased."""
    if not 0 < len(secret) <= _LONGEST_SECRET:
        return None
    return Link.objects.of_secret(secret).select_related("person", "end").first()


def refuse_link(link: Link | None, *purposes: Purpose, now: datetime) -> GoodwordError | None:
    """Refuse a link that is none, is for something else, or is over. What it says names nobody and nothing.

    Args:
        link: what `link_of` found.
        purposes: what somebody wants to open: any of these will do.
        now: the moment.
    """
    if link is None or link.purpose not in purposes:
        return GoodwordError(
            "link-unknown",
            _("This link opens nothing."),
            _("Open it from the letter again, or copy all of it. If that does not help, answer the letter."),
        )
    if hasattr(link, "end") or link.expires_at <= now:
        return GoodwordError(
            "link-over", _("This link has ended."), _("Answer the letter it came with, and ask for a new one.")
        )
    return None


def refuse_making(purpose: str, about: str, *, made_at: datetime, expires_at: datetime) -> GoodwordError | None:
    """Refuse a link that would open nothing, or for too long."""
    if purpose not in Link.PURPOSES:
        return GoodwordError(
            "link-purpose",
            f"“{purpose[:40]}” is nothing a link can be for.",
            f"It is one of: {', '.join(Link.PURPOSES)}.",
        )
    if purpose in Link.ABOUT_ONE_THING and not about:
        return GoodwordError("link-about-nothing", f"A link to {purpose} is about one thing.", "Name it by its id.")
    longest = LONGEST_TO_UNSUBSCRIBE if purpose == "unsubscribe" else LONGEST
    if not made_at < expires_at <= made_at + longest:
        return GoodwordError(
            "link-time", "A link ends after it was made, and within its time.", f"Choose 1 to {longest.days} days."
        )
    return None
