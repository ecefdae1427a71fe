"""Everything about everybody, laid out by person before the first row is written."""

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from goodword.kit.clock import end_of
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.publishing.evidence import Texts, texts_by_record, with_speakers
from goodword.programme.advocates.publishing.grouping import Grouped, group_by_person
from goodword.programme.advocates.publishing.said import Evidence, Words, evidence_of, newest_words
from goodword.programme.advocates.publishing.spells import spells_by_person
from goodword.programme.advocates.publishing.standing import Standing, standing
from goodword.programme.columns import Array, column, pc

_FIRST_HOLDS = ("opted_out", "never")  # what ends by nobody's waiting is said first


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about everybody.

    Attributes:
        generation: number of the generation being written.
        as_of: the day it is of.
        persons: contract PERSONS, sorted by person_id.
        person_ids: their ids.
        accounts: known accounts.
        at_account: for each person where their account stands among `accounts`; nothing where it is not known.
        account_owners: for each account who cares for it, in lower case; empty where nobody does.
        renews_on: for each account until when its contracts run; nothing where that is not known.
        owners: for each person who cares for their account, in lower case; empty where nobody does.
        signals: the newest of a person first.
        holds: those for everything first; what lasts for ever, then what lasts longest, first.
        remarks: the newest of a person first, each with `person_id`, `at` and `text_place`; thanks and
            neutral ones are left out.
        spells: where people worked; what a person's spells are, publishing/spells.py says.
        moves: contract MOVES.
        evidence: of the signals.
        words: the newest good words of each person.
        risks: of the people who left them behind, the newest of a person first.
        companies: contract COMPANIES.
        history: what accounts were called, and since when.
        since: first instant of the moments' window, in microseconds since 1970.
    """

    generation: int
    as_of: date
    persons: pa.Table
    person_ids: Array
    accounts: pa.Table
    at_account: Array
    account_owners: Array
    renews_on: Array
    owners: Array
    signals: Grouped
    holds: Grouped
    likelihoods: Grouped
    remarks: Grouped
    spells: Grouped
    moves: pa.Table
    texts: Texts
    evidence: Evidence
    words: Words
    standing: Standing
    risks: Grouped
    companies: pa.Table
    history: pa.Table
    since: int

    def account(self, account_id: str) -> dict[str, Any]:
        """Return what is known of one account; nothing where it is not known."""
        at = pc.index(self.accounts["account_id"], account_id).as_py()
        return dict(self.accounts.slice(at, 1).to_pylist()[0]) if at >= 0 else {}

    def of_account(self, name: str, low: int, high: int) -> Array:
        """Return what is known of the accounts of persons low..high-1."""
        return column(self.accounts, name).take(self.at_account.slice(low, high - low))


def lay_out(findings: Findings, generation: int, *, as_of: date, moment_days: int) -> Sheet:
    """Lay findings out by person."""
    persons = findings.persons.sort_by("person_id").combine_chunks()
    person_ids = column(persons, "person_id").cast(pa.string())
    texts = texts_by_record(findings.texts)
    signals = group_by_person(findings.signals, person_ids, ("observed_at", "descending"), ("signal_id", "ascending"))
    holds = group_by_person(_in_order(findings.holds), person_ids, ("order", "ascending"), ("hold_id", "ascending"))
    likelihoods = group_by_person(findings.likelihoods, person_ids)
    remarks = _remarks(findings.remarks, texts, person_ids)
    evidence = evidence_of(signals, texts)
    at_account = pc.index_in(
        column(persons, "account_id"), value_set=column(findings.accounts, "account_id"), skip_nulls=True
    )
    owners = pc.utf8_lower(pc.utf8_trim_whitespace(column(findings.accounts, "owner_email"))).fill_null("")
    return Sheet(
        generation=generation,
        as_of=as_of,
        persons=persons,
        person_ids=person_ids,
        accounts=findings.accounts,
        at_account=at_account,
        account_owners=owners,
        renews_on=_renews_on(findings),
        owners=owners.take(at_account).fill_null(""),
        signals=signals,
        holds=holds,
        likelihoods=likelihoods,
        remarks=remarks,
        spells=spells_by_person(findings, person_ids),
        moves=findings.moves,
        texts=texts,
        evidence=evidence,
        words=newest_words(signals, evidence, remarks, texts, persons.num_rows),
        standing=standing(persons, signals, holds, likelihoods, as_of=as_of, moment_days=moment_days),
        risks=group_by_person(findings.risks, person_ids, ("observed_on", "descending"), ("risk_id", "ascending")),
        companies=findings.companies,
        history=findings.history,
        since=_microseconds(as_of) - moment_days * 86_400_000_000,
    )


def _renews_on(findings: Findings) -> Array:
    """The day by account, in the order of the accounts."""
    at = pc.index_in(
        column(findings.accounts, "account_id"), value_set=column(findings.renewals, "account_id"), skip_nulls=True
    )
    return column(findings.renewals, "renews_on").take(at)


def _microseconds(as_of: date) -> int:
    return int((end_of(as_of).replace(tzinfo=UTC) - _EPOCH) / timedelta(microseconds=1))


_EPOCH = end_of(date(1969, 12, 31)).replace(tzinfo=UTC)


_UNTOLD = pa.array(("thanks", "neutral"))
"""Kinds that say nothing about somebody which a reader of their page would want to know."""


def _remarks(remarks: pa.Table, texts: Texts, person_ids: Array) -> Grouped:
    told = with_speakers(remarks.filter(pc.invert(pc.is_in(remarks["kind"], value_set=_UNTOLD))), texts)
    return group_by_person(told, person_ids, ("at", "descending"), ("remark_id", "descending"))


def _in_order(holds: pa.Table) -> pa.Table:
    """Add the place among the holds of a person: for everything before one kind of act, for ever before for long."""
    one_kind = pc.greater(pc.utf8_length(column(holds, "act_kind")).fill_null(0), 0)
    later = pc.invert(pc.is_in(column(holds, "code"), value_set=pa.array(_FIRST_HOLDS)))
    days = column(holds, "until").cast(pa.int32())
    ends = np.where(
        days.is_valid().to_numpy(zero_copy_only=False), _LONG - days.fill_null(0).to_numpy(zero_copy_only=False), 0
    )
    flags = [np.asarray(flag.to_numpy(zero_copy_only=False), dtype=np.int64) for flag in (one_kind, later)]
    return holds.append_column("order", pa.array(flags[0] * 4 * _LONG + flags[1] * 2 * _LONG + ends))


_LONG = 10_000_000  # days: more than any calendar of ours has
