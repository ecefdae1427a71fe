"""End a need: done, missed or cancelled; and open it again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.acts.actions.record_act import Done, record_act, withdraw_act
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import ClaimAsk, Need, NeedAct, NeedEnding
from goodword.programme.needs.policies import refuse_ending
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def end_need(need: Need, how: str, *, by: Actor, reason: str = "") -> NeedEnding:
    """End it; the same end again is the one that is there. What was done is written down as an act of the person.

    Args:
        need: which.
        how: done, missed or cancelled.
        by: who says so.
        reason: why, where it is cancelled; no names, as it stands on the audit trail for good.

    Raises:
        GoodwordError: it ended in another way, nothing was claimed that could be done, or no reason is given.
    """
    with transaction.atomic():
        need = locked_need(need.pk)
        refusal = refuse_ending(need, how, reason)
        if refusal is not None:
            raise refusal
        facts = {"how": how, "reason": reason.strip(), "at": clock.now(), "by": by.user_id}
        row, made = NeedEnding.objects.get_or_create(need=need, defaults=facts)
        if made:
            record(by, "end", "need", str(need.pk), after={"how": how}, reason=row.reason)
        if made and how == "done":
            _act(need, by)
    return row


def reopen_need(need: Need, *, by: Actor) -> Need:
    """Take its end back, and the act that it came to; what is open already stays as it is."""
    with transaction.atomic():
        need = locked_need(need.pk)
        there = NeedEnding.objects.filter(need=need).first()
        if there is not None:
            there.delete()
            came_to = NeedAct.objects.filter(need=need).select_related("act").first()
            if came_to is not None:
                withdraw_act(came_to.act, by=by, reason="the request was opened again")
            record(by, "reopen", "need", str(need.pk), before={"how": there.how}, reason=there.reason)
    return Need.objects.get(pk=need.pk)


def _act(need: Need, by: Actor) -> None:
    """Write down what whoever was claimed did for it; a story that answered is no act of anybody."""
    claim = need.standing_claim
    if claim is None or claim.person is None:
        return
    asked = ClaimAsk.objects.filter(claim=claim, ask__withdrawal=None).select_related("ask").first()
    there = NeedAct.objects.filter(need=need).select_related("act").first()
    person = claim.person.root or claim.person
    same = there if there is not None and there.act.person_id in {person.pk, claim.person.pk} else None
    done = Done(
        kind=need.act_kind_id,
        person=person,
        day=clock.today(),
        ask=asked.ask if asked else None,
        deal_id=need.deal_id,
    )
    act = record_act(done, by=by, again=same.act if same else None)
    if there is not None and there.act_id != act.pk:
        there.delete()  # somebody else did it in the end; that act is withdrawn, and tied to nothing
        there = None
    if there is None:
        NeedAct.objects.create(need=need, act=act)
