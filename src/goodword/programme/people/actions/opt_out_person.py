"""Note that somebody said nobody may ask them. Nobody takes that back but they themselves."""

from datetime import date
from typing import Any

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs
from goodword.programme.people.actions.suppress_handles import suppress_handles
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import OptOut, Person
from goodword.programme.people.suppressing import Handle
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

LONGEST_NOTE = 2_000


def opt_out_person(person_id: str, *, by: Actor, said_on: date | None = None, note: str = "") -> OptOut:
    """Opt somebody out, at once under every address we show of theirs, with the next run under every key of theirs.

    Saying it again changes nothing, and is noted again.

    Args:
        person_id: who, by an id of today or of before.
        by: who notes it.
        said_on: the day they said so; today if empty.
        note: how they said it, for our own people.

    Raises:
        GoodwordError: nobody has the id, the day has not come yet, or the note is too long.
    """
    today = clock.today()
    day = said_on or today
    if day > today:
        raise GoodwordError("day-to-come", f"{day} has not come yet.", "Give the day on which they said it.")
    if len(note) > LONGEST_NOTE:
        raise GoodwordError(
            "note-too-long", f"The note has {len(note)} characters.", f"Write {LONGEST_NOTE} at most; nothing was kept."
        )
    with transaction.atomic():
        one_at_a_time()
        root = Person.today_of(person_id)
        rows = list(Person.objects.same_as(root).order_by("person_id"))
        if not rows:
            raise GoodwordError("nobody-there", f"Nobody is known as {person_id}.", "Ids stand on the pages of people.")
        facts: dict[str, Any] = {
            "said_on": day,
            "at": clock.now(),
            "by": by.user_id,
            "door": by.door,
            "note": note.strip(),
        }
        said = OptOut.objects.bulk_create(OptOut(person_id=one.person_id, **facts) for one in rows)
        # Not their main address where that is a mailbox of several: it stands for none of them.
        suppress_handles([Handle(email=email) for one in rows for email in one.emails], said_on=day)
        settle_opt_outs(root, lifts=False)
        record(by, "opt_out", "person", root, after={"said_on": day})
    return said[0]
