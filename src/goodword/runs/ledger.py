"""Between the lake and the programme's ledger: records of asks and acts go in once, the ledger comes out as tables."""

from collections.abc import Iterable
from datetime import date, timedelta

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER_ACTS, LEDGER_ANSWERS, LEDGER_ASKS
from goodword.kit import clock
from goodword.programme.acts.actions.post_acts import ActRecord, post_acts
from goodword.programme.acts.models import Act
from goodword.programme.asks.actions.post_asks import AskRecord, post_asks
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.permissions.facts import policies_of_kinds

type Links = dict[tuple[str, str], str]


def post_ledger(session: Session) -> None:
    """Post what arrived as records of asks and acts; doing it again posts nothing."""
    at = clock.now()
    post_asks((_ask(row) for row in _rows(session, "asks")), at=at)
    post_acts((_act(row) for row in _rows(session, "acts")), at=at)


def _rows(session: Session, name: str) -> Iterable[dict[str, object]]:
    records = RECORDS[name].plus(*STAMPS).unbound()
    return session.fetch(records).to_pylist()


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _ask(row: dict[str, object]) -> AskRecord:
    return AskRecord(
        source=_text(row["source"]),
        record_id=_text(row["record_id"]),
        person_key=_text(row["person_key"]),
        kind=_text(row["kind"]),
        asked_on=row["asked_on"],  # type: ignore[arg-type]  # the contract says it is a day
        asked_by=_text(row["asked_by"]),
        answer=_text(row["answer"]),
        answered_on=row["answered_on"],  # type: ignore[arg-type]  # the contract says it is a day or nothing
    )


def _act(row: dict[str, object]) -> ActRecord:
    return ActRecord(
        source=_text(row["source"]),
        record_id=_text(row["record_id"]),
        kind=_text(row["kind"]),
        done_on=row["done_on"],  # type: ignore[arg-type]  # the contract says it is a day
        person_key=_text(row["person_key"]),
        account_id=_text(row["account_id"]),
        url=_text(row["url"]),
        deal_id=_text(row["deal_id"]),
        note=_text(row["note"]),
    )


def ledger_tables(links: pa.Table) -> dict[str, pa.Table]:
    """Hand the ledger over as Arrow tables, each ask and act with the human being its key means.

    Args:
        links: contract LINKS.

    Returns:
        the tables of contract LEDGER that have rows by now, by name, sorted by id.
    """
    who, kinds = _who(links), policies_of_kinds()
    asks = [
        {
            "ask_id": ask.ledger_id,
            "person_id": _asked(ask) or who.get((ask.record_source, ask.person_key)),
            "account_id": None,
            "kind": ask.kind,
            "asked_on": ask.asked_on,
            "asked_by": ask.asked_by or None,
            "rests_until": _rests_until(ask),
        }
        for ask in Ask.objects.standing().select_related("reservation__person", "answer").order_by("record_id", "pk")
    ]
    answers = [
        {
            "ask_id": answer.ask.ledger_id,
            "answer": answer.answer,
            "answered_on": answer.answered_on,
        }
        for answer in Answer.objects.filter(ask__in=Ask.objects.standing())
        .select_related("ask")
        .order_by("ask__record_id", "ask__pk")
    ]
    acts = [
        {
            "act_id": act.ledger_id,
            "person_id": _did(act) or who.get((act.record_source, act.person_key)),
            "account_id": act.account_id or None,
            "kind": act.kind,
            "done_on": act.done_on,
            "deal_id": act.deal_id or None,
            "rests_until": act.done_on + timedelta(days=kinds[act.kind].rest_days) if act.kind in kinds else None,
        }
        for act in Act.objects.standing().select_related("person").order_by("record_id", "pk")
    ]
    return {
        LEDGER_ASKS.name: pa.Table.from_pylist(asks, schema=LEDGER_ASKS.arrow()),
        LEDGER_ANSWERS.name: pa.Table.from_pylist(answers, schema=LEDGER_ANSWERS.arrow()),
        LEDGER_ACTS.name: pa.Table.from_pylist(acts, schema=LEDGER_ACTS.arrow()),
    }


def _asked(ask: Ask) -> str:
    """Whom an ask that was made here means today; empty for one that arrived as a record."""
    person = ask.reservation and ask.reservation.person
    return (person.root_id or person.pk) if person else ""


def _rests_until(ask: Ask) -> date | None:
    """How long the place of an ask that was made here lets them rest; less if they said no to it."""
    place, said = ask.reservation, getattr(ask, "answer", None)
    if place is None:
        return None
    refused = said is not None and said.answer != Answer.Kind.ACCEPTED
    return place.rests_at_least if refused and place.rests_at_least else place.rests_until


def _did(act: Act) -> str:
    """Whose act that was written down here it is today; empty for one that arrived as a record."""
    return (act.person.root_id or act.person.pk) if act.person else ""


def _who(links: pa.Table) -> Links:
    columns = (links[name].to_pylist() for name in ("source", "person_key", "person_id"))
    return {(source or "", key): person for source, key, person in zip(*columns, strict=True) if key and person}
