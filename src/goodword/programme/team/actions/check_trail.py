"""Check that the audit trail is what it was, from where the last check stopped, and keep what was found."""

from datetime import timedelta
from itertools import chain

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.models import AuditCheck, AuditEntry, AuditHead
from goodword.programme.team.trail import Break, Walk

AT_ONCE = 20_000
"""So many entries are checked while somebody waits; the worker checks the rest."""

_PAUSE = timedelta(hours=1)


def check_trail(*, whole: bool = False, most: int | None = None) -> AuditCheck:
    """Walk along the chain and keep the result as a row. It adds nothing to the trail itself.

    Args:
        whole: begin with the first entry; else go on after the last entry that was checked.
        most: how many entries to look at; all if None.
    """
    last = None if whole else AuditCheck.objects.order_by("-pk").first()
    head = AuditHead.objects.filter(pk=AuditHead.THE_ONE).first()
    start = last.last if last else 0
    end = head.number if head else 0
    stop = end if most is None else min(end, start + most)
    walk = Walk(start, last.digest) if last else Walk()
    entries = AuditEntry.objects.order_by("number").filter(number__gt=start, number__lte=stop)
    found: list[Break] = list(chain(_moved(last), walk.along(entries.iterator(chunk_size=2_000))))
    # Entries written meanwhile are for the next check; where the end was reached, it must be the end that was noted.
    found += walk.ends_at(head) if stop == end else ()
    with transaction.atomic():
        return AuditCheck.objects.create(
            at=clock.now(),
            first=start + 1,
            last=walk.number,
            digest=walk.digest,
            breaks=len(found),
            sentence=found[0].sentence if found else "",
        )


def _moved(last: AuditCheck | None) -> list[Break]:
    """The entry where the last check stopped must still be the one it saw."""
    if last is None or last.last == 0:
        return []
    entry = AuditEntry.objects.filter(number=last.last).first()
    if entry is not None and entry.digest == last.digest:
        return []
    return [Break(last.last, f"Entry {last.last} is not the one that was checked before.")]


def keep_checking(*, every: timedelta = timedelta(days=7)) -> AuditCheck | None:
    """Check a further stretch, and begin anew with the first entry once in a while; None where there is nothing to do.

    For the worker, which calls it again and again: a stretch takes about a second, whatever the length of the trail.
    """
    last = AuditCheck.objects.order_by("-pk").first()
    whole = AuditCheck.objects.filter(first=1).order_by("-pk").first()
    head = AuditHead.objects.filter(pk=AuditHead.THE_ONE).first()
    if head is None:
        return None
    if last is not None and last.last < head.number:
        # Also what was written since counts as a stretch, so look at it once an hour at most.
        far = head.number - last.last >= AT_ONCE or clock.now() - last.at >= _PAUSE
        return check_trail(most=AT_ONCE) if far or last.last == 0 else None
    if whole is None or clock.now() - whole.at >= every:
        return check_trail(whole=True, most=AT_ONCE)
    return None
