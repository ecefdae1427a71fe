"""Call off what may not take place any more, and tell whoever counts on it when somebody is erased."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from goodword.kit import clock
from goodword.programme.meetings.actions.call_off import call_off
from goodword.programme.meetings.policies import may_take_place
from goodword.programme.meetings.standing import to_come
from goodword.programme.meetings.telling import Write, tell_rep
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.personal import Subject
from goodword.programme.team.actor import Actor


def call_off_refused(*, now: datetime, write: Write, by: Actor) -> int:
    """Call off every meeting to come of somebody who opted out or took their permission back; return how many.

    They hear nothing more; whoever needed the meeting gets the letter that takes the entry back. It is read from the
    rows, so that it holds by whatever door they said so, and whoever dies in between leaves it to the next.

    Args:
        now: this instant.
        write: writes the letters.
        by: who does it.
    """
    made = 0
    for pick in to_come(now).select_related("claim__need", "claim__person"):
        with transaction.atomic():
            locked_need(pick.claim.need_id)
            if may_take_place(pick.claim, day=clock.today()) is not None:
                after = call_off(pick.claim, write=write, by=by)
                made += after is not None and after.slot is None
    return made


def tell_of_erasure(subject: Subject, *, now: datetime) -> int:
    """Tell whoever counts on a meeting with somebody who is about to be erased; return how many meetings that were.

    It names nobody, and told again it is the word that is there.
    """
    theirs = Q(claim__person_id__in=subject.person_ids) | Q(claim__person__root_id__in=subject.person_ids)
    gone = list(to_come(now).filter(theirs).select_related("claim__need"))
    for pick in gone:
        tell_rep(pick.claim.need, "meeting_called_off", {}, key=f"erased {pick.claim.need_id} {pick.sequence}")
    return len(gone)
