"""Post acts that arrived as records into the ledger, once each."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date, datetime

from django.db import transaction

from goodword.kit.mirror import Difference, difference
from goodword.programme.acts.models import Act, ActWithdrawal

UNDONE = "the import that brought it was undone"


@dataclass(frozen=True, slots=True)
class ActRecord:
    """An act as a source's record has it."""

    source: str
    record_id: str
    kind: str
    done_on: date
    person_key: str
    account_id: str
    url: str
    deal_id: str
    note: str

    @property
    def key(self) -> tuple[str, str]:
        """What names it in the ledger."""
        return (self.source, self.record_id)


def post_acts(records: Iterable[ActRecord], *, at: datetime) -> Difference[tuple[str, str]]:
    """Make the ledger hold each record once, follow its changes, and withdraw what no import asserts any longer."""
    wanted = {record.key: record for record in records}
    with transaction.atomic():
        there = {
            (act.record_source, act.record_id): act for act in Act.objects.from_records().select_related("withdrawal")
        }
        found = difference(wanted, there, _same)
        Act.objects.bulk_create(_written(Act(), wanted[key]) for key in found.missing)
        for key in found.changed:
            ActWithdrawal.objects.filter(act=there[key]).delete()
            _written(there[key], wanted[key]).save()
        gone = [there[key] for key in found.surplus if not hasattr(there[key], "withdrawal")]
        ActWithdrawal.objects.bulk_create(ActWithdrawal(act=act, withdrawn_at=at, reason=UNDONE) for act in gone)
    return found


def _same(record: ActRecord, act: Act) -> bool:
    there = ActRecord(
        source=act.record_source,
        record_id=act.record_id,
        kind=act.kind,
        done_on=act.done_on,
        person_key=act.person_key,
        account_id=act.account_id,
        url=act.url,
        deal_id=act.deal_id,
        note=act.note,
    )
    return not hasattr(act, "withdrawal") and astuple(there) == astuple(record)


def _written(act: Act, record: ActRecord) -> Act:
    act.record_source, act.record_id = record.key
    act.kind, act.done_on = record.kind, record.done_on
    act.person_key, act.account_id = record.person_key, record.account_id
    act.url, act.deal_id, act.note = record.url, record.deal_id, record.note
    return act
