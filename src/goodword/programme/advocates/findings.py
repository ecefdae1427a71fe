"""What a run hands over to be published."""

from dataclasses import dataclass, field

import pyarrow as pa

from goodword.evidence.records.findings import HOLDS, LIKELIHOODS, REMARKS, RENEWALS, SIGNALS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.whereabouts import COMPANIES, MOVES, RISKS, SPELLS


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found for one day, as Arrow tables. Rows about people who are not in `persons` are left out.

    Attributes:
        persons: contract PERSONS.
        accounts: known accounts.
        signals: contract SIGNALS.
        holds: contract HOLDS.
        likelihoods: contract LIKELIHOODS.
        remarks: contract REMARKS; whose they are is told by `texts`.
        texts: contract TEXTS, at least the rows that evidence or remarks point to; a further column `title` names
            the record where it has a subject line. Without a row here a quote is shown without its surroundings.
        companies: contract COMPANIES.
        spells: contract SPELLS.
        moves: contract MOVES.
        renewals: contract RENEWALS.
        risks: contract RISKS.
        history: known account_history, at least the names of accounts.
    """

    persons: pa.Table
    accounts: pa.Table
    signals: pa.Table
    holds: pa.Table
    likelihoods: pa.Table
    remarks: pa.Table = field(default_factory=REMARKS.empty)
    texts: pa.Table = field(default_factory=TEXTS.empty)
    companies: pa.Table = field(default_factory=COMPANIES.empty)
    spells: pa.Table = field(default_factory=SPELLS.empty)
    moves: pa.Table = field(default_factory=MOVES.empty)
    renewals: pa.Table = field(default_factory=RENEWALS.empty)
    risks: pa.Table = field(default_factory=RISKS.empty)
    history: pa.Table = field(default_factory=KNOWN["account_history"].empty)

    def __post_init__(self) -> None:
        for table, contract in (
            (self.persons, PERSONS),
            (self.accounts, KNOWN["accounts"]),
            (self.signals, SIGNALS),
            (self.holds, HOLDS),
            (self.likelihoods, LIKELIHOODS),
            (self.remarks, REMARKS),
            (self.texts, TEXTS),
            (self.companies, COMPANIES),
            (self.spells, SPELLS),
            (self.moves, MOVES),
            (self.renewals, RENEWALS),
            (self.risks, RISKS),
            (self.history, KNOWN["account_history"]),
        ):
            missing = sorted(set(contract.names) - set(table.column_names))
            if missing:
                raise ValueError(f"{contract.name} lacks {', '.join(missing)}")
