"""Write down that somebody did what they were asked for: once, however often it is said."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goodword.kit import clock
from goodword.programme.acts.models import Act, ActWithdrawal
from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What somebody did.

    Attributes:
        kind: of which kind of act.
        person: who, under the id of today.
        day: when.
        ask: what had asked for it; None where nothing did that we know of.
        deal_id: the deal it was for; empty for none.
    """

    kind: str
    person: Person
    day: date
    ask: Ask | None = None
    deal_id: str = ""


def record_act(done: Done, *, by: Actor, again: Act | None = None) -> Act:
    """Write an act down; it stays with the account of that day. What was taken back before counts again.

    Args:
        done: what they did.
        by: who says so.
        again: the act that was written down for the same thing before; None the first time.
    """
    with transaction.atomic():
        there = again or (Act.objects.filter(ask=done.ask).first() if done.ask else None)
        if there is not None:
            if not ActWithdrawal.objects.filter(act=there).delete()[0]:
                return there
            Act.objects.filter(pk=there.pk).update(done_on=done.day)
            there.refresh_from_db()
        else:
            there = Act.objects.create(
                kind=done.kind,
                done_on=done.day,
                person_key=next(iter(done.person.person_keys), done.person.pk),
                account_id=done.person.account_id or "",
                deal_id=done.deal_id,
                person=done.person,
                ask=done.ask,
            )
        record(by, "do", "person", done.person.pk, after={"act": there.ledger_id, "kind": there.kind})
    return there


def withdraw_act(act: Act, *, by: Actor, reason: str) -> ActWithdrawal:
    """Say that an act that was written down here did not happen; again is the word that is there."""
    with transaction.atomic():
        row, made = ActWithdrawal.objects.get_or_create(
            act=act, defaults={"withdrawn_at": clock.now(), "reason": reason}
        )
        if made:
            record(by, "undo", "person", act.person_id or "", before={"act": act.ledger_id}, reason=reason)
    return row
