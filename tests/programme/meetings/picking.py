"""Two colleagues who pick different times of the same meetings at the same moment, in processes that are killed.

`python -m tests.programme.meetings.picking KILLS` fills the database it is pointed at with meetings, has two
processes at once pick a time of each, remind of it and end it, kills both with SIGKILL again and again, lets two go on
to the end, and prints what stands in every table.
"""

import json
import os
import random
import sys
import time
from datetime import timedelta
from functools import partial

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # models need Django set up

from goodword.kit import clock  # noqa: E402  # as above
from goodword.kit.errors import GoodwordError  # noqa: E402  # as above
from goodword.programme.acts.models import Act  # noqa: E402  # as above
from goodword.programme.asks.actions.answer_ask import answer_ask  # noqa: E402  # as above
from goodword.programme.asks.actions.ask_person import ask_person  # noqa: E402  # as above
from goodword.programme.asks.bounds import Bounds  # noqa: E402  # as above
from goodword.programme.meetings.actions.close_need import close_need  # noqa: E402  # as above
from goodword.programme.meetings.actions.offer_times import offer_times  # noqa: E402  # as above
from goodword.programme.meetings.actions.pick_slot import pick_slot  # noqa: E402  # as above
from goodword.programme.meetings.actions.queue_reminders import queue_reminders  # noqa: E402  # as above
from goodword.programme.meetings.models import MeetingLetter, Pick, Slot  # noqa: E402  # as above
from goodword.programme.meetings.telling import Telling  # noqa: E402  # as above
from goodword.programme.needs.actions.tie_ask import tie_ask  # noqa: E402  # as above
from goodword.programme.needs.models import Claim, Need, NeedAct  # noqa: E402  # as above
from goodword.programme.outbox.actions.queue_letter import Draft  # noqa: E402  # as above
from goodword.programme.outbox.models import Letter, Waiting  # noqa: E402  # as above
from goodword.programme.people.models import Person  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.programme.team.models import AuditEntry  # noqa: E402  # as above
from tests.own_process import fork, kill  # noqa: E402  # as above

PICKERS = 2
_A_LIFE = 0.15
"""Seconds that a process lives at most: a few meetings."""
_ROUNDS_A_KILL = 5
_BY = Actor.console()


def main(kills: int) -> dict[str, object]:
    """Pick and kill; return what stands in the end."""
    call_command("migrate", verbosity=0)
    claims = [_agreed(f"p{number:04}") for number in range(kills)]
    arrange(claims[0], 0)  # what a process loads once, it has loaded now
    chance, killed = random.Random(7), 0  # noqa: S311  # the same instants every time
    for _ in range(kills * _ROUNDS_A_KILL):
        if killed >= kills:
            break
        left = claims[NeedAct.objects.count() :] or claims[-1:]
        children = [fork(partial(_arrange_all, left, number)) for number in range(PICKERS)]
        time.sleep(chance.uniform(0, _A_LIFE))
        killed += sum([kill(child) for child in children])
    between = NeedAct.objects.count()
    for child in [fork(partial(_arrange_all, claims, number)) for number in range(PICKERS)]:
        assert os.waitpid(child, 0)[1] == 0
    return {"killed": killed, "meetings": len(claims), "between kills": between, "rows": _rows(), "odd": _odd()}


def _agreed(who: str) -> int:
    """A meeting with two times, of somebody of their own; the number of its claim."""
    person = Person.objects.create(person_id=who, person_keys=[f"crm:{who}"], email=f"{who}@oriel.example")
    now = clock.now()
    need = Need.objects.create(act_kind_id="reference_call", text="Somebody", at=now)
    claim = Claim.objects.create(need=need, nth=1, person=person, at=now)
    ask = ask_person(who, "reference_call", day=clock.today(), bounds=Bounds(), by=_BY)
    tie_ask(claim, ask, by=_BY)
    answer_ask(ask, "accepted", day=clock.today(), by=_BY)
    times = [now + timedelta(days=3), now + timedelta(days=3, hours=1)]
    offer_times(claim, times, zone="UTC", minutes=30, wording="Yes.", by=_BY)
    return claim.pk


def arrange(claim_id: int, number: int) -> None:
    """Pick the time that this process likes, have both reminded, and say that it took place."""
    claim = Claim.objects.select_related("need").get(pk=claim_id)
    if hasattr(claim.need, "ending"):
        return
    slot = Slot.objects.filter(offer__claim=claim).select_related("offer").order_by("starts_at")[number]
    try:
        pick_slot(slot, write=write, by=_BY)
    except GoodwordError as error:
        if error.code not in {"picked-meanwhile", "need-over"}:
            raise
    soon = clock.now() + timedelta(days=2, hours=12)
    queue_reminders(now=soon, ahead=timedelta(hours=24), write=write, by=_BY)
    close_need(claim.need, "done", write=write, by=_BY)


def write(telling: Telling) -> Draft | None:
    """A letter to the advocate; nobody of ours needed it."""
    if telling.side == "rep" or telling.claim.person is None:
        return None
    to, sender = telling.claim.person.email, "us@northwind.example"
    return Draft(purpose="meeting", dedupe_key="", to=to, sender=sender, subject=telling.what, text=telling.what)


def _arrange_all(claims: list[int], number: int) -> None:
    for one in claims:
        arrange(one, number)


def _rows() -> dict[str, int]:
    letters = {what: MeetingLetter.objects.filter(what=what).count() for what in ("invitation", "thanks")}
    return letters | {
        # A meeting to come that is said to be done is called off in the same step: two picks, and nothing else.
        "picks of a time": Pick.objects.filter(slot__isnull=False).count(),
        "called off": Pick.objects.filter(slot=None).count(),
        "acts": Act.objects.count(),
        "acts of needs": NeedAct.objects.count(),
        "picks in the trail": AuditEntry.objects.filter(verb="pick", noun="meeting").count(),
        "acts in the trail": AuditEntry.objects.filter(verb="do", noun="person").count(),
    }


def _odd() -> dict[str, int]:
    """What must not be: letters without their row or their place in the queue, and two reminders of one meeting."""
    letters, told = Letter.objects.count(), MeetingLetter.objects.filter(what="reminder").values_list("claim")
    return {
        "letters without a row": letters - MeetingLetter.objects.count(),
        "letters without a place": letters - Waiting.objects.count(),
        "second reminders": len(told) - len(set(told)),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]))))
