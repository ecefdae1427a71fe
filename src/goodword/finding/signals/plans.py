"""Which features were open to an account on a day."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out


def plans_on(accounts: ir.Table, account_history: ir.Table, used: ir.Table, *, as_of: datetime) -> ir.Table:
    """Return account_id, plan (lower case; empty where not known) and plan_undated for each account of `used`.

    The plan is the last dated value before `as_of`; where there is none, the latest value of the account, undated.
    """
    dated = account_history.filter(
        account_history.field == "plan", account_history.valid_from < day(first_day_out(as_of))
    )
    # One account may be told of by several sources: of values from the same day the greatest is taken, so that
    # neither the order of rows nor that of loading matters.
    newest = dated.group_by("account_id").agg(valid_from=dated.valid_from.max())
    newest = newest.select(newest_of="account_id", newest_from="valid_from")
    dated = dated.inner_join(newest, [dated.account_id == newest.newest_of, dated.valid_from == newest.newest_from])
    dated = dated.group_by(dated_of="account_id").agg(dated_plan=dated.value.max())
    latest = accounts.group_by(latest_of="account_id").agg(latest_plan=accounts.plan.max())
    asked = used.select("account_id").distinct()
    rows = asked.left_join(dated, asked.account_id == dated.dated_of)
    rows = rows.left_join(latest, rows.account_id == latest.latest_of)
    plan = ibis.ifelse(rows.dated_of.notnull(), rows.dated_plan, rows.latest_plan)
    return rows.select("account_id", plan=_plain(plan), plan_undated=rows.dated_of.isnull())


def opened_by(features: ir.Table, used: ir.Table) -> ir.Table:
    """Return plan and feature, once for each feature that a plan opens.

    Args:
        features: known_features; a row without a plan opens its feature to every plan.
        used: plan and feature, of what was used. A plan of which `features` says nothing opens what anybody on it used.
    """
    listed = features.filter(features.feature.notnull()).select(plan=_plain(features.plan), feature=features.feature)
    plans = used.select("plan").distinct()
    everywhere = listed.filter(listed.plan == "").select("feature").distinct()
    open_to_all = plans.cross_join(everywhere).select("plan", "feature")
    own = listed.filter(listed.plan != "").select("plan", "feature")
    known = own.union(open_to_all).distinct()
    seen = used.select("plan", "feature").distinct()
    told = known.select(told_plan="plan").distinct()
    seen = seen.anti_join(told, seen.plan == told.told_plan)
    return known.union(seen).distinct()


def _plain(plan: ir.StringValue) -> ir.StringValue:
    return plan.fill_null("").strip().lower()
