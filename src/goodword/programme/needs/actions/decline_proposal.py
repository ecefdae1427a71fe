"""Say that somebody, or a story, does not fit a need: they are not proposed for it again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Decline, Proposal
from goodword.programme.needs.policies import need_over, refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def decline_proposal(proposal: Proposal, *, by: Actor, reason: str) -> Decline:
    """Decline it; again is the word that is there.

    Args:
        proposal: who or what was proposed.
        by: who declines it.
        reason: why, for our own people; no names, as it stands on the audit trail for good.

    Raises:
        GoodwordError: there is no short reason, or the need is over.
    """
    with transaction.atomic():
        need = locked_need(proposal.need_id)
        refusal = need_over() if hasattr(need, "ending") else refuse_reason(reason)
        if refusal is not None:
            raise refusal
        facts = {"reason": reason.strip(), "at": clock.now(), "by": by.user_id}
        row, made = Decline.objects.get_or_create(
            need=need, person=proposal.person, story=proposal.story, defaults=facts
        )
        if made:
            after = {"person": row.person_id} if row.person_id else {"story": row.story_id}
            record(by, "decline", "need", str(need.pk), after=after, reason=row.reason)
    return row


def take_back_decline(decline: Decline, *, by: Actor) -> None:
    """Let it be proposed again; again changes nothing."""
    with transaction.atomic():
        locked_need(decline.need_id)
        if Decline.objects.filter(pk=decline.pk).delete()[0]:
            record(by, "take_back", "need", str(decline.need_id), before={"reason": decline.reason})
