"""Opt somebody out, so that it holds at once under every key and address, and in every backup of before."""

from datetime import date

from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.actions.suppress_handles import suppress_handles
from goodword.programme.people.models import OptOut
from goodword.programme.people.one_person import one_person
from goodword.programme.people.suppressing import Handle
from goodword.programme.team.actor import Actor
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.people.linked_records import linked_records
from goodword.runs.workspace import Workspace


def opt_out(workspace: Workspace, person_id: str, *, by: Actor, said_on: date | None = None, note: str = "") -> OptOut:
    """Do what `opt_out_person` does, also under the keys of their records as they are now, and tell the backups.

    A backup of before knows nothing of it: so the list of those who may not be asked lies beside it.

    Args:
        workspace: where their records are.
        person_id: who, by an id of today or of before.
        by: who notes it.
        said_on: the day they said so; today if empty.
        note: how they said it, for our own people.

    Raises:
        GoodwordError: nobody has the id, the day has not come yet, or the note is too long.
    """
    row = opt_out_person(person_id, by=by, said_on=said_on, note=note)
    person = one_person(person_id)
    if person is not None:
        records = linked_records(workspace, person.keys, person.emails)
        keys = [Handle(source=one.source, key=one.person_key) for one in records]
        suppress_handles(keys, said_on=row.said_on)
    share_suppressed(workspace)
    return row
