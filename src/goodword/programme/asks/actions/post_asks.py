"""Post asks that arrived as records into the ledger, once each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from goodword.kit.mirror import Difference, difference
from goodword.programme.asks.models import Answer, Ask, AskWithdrawal

UNDONE = "the import that brought it was undone"


@dataclass(frozen=True, slots=True)
class AskRecord:
    """An ask as a source's record has it."""

    source: str
    record_id: str
    person_key: str
    kind: str
    asked_on: date
    asked_by: str
    answer: str
    answered_on: date | None

    @property
    def key(self) -> tuple[str, str]:
        """What names it in the ledger."""
        return (self.source, self.record_id)


def post_asks(records: Iterable[AskRecord], *, at: datetime) -> Difference[tuple[str, str]]:
    """Make the ledger hold each record once, follow its changes, and withdraw what no import asserts any longer."""
    wanted = {record.key: record for record in records}
    with transaction.atomic():
        there = {
            (ask.record_source, ask.record_id): ask
            for ask in Ask.objects.from_records().select_related("answer", "withdrawal")
        }
        found = difference(wanted, there, _same)
        for key in found.missing:
            _write(Ask(), wanted[key])
        for key in found.changed:
            AskWithdrawal.objects.filter(ask=there[key]).delete()
            _write(there[key], wanted[key])
        gone = [there[key] for key in found.surplus if not hasattr(there[key], "withdrawal")]
        AskWithdrawal.objects.bulk_create(AskWithdrawal(ask=ask, withdrawn_at=at, reason=UNDONE) for ask in gone)
    return found


def _same(record: AskRecord, ask: Ask) -> bool:
    answer = getattr(ask, "answer", None)
    answered = (answer.answer, answer.answered_on) if answer else ("", None)
    wanted = (record.answer, record.answered_on or record.asked_on) if record.answer else ("", None)
    return (
        not hasattr(ask, "withdrawal")
        and answered == wanted
        and (ask.person_key, ask.kind, ask.asked_on, ask.asked_by)
        == (record.person_key, record.kind, record.asked_on, record.asked_by)
    )


def _write(ask: Ask, record: AskRecord) -> None:
    ask.record_source, ask.record_id = record.key
    ask.person_key, ask.kind = record.person_key, record.kind
    ask.asked_on, ask.asked_by = record.asked_on, record.asked_by
    ask.save()
    if not record.answer:
        Answer.objects.filter(ask=ask).delete()
        return
    answered_on = record.answered_on or record.asked_on
    Answer.objects.update_or_create(ask=ask, defaults={"answer": record.answer, "answered_on": answered_on})
