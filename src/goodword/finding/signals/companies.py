"""Which accounts are or were customers."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out
from goodword.finding.signals.truth import surely


def customers(accounts: ir.Table, account_history: ir.Table, contracts: ir.Table, *, as_of: datetime) -> ir.Table:
    """Return account_id, first_signed and undated for every account that is or was a customer before `as_of`.

    An account is or was one when it signed a contract, when the day it became one has come, or when its status says
    active or churned: the dated status of that time, else, where no day says otherwise, the latest (`undated`).
    `first_signed` is the day of its first contract, empty where there is none.
    """
    end = day(first_day_out(as_of))
    signed = contracts.filter(contracts.kind != "churn", contracts.signed_on < end)
    signed = signed.group_by(signed_at="account_id").agg(first_signed=signed.signed_on.min())
    was = account_history.filter(
        account_history.field == "status",
        account_history.valid_from < end,
        account_history.value.lower().isin(["active", "churned"]),
    )
    was = was.select(status_at="account_id").distinct()
    told = accounts.group_by(told_at="account_id").agg(
        started_on=accounts.started_on.min(),
        says_so=ibis.ifelse(accounts.status.isin(["active", "churned"]), 1, 0).fill_null(0).max(),
    )
    every = told.select(account_id="told_at").union(signed.select(account_id="signed_at"))
    every = every.union(was.select(account_id="status_at")).distinct()
    rows = every.left_join(told, every.account_id == told.told_at)
    rows = rows.left_join(signed, rows.account_id == signed.signed_at)
    rows = rows.left_join(was, rows.account_id == was.status_at)
    dated = rows.signed_at.notnull() | rows.status_at.notnull() | surely(rows.started_on < end)
    undated = rows.started_on.isnull() & surely(rows.says_so == 1)
    return rows.filter(dated | undated).select("account_id", "first_signed", undated=~dated)
