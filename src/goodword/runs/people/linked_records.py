"""The records of people that mean one person, as their sources have them now."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.programme.people.models import Account
from goodword.runs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LinkedRecord:
    """A row of a people table.

    Attributes:
        source: where it comes from.
        person_key: its key there.
        name: the name it gives.
        emails: the addresses it gives, the main one first.
        account_id: the account it gives; empty where it gives none.
        account: what that account is called; the id where nobody knows it.
        title: the job title it gives.
        left_on: the day it says they left.
        pays: whether it says that they hold the budget: `true`, `false`, or empty.
        influence: the say in decisions it gives.
        language: the language it gives.
        received_at: when we first received it as it is now.
    """

    source: str
    person_key: str
    name: str
    emails: tuple[str, ...]
    account_id: str
    account: str
    title: str
    left_on: date | None
    pays: str
    influence: str
    language: str
    received_at: datetime

    def told(self, field: str) -> str:
        """What it says of one of PERSON_FIELDS, written as values are; empty where it says nothing."""
        if field == "email":
            return self.emails[0] if self.emails else ""
        value = getattr(self, field)
        return value.isoformat() if isinstance(value, date) else str(value or "")


def linked_records(workspace: Workspace, keys: Collection[str], emails: Collection[str]) -> list[LinkedRecord]:
    """Return the records with these keys, sorted by source and key; of a key that two sources use, whose address fits.

    Args:
        workspace: where the lake is.
        keys: every key of the person.
        emails: every address of the person, lower case.
    """
    people = RECORDS["people"].plus(*STAMPS).unbound()
    with LocalLake(workspace.lake).session() as session:
        rows = session.fetch(people.filter(people["person_key"].isin(sorted(keys)))).to_pylist() if keys else []
    accounts = {str(row["account_id"]) for row in rows if row["account_id"]}
    names = dict(Account.objects.filter(account_id__in=accounts).values_list("account_id", "name"))
    by_key: dict[str, list[LinkedRecord]] = defaultdict(list)
    for row in rows:
        by_key[row["person_key"]].append(_record(row, names))
    found = [one for some in by_key.values() for one in some if len(some) == 1 or _fits(one, emails)]
    return sorted(found, key=lambda one: (one.source, one.person_key))


def _fits(one: LinkedRecord, emails: Collection[str]) -> bool:
    return not one.emails or any(email.strip().lower() in emails for email in one.emails)


def _record(row: dict[str, object], names: dict[str, str]) -> LinkedRecord:
    both = " ".join(str(part) for part in (row["given_name"], row["family_name"]) if part)
    further = row["emails"] if isinstance(row["emails"], list) else []
    addresses = [str(email) for email in (row["email"], *further) if email]
    return LinkedRecord(
        source=str(row["source"] or ""),
        person_key=str(row["person_key"]),
        name=str(row["full_name"] or both),
        emails=tuple(dict.fromkeys(addresses)),
        account_id=str(row["account_id"] or ""),
        account=names.get(str(row["account_id"]), str(row["account_id"] or "")),
        title=str(row["title"] or ""),
        left_on=row["left_on"],  # type: ignore[arg-type]  # the contract says it is a day or nothing
        pays="" if row["pays"] is None else str(bool(row["pays"])).lower(),
        influence=str(row["influence"] or ""),
        language=str(row["language"] or ""),
        received_at=row["received_at"],  # type: ignore[arg-type]  # the contract says it is an instant
    )
