"""Swap whoever is claimed for a need for somebody else: both changes happen, or none."""

from datetime import date

from django.db import transaction

from goodword.programme.asks.bounds import Bounds
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.end_claim import take_back_claim
from goodword.programme.needs.models import Claim, Proposal
from goodword.programme.needs.policies import not_proposed
from goodword.programme.team.actor import Actor


def claim_instead(proposal: Proposal, *, day: date, bounds: Bounds, by: Actor) -> Claim:
    """Claim it in the place of whoever or whatever is claimed, if anything is; see `claim_proposal`."""
    there = proposal.need.standing_claim
    if there is None:
        return claim_proposal(proposal, day=day, bounds=bounds, by=by)
    return swap_claim(there, proposal, day=day, bounds=bounds, by=by)


def swap_claim(claim: Claim, proposal: Proposal, *, day: date, bounds: Bounds, by: Actor) -> Claim:
    """Claim another one instead; swapped for the same one again, it is the claim that is there.

    Args:
        claim: what was claimed.
        proposal: what is claimed instead.
        day: today.
        bounds: what settings let a person bear.
        by: who needs it.

    Raises:
        GoodwordError: they were asked already, the need is over, or the other one may not be asked, or shown, now.
    """
    if claim.need_id != proposal.need_id:
        raise not_proposed()
    with transaction.atomic():
        if (claim.person_id, claim.story_id) != (proposal.person_id, proposal.story_id):
            take_back_claim(claim, by=by, how="swapped")
        return claim_proposal(proposal, day=day, bounds=bounds, by=by)
