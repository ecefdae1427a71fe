"""Answer a moment: thank, put off, or let pass."""

from datetime import date, timedelta

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.answering import MomentAnswer, Verb
from goodword.programme.advocates.models import Moment
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

LATER = timedelta(days=7)
"""How long a moment that was put off stays away, unless a day is given."""

LONGEST_NOTE = 2_000


def answer_moment(moment: Moment, verb: Verb, *, by: Actor, note: str = "", until: date | None = None) -> MomentAnswer:
    """Note what was done about a moment; a moment that is answered already stays as it is.

    Args:
        moment: what is answered. What the caller may not see they must not hand over.
        verb: thank, later or pass.
        by: who answers.
        note: for our own people only.
        until: for `later`, the day it comes back; a week from today if empty.

    Raises:
        GoodwordError: the note is too long, or the day is not after today.
    """
    if len(note) > LONGEST_NOTE:
        raise GoodwordError(
            "note-too-long", f"The note has {len(note)} characters.", f"Write {LONGEST_NOTE} at most; nothing was kept."
        )
    today = clock.today()
    back = (until or today + LATER) if verb == "later" else None
    if back is not None and back <= today:
        raise GoodwordError("day-is-over", "A moment can only be put off to a later day.", "Choose a day to come.")
    with transaction.atomic():
        # One writer at a time for this moment: the row of the moment is what both would lock.
        Moment.objects.select_for_update().filter(pk=moment.pk).first()
        given: MomentAnswer | None = MomentAnswer.objects.closing(today).of(moment).first()
        if given is not None:
            return given
        answer = MomentAnswer.objects.create(
            person_id=moment.person_id,
            signal_id=moment.signal_id,
            kind=moment.kind,
            raised_at=moment.raised_at,
            verb=verb,
            note=note.strip(),
            until=back,
            at=clock.now(),
            by=by.user_id,
        )
        after = {"person": moment.person_id, "signal": moment.signal_id, "until": back, "answer": answer.pk}
        record(by, verb, "moment", moment.person_id, after=after)
    return answer
