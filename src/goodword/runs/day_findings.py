"""What a day's work comes to, before anybody publishes or prints it."""

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from goodword.runs.people.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class DayFindings:
    """Everything found for one day.

    Attributes:
        as_of: the day.
        fingerprint: changes when anything it depends on changes: records, ledger, rules, thresholds, day.
        persons: contract PERSONS.
        accounts: known accounts.
        remarks: contract REMARKS.
        signals: contract SIGNALS.
        holds: contract HOLDS.
        risks: contract RISKS.
        likelihoods: contract LIKELIHOODS.
        ledger: the tables of contract LEDGER that have rows by now, by name.
        humans: contract HUMANS.
        told: contract TOLD_VALUES, of those whose records differ or whose values somebody put right.
        where: companies, spells and moves.
    """

    as_of: date
    fingerprint: str
    persons: pa.Table
    accounts: pa.Table
    remarks: pa.Table
    signals: pa.Table
    holds: pa.Table
    risks: pa.Table
    likelihoods: pa.Table
    ledger: dict[str, pa.Table]
    humans: pa.Table
    told: pa.Table
    where: Whereabouts
