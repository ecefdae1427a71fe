"""Begin to erase somebody: from now on nothing that names them is taken in, and a journal says how far it is."""

from collections.abc import Iterable

from django.db import transaction

from goodword.kit import clock
from goodword.programme.rights.models import ErasedMark, Erasure
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def begin_erasure(reference: str, marks: Iterable[str], *, by: Actor) -> Erasure:
    """Write down that somebody is to be erased; the same reference again is the same erasure.

    Args:
        reference: a random word that stands for them.
        marks: see `people.suppression`.
        by: who wants it.
    """
    with transaction.atomic():
        erasure, made = Erasure.objects.get_or_create(
            reference=reference,
            defaults={"asked_at": clock.now(), "asked_by_kind": by.kind, "asked_by_id": by.ident, "door": by.door},
        )
        if made:
            ErasedMark.objects.bulk_create([ErasedMark(erasure=erasure, mark=mark) for mark in sorted(set(marks))])
            record(by, "erase", "person", reference)
    return erasure
