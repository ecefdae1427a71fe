"""Claim somebody who was proposed for a need: whoever cares for them is asked to ask them. Or take a story."""

from datetime import date

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.needs.askers import askers_of
from goodword.programme.needs.models import Claim, Need, Proposal
from goodword.programme.needs.policies import not_proposed, refuse_claim
from goodword.programme.stories.policies import refuse_use
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def claim_proposal(proposal: Proposal, *, day: date, bounds: Bounds, by: Actor) -> Claim:
    """Claim it; claimed again, it is the claim that is there. The customer hears nothing yet.

    Args:
        proposal: one of the newest matching.
        day: today.
        bounds: what settings let a person bear.
        by: who needs it.

    Raises:
        GoodwordError: the need is over, somebody else is claimed, or they may not be asked, or shown, now.
    """
    with transaction.atomic():
        need = locked_need(proposal.need_id)
        there = need.standing_claim
        if there is not None and (there.person_id, there.story_id) == (proposal.person_id, proposal.story_id):
            return there
        refusal = refuse_claim(need, proposal) or refuse_proposed(proposal, day=day, bounds=bounds)
        if refusal is not None:
            raise refusal
        claim = Claim.objects.create(
            need=need,
            nth=need.claims.count() + 1,
            person_id=proposal.person_id,
            story_id=proposal.story_id,
            points=proposal.points,
            at=clock.now(),
            by=by.user_id,
        )
        after = {"person": claim.person_id} if claim.person_id else {"story": claim.story_id}
        record(by, "claim", "need", str(need.pk), after=after)
        if proposal.person is not None:
            people = askers_of(proposal.person)
            notify(people, "need_claimed", {}, key=f"claim {claim.pk}", url=f"/requests/{need.pk}/")
    return claim


def refuse_proposed(proposal: Proposal, *, day: date, bounds: Bounds) -> GoodwordError | None:
    """Why somebody may not be asked for the need now, or a story not shown; the gates say so themselves."""
    if proposal.story is not None:
        return refuse_use(proposal.story, day=day)
    if proposal.person is None or proposal.person.root_id is not None:
        return not_proposed()
    return may_ask(proposal.person, proposal.need.act_kind_id, day=day, bounds=bounds)


def locked_need(need_id: int) -> Need:
    """The need, which whoever else changes something about it waits for."""
    Need.objects.select_for_update().filter(pk=need_id).first()
    return Need.objects.select_related("ending").get(pk=need_id)
