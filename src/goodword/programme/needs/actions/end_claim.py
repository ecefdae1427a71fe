"""End a claim that comes to nothing: taken back by whoever needed it, or declined by whoever cares for the person."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Claim, ClaimEnd, Decline
from goodword.programme.needs.policies import refuse_claim_end, refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.trail import record


def take_back_claim(claim: Claim, *, by: Actor, how: str = "taken_back") -> ClaimEnd:
    """Take it back; again is the end that is there.

    Raises:
        GoodwordError: they were asked already, or the need is over.
    """
    with transaction.atomic():
        claim = _locked(claim)
        if hasattr(claim, "end") and claim.end.how == how:
            return claim.end
        refusal = refuse_claim_end(claim)
        if refusal is not None:
            raise refusal
        row = ClaimEnd.objects.create(claim=claim, how=how, at=clock.now(), by=by.user_id)
        verb = "swap" if how == "swapped" else "take_back"
        record(by, verb, "claim", str(claim.need_id), before=_whom(claim))
    return row


def decline_claim(claim: Claim, *, by: Actor, reason: str) -> ClaimEnd:
    """Say that they are not asked for it, and why; whoever needed it is told. Again is the end that is there.

    Raises:
        GoodwordError: there is no short reason, they were asked already, or the need is over.
    """
    with transaction.atomic():
        claim = _locked(claim)
        if hasattr(claim, "end") and claim.end.how == "declined":
            return claim.end
        refusal = refuse_claim_end(claim) or refuse_reason(reason)
        if refusal is not None:
            raise refusal
        now, kept = clock.now(), reason.strip()
        row = ClaimEnd.objects.create(claim=claim, how="declined", reason=kept, at=now, by=by.user_id)
        facts = {"reason": kept, "at": now, "by": by.user_id}
        Decline.objects.get_or_create(need=claim.need, person=claim.person, story=claim.story, defaults=facts)
        record(by, "decline", "claim", str(claim.need_id), before=_whom(claim), reason=kept)
        if claim.by.isdecimal():
            told = User.objects.filter(pk=int(claim.by), is_active=True)
            notify(told, "need_declined", {}, key=f"declined {claim.pk}", url=f"/requests/{claim.need_id}/")
    return row


def _locked(claim: Claim) -> Claim:
    locked_need(claim.need_id)
    return Claim.objects.select_related("need__ending", "end", "asked__ask__answer", "asked__ask__withdrawal").get(
        pk=claim.pk
    )


def _whom(claim: Claim) -> dict[str, object]:
    return {"person": claim.person_id} if claim.person_id else {"story": claim.story_id}
