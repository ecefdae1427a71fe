"""Rows that were loaded and do not count as they stand: looked for at each run, kept beside what it found."""

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import KNOWN
from goodword.finding.identity.doubts import MODEL_VERSION, doubts, odd_people, shared_mailboxes
from goodword.programme.advocates.models import Publication
from goodword.runs.derived import Derived
from goodword.runs.people.whereabouts import Whereabouts
from goodword.runs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Words:
    """How a kind of doubt is said.

    Attributes:
        reason: what is wrong with the row.
        becomes: what becomes of it.
        mend: how to mend it.
    """

    reason: Promise
    becomes: Promise
    mend: Promise


WORDS: dict[str, Words] = {
    "reversed_dates": Words(
        _("The last day is before the first"),
        _("Both days are kept; neither is certain, and no move rests on them."),
        _("Correct one of the two days in the source, then load it again."),
    ),
    "overlaps": Words(
        _("It began before another employment of theirs ended"),
        _("Both are kept: two jobs at once are possible."),
        _("If they had left by then, give the earlier one its last day."),
    ),
    "circular_parents": Words(
        _("The account owns itself, through others"),
        _("The owners in the circle count for nothing; the accounts and their people stay."),
        _("Correct the parent of one account of the circle, then load it again."),
    ),
    "own_parent": Words(
        _("The account is its own parent"),
        _("The parent counts for nothing; the account and its people stay."),
        _("Name the account that owns it, or leave the parent empty."),
    ),
    "unknown_account": Words(
        _("No table of accounts has this account"),
        _("The row is kept, at a company of its own."),
        _("Load the account, or correct its id in the row."),
    ),
    "no_company": Words(
        _("The company's name names no company"),
        _("The row is kept and counts as no employer: nobody moves there."),
        _("Write the company's name or the account's id, if there is one."),
    ),
    "ambiguous_name": Words(
        _("Several companies have this name"),
        _("The row is kept, at a company of its own."),
        _("Write the account's id beside the name."),
    ),
    "shared_mailbox": Words(
        _("Several people share this address"),
        _("Each of them stays a person of their own; the address joins nobody."),
        _("Nothing has to be done. If the rows are one person, merge them; else give each their own address."),
    ),
    "many_addresses": Words(
        _("Very many addresses in one row of one person"),
        _("All are kept and found by search; five of them are compared to find duplicates."),
        _("Look whether the row is about one person, or a list of several."),
    ),
    "wrong_encoding": Words(
        _("The name was read in the wrong encoding"),
        _("The name is shown as it came."),
        _("Export the file as UTF-8, then load it again."),
    ),
    "lost_letters": Words(
        _("A letter of the name was lost before the file reached us"),
        _("The name is shown as it came."),
        _("Export the file as UTF-8, then load it again."),
    ),
    "unseen_signs": Words(
        _("Signs in the name that nobody sees"),
        _("The record keeps the name as it came; pages and search leave these signs out."),
        _("Type the name anew in the source, then load it again."),
    ),
    "no_letters": Words(
        _("A name without any letter"),
        _("The name is shown as it came."),
        _("Write the person's name in the source, or leave it empty."),
    ),
    "long_name": Words(
        _("A name of more than 200 signs"),
        _("The name is kept whole."),
        _("Look whether other columns slipped into the name."),
    ),
}
"""Every kind of doubt, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """Doubted rows of one kind in one table.

    Attributes:
        kind: why.
        table: the record table.
        count: how many rows.
        first: record_id and value of the first of them.
    """

    kind: str
    table: str
    count: int
    first: tuple[tuple[str, str], ...]

    @property
    def words(self) -> Words:
        """How it is said."""
        return WORDS[self.kind]


def find_doubts(session: Session, derived: Derived, where: Whereabouts, fingerprint: str) -> pa.Table:
    """Look for doubted rows, and keep them under the fingerprint of the findings; return contract DOUBTS.

    Args:
        session: a conversation that knows the known records.
        derived: where the result is kept.
        where: companies and spells.
        fingerprint: of the findings of the day.
    """
    name = _name(fingerprint)
    kept = derived.get(name)
    if kept is not None:
        return kept
    people, accounts = (KNOWN[table].unbound() for table in ("people", "accounts"))
    found = doubts(
        where.companies,
        where.spells,
        session.fetch(accounts.select("account_id", "parent_account_id")),
        session.fetch(shared_mailboxes(people)),
        session.fetch(odd_people(people)),
    )
    return derived.put(name, found)


def doubts_now(workspace: Workspace) -> pa.Table | None:
    """What the run found that readers see now, contract DOUBTS; None where there was none, or it was removed since."""
    current = Publication.current()
    if current is None:
        return None
    path = next(workspace.derived.glob(f"*/{_name(current.fingerprint)}.parquet"), None)
    return pq.read_table(path) if path else None


def doubted(rows: pa.Table, *, shown: int) -> list[Doubted]:
    """Gather doubted rows by kind and table, in their order.

    Args:
        rows: contract DOUBTS.
        shown: how many of each are named.
    """
    told = [tuple(row.values()) for row in rows.to_pylist()]
    counts = Counter((kind, table) for kind, table, _record, _value in told)
    first: dict[tuple[str, str], list[tuple[str, str]]] = {group: [] for group in counts}
    for kind, table, record, value in told:
        if len(first[kind, table]) < shown:
            first[kind, table].append((record, value))
    return [Doubted(kind, table, count, tuple(first[kind, table])) for (kind, table), count in counts.items()]


_DIGITS = 16


def _name(fingerprint: str) -> str:
    return f"doubts-{MODEL_VERSION}-{fingerprint[:_DIGITS]}"
