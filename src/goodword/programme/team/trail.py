"""Write the audit trail, read it, and prove that nothing in it was changed.

Each entry's digest covers its own fields and the digest before it (a hash chain as in RFC 9162's append-only logs, in
its simplest form). The database refuses to change or delete entries; whoever gets round that breaks the chain.

One thing may happen to an entry: somebody it names asked to be erased, and is blacked out in it. Its digest stays, so
the chain stays; and a later entry of the chain witnesses what is left of it (`erase`, `trail`: number -> `remains_of`).
An entry that its digest does not cover any more counts only if it is, to the byte, what the last such witness says.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry, AuditHead

FIRST = "0" * 64
"""What stands for the digest before the first entry."""

BLACKED_OUT = ("erase", "trail")
"""Verb and noun of the entries that witness what is left of others."""

_FIELDS = ("number", "actor_kind", "actor_id", "door", "verb", "noun", "object_id", "before", "after", "reason")

type Facts = dict[str, Any] | None


def record(
    by: Actor,
    verb: str,
    noun: str,
    object_id: str = "",
    *,
    before: Facts = None,
    after: Facts = None,
    reason: str = "",
) -> AuditEntry:
    """Add one entry to the trail, in the transaction of the change it tells about.

    Args:
        by: who did it.
        verb: what was done, such as `give`.
        noun: to what kind of thing, such as `role`.
        object_id: to which one. People are named by id, never by name or address.
        before: the facts before, as JSON can hold them; None where there was nothing.
        after: the facts after; None where nothing is left.
        reason: why, where somebody said so.
    """
    with transaction.atomic():
        head = _locked_head()
        entry = AuditEntry(
            number=head.number + 1,
            at=clock.now(),
            actor_kind=by.kind,
            actor_id=by.ident,
            door=by.door,
            verb=verb,
            noun=noun,
            object_id=object_id,
            before=_text(before),
            after=_text(after),
            reason=reason,
            previous=head.digest,
        )
        entry.digest = digest_of(entry)
        entry.save(force_insert=True)
        AuditHead.objects.filter(pk=AuditHead.THE_ONE).update(number=entry.number, digest=entry.digest)
    return entry


def digest_of(entry: AuditEntry) -> str:
    """The digest an entry must have: SHA-256 over its fields as canonical JSON, its instant and the digest before."""
    facts = {name: getattr(entry, name) for name in _FIELDS}
    facts |= {"at": entry.at.isoformat(timespec="microseconds"), "previous": entry.previous}
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def remains_of(entry: AuditEntry) -> str:
    """What a witness says of a blacked-out entry: its digest as it would be for what is left, with the one it has."""
    return hashlib.sha256(f"{entry.digest}\n{digest_of(entry)}".encode()).hexdigest()


def witnessed() -> dict[int, str]:
    """What is left of each entry that was blacked out, by its number; the last witness counts."""
    found: dict[int, str] = {}
    for entry in AuditEntry.objects.filter(verb=BLACKED_OUT[0], noun=BLACKED_OUT[1]).order_by("number"):
        if digest_of(entry) == entry.digest:  # a witness that was changed says nothing
            found |= {int(number): left for number, left in entry.facts_after.get("remains", {}).items()}
    return found


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the trail is not what it was.

    Attributes:
        number: the entry.
        sentence: what is wrong there.
    """

    number: int
    sentence: str


@dataclass(slots=True)
class Walk:
    """A walk along the chain: where it stands, and what it finds on the way.

    Attributes:
        number: the entry it stands at; 0 before the first.
        digest: that entry's digest.
    """

    number: int = 0
    digest: str = FIRST
    _witnessed: dict[int, str] | None = None

    def along(self, entries: Iterable[AuditEntry]) -> Iterator[Break]:
        """Go on over the entries that follow, and name every place where the chain does not hold."""
        for entry in entries:
            if entry.number != self.number + 1:
                yield Break(self.number + 1, f"Entries {self.number + 1} to {entry.number - 1} are missing.")
            elif entry.previous != self.digest:
                yield Break(entry.number, f"Entry {entry.number} does not follow the one before it.")
            if digest_of(entry) != entry.digest and not self._is_blacked_out(entry):
                yield Break(entry.number, f"Entry {entry.number} was changed after it was written.")
            self.number, self.digest = entry.number, entry.digest

    def _is_blacked_out(self, entry: AuditEntry) -> bool:
        if self._witnessed is None:
            self._witnessed = witnessed()
        return self._witnessed.get(entry.number) == remains_of(entry)

    def ends_at(self, head: AuditHead | None) -> Iterator[Break]:
        """Say whether the chain ends where its end was noted."""
        told = (head.number, head.digest) if head else (0, FIRST)
        if told != (self.number, self.digest):
            yield Break(self.number + 1, f"The trail ends at {self.number}, and should end at {told[0]}.")


def verify() -> Iterator[Break]:
    """Walk through the whole chain and name every place where it does not hold."""
    walk = Walk()
    yield from walk.along(AuditEntry.objects.order_by("number").iterator(chunk_size=2_000))
    yield from walk.ends_at(AuditHead.objects.filter(pk=AuditHead.THE_ONE).first())


def _locked_head() -> AuditHead:
    AuditHead.objects.get_or_create(pk=AuditHead.THE_ONE, defaults={"number": 0, "digest": FIRST})
    return AuditHead.objects.select_for_update().get(pk=AuditHead.THE_ONE)


def _text(facts: Facts) -> str:
    """Facts as text that every database keeps to the byte."""
    return "" if facts is None else json.dumps(facts, default=_told, sort_keys=True, separators=(",", ":"))


def _told(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"the audit trail cannot hold a {type(value).__name__}")
