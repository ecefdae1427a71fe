"""Let people be chosen for public reviews, or go back to the lot."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.choosing.models import LotRule
from goodword.programme.choosing.policies import refuse_basis, refuse_switch
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def switch_off_lot_rule(*, legal_basis: str, by: Actor) -> LotRule:
    """Let people be chosen for public reviews from now on; off already, it is the row that is there.

    Args:
        legal_basis: the law or the advice that whoever decides relies on; it stands in the trail.
        by: who decides.

    Raises:
        GoodwordError: they are no administrator, or no legal basis is given.
    """
    refusal = refuse_switch(by) or refuse_basis(legal_basis)
    if refusal is not None:
        raise refusal
    return _switched(LotRule.OFF, legal_basis.strip(), by)


def switch_on_lot_rule(*, by: Actor) -> LotRule | None:
    """Let public reviews go by lot again; None where they do already.

    Raises:
        GoodwordError: they are no administrator.
    """
    refusal = refuse_switch(by)
    if refusal is not None:
        raise refusal
    return _switched(LotRule.ON, "", by) if LotRule.objects.newest() else None


def _switched(state: str, basis: str, by: Actor) -> LotRule:
    with transaction.atomic():
        last = LotRule.objects.newest()
        if last is not None and last.state == state:
            return last
        row = LotRule.objects.create(state=state, legal_basis=basis, at=clock.now(), by=by.user_id)
        record(by, "switch_off" if state == LotRule.OFF else "switch_on", "lot_rule", str(row.pk), reason=basis)
    return row
