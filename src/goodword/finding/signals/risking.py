"""From the rows of a risk rule to risks as they are published."""

from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.records.whereabouts import RISKS
from goodword.finding.signals.rule import Rule
from goodword.finding.signals.sentences import spoken_day
from goodword.kit.ids import stable_id

type Row = dict[str, Any]

_ROLES = {"pays": "holds the budget", "influence": "has a high say", "advocate": "spoke for us"}


def risks_of(rule: Rule, found: pa.Table, persons: pa.Table, accounts: pa.Table, *, as_of: date) -> pa.Table:
    """Return contract RISKS for what a risk rule returned, whatever the order of its rows.

    Args:
        rule: the risk rule.
        found: contract RISKED.
        persons: contract PERSONS, for names.
        accounts: known accounts, for names.
        as_of: the day it was found for.

    Returns:
        one row a person and account, sorted by account, person and id.
    """
    who = {person["person_id"]: person["name"] or person["email"] for person in persons.to_pylist()}
    where = dict(sorted(zip(accounts["account_id"].to_pylist(), accounts["name"].to_pylist(), strict=True)))
    risks = {}
    for row in found.to_pylist():
        risk = _risk(rule, row, who.get(row["person_id"]), where.get(row["account_id"]), as_of)
        risks[risk["risk_id"]] = risk
    ordered = sorted(risks.values(), key=lambda risk: (risk["account_id"], risk["person_id"], risk["risk_id"]))
    return pa.Table.from_pylist(ordered, schema=RISKS.arrow())


def _risk(rule: Rule, row: Row, name: str | None, account: str | None, as_of: date) -> Row:
    named = {**row, "name": name or "Somebody", "account": account or row["account_id"]}
    return {
        **{column: row[column] for column in RISKS.names if column in row},
        "risk_id": stable_id("risk", rule.name, row["person_id"], row["account_id"]),
        "rule": rule.name,
        "rule_version": rule.version,
        "as_of": as_of,
        "sentence": sentence(named, as_of),
    }


def sentence(row: Row, as_of: date) -> str:
    """Say what happened, how it is known and why it matters, in one sentence."""
    on = spoken_day(row["observed_on"], as_of)
    what = {
        "bounced": f"is gone from {row['account']}: mails come back since {on}",
        "moved_on": f"is gone from {row['account']}: seen at another company since {on}",
    }.get(row["how"], f"left {row['account']} on {on}")
    return f"{row['name']}, who {_ROLES[row['role']]}, {what}."
