"""Tie an ask to the claim that it came of, so that whoever needs it sees what became of it."""

from goodword.kit import clock
from goodword.programme.asks.models import Ask
from goodword.programme.needs.models import Claim, ClaimAsk
from goodword.programme.team.actor import Actor


def tie_ask(claim: Claim, ask: Ask, *, by: Actor) -> ClaimAsk:
    """Tie them; again is the tie that is there, unless that ask was taken back. The ask itself is on the trail."""
    there = ClaimAsk.objects.filter(claim=claim).select_related("ask__withdrawal").first()
    if there is not None and (there.ask_id == ask.pk or not hasattr(there.ask, "withdrawal")):
        return there
    if there is not None:
        there.delete()
    return ClaimAsk.objects.create(claim=claim, ask=ask, at=clock.now(), by=by.user_id)
