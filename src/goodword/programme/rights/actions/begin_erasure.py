"""Begin to erase somebody: from now on nothing that names them is taken in, and a journal says how far it is."""

from collections.abc import Iterable

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.actions.suppress_handles import suppress_handles
from goodword.programme.people.suppressing import Handle
from goodword.programme.rights.models import ErasedMark, Erasure
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def begin_erasure(reference: str, marks: Iterable[str], *, by: Actor, handles: Iterable[Handle] = ()) -> Erasure:
    """Write down that somebody is to be erased; the same reference again is the same erasure.

    Args:
        reference: a random word that stands for them.
        marks: see `people.suppression`.
        by: who wants it.
        handles: their keys and addresses, where they are known: nobody may ask them again, whatever brings them back.
    """
    with transaction.atomic():
        erasure, made = Erasure.objects.get_or_create(
            reference=reference,
            defaults={"asked_at": clock.now(), "asked_by_kind": by.kind, "asked_by_id": by.ident, "door": by.door},
        )
        if made:
            ErasedMark.objects.bulk_create([ErasedMark(erasure=erasure, mark=mark) for mark in sorted(set(marks))])
            suppress_handles(handles, said_on=clock.today(), erased=True)
            record(by, "erase", "person", reference)
    return erasure
