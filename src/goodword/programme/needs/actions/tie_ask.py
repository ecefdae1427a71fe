"""Tie an ask to the claim that it came of, so that whoever needs it sees what became of it."""

from goodword.kit import clock
from goodword.programme.asks.models import Ask
from goodword.programme.needs.models import Claim, ClaimAsk
from goodword.programme.team.actor import Actor


def tie_ask(claim: Claim, ask: Ask, *, by: Actor) -> ClaimAsk:
    """Tie them; again is the tie that is there. The ask itself stands on the audit trail."""
    row, _made = ClaimAsk.objects.get_or_create(claim=claim, ask=ask, defaults={"at": clock.now(), "by": by.user_id})
    return row
