"""Until when the contracts of accounts run."""

from datetime import datetime

import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out


def renewals(contracts: ir.Table, *, as_of: datetime) -> ir.Table:
    """Return contract RENEWALS: for each account the last day of the term that ends last, as known on the day.

    A notice of the customer ends no term, and terms without a last day say nothing about one.

    Args:
        contracts: known_contracts.
        as_of: first instant that no longer counts.
    """
    known = contracts.filter(
        contracts.account_id.notnull(),
        contracts.ends_on.notnull(),
        contracts.kind != "churn",
        contracts.signed_on < day(first_day_out(as_of)),
    )
    return known.group_by("account_id").agg(renews_on=known.ends_on.max())
