"""Whether an address is to get nothing more, and why: asked whenever a letter is about to leave."""

from goodword.programme.bounces.models import Bounce
from goodword.programme.outbox.policies import bare_address

SOFT_LIMIT = 5
"""So many letters that did not arrive, one after the other, and an address counts as no good."""


def plain(to: str) -> str:
    """The address of a letter as bounces keep it."""
    return bare_address(to).casefold()


def unwanted(to: str) -> str:
    """Why nothing goes to an address, as a sentence; empty where letters may go."""
    about = Bounce.objects.filter(address=plain(to))
    kinds = set(about.values_list("kind", flat=True))
    if "complaint" in kinds:
        return "They reported a letter of ours as unwanted."
    if "hard" in kinds:
        return "A letter came back: this address is no good."
    if "soft" in kinds and about.filter(kind="soft").values("letter_id").distinct().count() >= SOFT_LIMIT:
        return f"{SOFT_LIMIT} letters came back from this address."
    return ""
