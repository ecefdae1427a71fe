"""Remind both sides of a meeting that is near: once, and never of one that was moved or called off."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from goodword.programme.meetings.models import MeetingLetter
from goodword.programme.meetings.standing import newest_pick, to_come
from goodword.programme.meetings.telling import SIDES, Telling, Write, post
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.team.actor import Actor

_NEAR = timedelta(hours=1)
"""What begins so soon needs no reminder: it would come too late."""


def queue_reminders(*, now: datetime, ahead: timedelta, write: Write, by: Actor) -> int:
    """Queue every reminder that is due, and return how many letters that made. Called again, it does nothing.

    What is due is read from the rows, so whoever dies in between leaves it to the next.

    Args:
        now: this instant.
        ahead: how long before a meeting both are reminded; nothing for no time at all.
        write: writes the letters.
        by: who does it.
    """
    made = 0
    told = MeetingLetter.objects.filter(claim=OuterRef("claim"), what="reminder", sequence=OuterRef("sequence"))
    due = to_come(now + _NEAR).filter(~Exists(told), slot__starts_at__lte=now + ahead)
    due = due.filter(at__lte=F("slot__starts_at") - ahead)  # who picked it since then remembers it
    for pick in due.select_related("claim__need", "slot"):
        with transaction.atomic():
            locked_need(pick.claim.need_id)
            if newest_pick(pick.claim) == pick:  # who moves it at this moment waits, or is seen here
                letters = [
                    post(Telling(pick.claim, "reminder", side, pick, pick.sequence), write=write, by=by)
                    for side in SIDES
                ]
                made += sum(letter is not None for letter in letters)
    return made
