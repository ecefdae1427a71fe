"""Sponsor gone: somebody who paid for us, decided or spoke for us has left the account."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.whereabouts import RISKED
from goodword.finding.signals.days import day, first_day_out, last_day
from goodword.finding.signals.truth import surely

VERSION = 1


def sponsors_gone(
    spells: ir.Table,
    persons: ir.Table,
    accounts: ir.Table,
    acts: ir.Table,
    *,
    as_of: datetime,
    window_days: int = 180,
) -> ir.Table:
    """Find people who hold the budget, have a high say or did an act for us, and are known to have left an account.

    Args:
        spells: contract SPELLS; one that ended counts, where no spell at the same company goes on.
        persons: who pays and who decides.
        accounts: known_accounts; churned ones and prospects have no sponsor to lose.
        acts: contract LEDGER_ACTS, for who has spoken for us.
        as_of: first instant that no longer counts.
        window_days: how long before it they may have left; later the account has long had to do without.

    Returns:
        RISKED, one row a person and account: the last time they left it.
    """
    end = day(first_day_out(as_of))
    since = day(last_day(as_of) - timedelta(days=window_days))
    left = _left(spells)
    left = left.filter(left.observed_on < end, left.observed_on >= since)
    kept = accounts.filter(accounts.status.fill_null("active") == "active").select(kept_id="account_id").distinct()
    left = left.semi_join(kept, left.account_id == kept.kept_id)
    weighty = _weighty(persons, acts, end)
    rows = left.inner_join(weighty, left.person_id == weighty.weighty_id)
    schema = RISKED.schema()
    rows = rows.mutate(kind=ibis.literal("sponsor_gone"))
    return rows.select(**{name: rows[name].cast(kind) for name, kind in schema.items()}).distinct()


def _left(spells: ir.Table) -> ir.Table:
    """The last end of each person at each account, unless they are still at that company."""
    spells = spells.filter(spells.person_id.notnull(), spells.company_id.notnull())
    over = spells.ended_on.coalesce(spells.ended_not_after)
    # A spell without any day at its end goes on, as far as anybody knows.
    still = spells.filter(over.isnull()).select(still_id="person_id", still_at="company_id").distinct()
    ended = spells.filter(over.notnull(), spells.account_id.notnull())
    ended = ended.mutate(
        observed_on=ended.ended_on.coalesce(ended.ended_not_after),
        approximate=ended.ended_on.isnull(),
        how=ended.ended_by,
        evidence_table=ended.ended_table,
        evidence_id=ended.ended_id,
    )
    ended = ended.anti_join(still, [ended.person_id == still.still_id, ended.company_id == still.still_at])
    order = [ended.observed_on.desc(), ended.spell_id]
    placed = ended.mutate(
        place=ibis.row_number().over(ibis.window(group_by=["person_id", "account_id"], order_by=order))
    )
    return placed.filter(placed.place == 0)


def _weighty(persons: ir.Table, acts: ir.Table, end: ir.DateValue) -> ir.Table:
    """Who pays, decides or has spoken for us, and which of it: the first of these."""
    spoke = acts.filter(acts.person_id.notnull(), acts.done_on < end).select(spoke_id="person_id").distinct()
    rows = persons.left_join(spoke, persons.person_id == spoke.spoke_id)
    role = ibis.cases(
        (surely(rows.pays), "pays"),
        (surely(rows.influence == "high"), "influence"),
        (rows.spoke_id.notnull(), "advocate"),
        else_=ibis.null("string"),
    )
    rows = rows.select(weighty_id="person_id", role=role)
    return rows.filter(rows.role.notnull())
