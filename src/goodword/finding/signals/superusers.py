"""Super users: people who use much of what is open to them, on many days."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import instant
from goodword.finding.signals.plans import opened_by, plans_on
from goodword.finding.signals.shape import found

NUMBERS = (
    "active_days",
    "days_before",
    "trend",
    "features_used",
    "features_open",
    "breadth",
    "frequency_percentile",
    "breadth_percentile",
    "people",
)
VERSION = 1
_PARTS = 1_000_000_000  # breadth is compared in whole thousand-millionths: no engine joins fractions alike


def super_users(
    usage: ir.Table,
    features: ir.Table,
    accounts: ir.Table,
    account_history: ir.Table,
    *,
    as_of: datetime,
    window_days: int = 90,
    least_percentile: float = 0.9,
    least_active_days: int = 10,
) -> ir.Table:
    """Find people whose active days and whose breadth are both among the highest tenth.

    A percentile is the share of the other active people of the window whose value is at most theirs; equals share it.
    At or above .9 is then at or above the 90th percentile as statistics packages compute it (linear interpolation).
    A person counts once for each account they use. Days are UTC.

    Args:
        usage: known_usage.
        features: known_features, which plan opens what; may be empty.
        accounts: known_accounts, for a plan without history.
        account_history: known_account_history, for the plan on the day.
        as_of: first instant that no longer counts.
        window_days: length of the window, and of the one before it that the trend compares with.
        least_percentile: the least percentile of a super user, in both.
        least_active_days: the least number of active days.

    Returns:
        FOUND and NUMBERS, one row a person and account; the evidence is counts over many rows, so it has no id.
    """
    people = _people(usage, features, accounts, account_history, as_of=as_of, window_days=window_days)
    often = _shares(people, "active_days", "frequency_percentile")
    broad = _shares(people, "parts", "breadth_percentile").drop("people")
    rows = people.inner_join(often, people.active_days == often.active_days_bar)
    rows = rows.inner_join(broad, rows.parts == broad.parts_bar)
    rows = rows.filter(
        rows.frequency_percentile >= least_percentile,
        rows.breadth_percentile >= least_percentile,
        rows.active_days >= least_active_days,
    )
    days, before = rows.active_days.cast("float64"), rows.days_before.cast("float64")
    rows = rows.mutate(trend=(days - before) / (days + before), breadth=rows.parts.cast("float64") / float(_PARTS))
    rows = rows.mutate(
        strength=_strength(rows, least_percentile),
        anchor=rows.account_id,
        approximate=rows.plan_undated,
        evidence_table=ibis.literal("usage"),
        evidence_rank=ibis.literal(0),
    )
    return found(rows, NUMBERS)


def _strength(rows: ir.Table, least_percentile: float) -> ir.FloatingValue:
    span = max(1.0 - least_percentile, 1e-9)

    def above(percentile: ir.FloatingValue) -> ir.FloatingValue:
        return ibis.greatest(ibis.least((percentile - least_percentile) / span, 1.0), 0.0)

    risen = (1.0 + rows.trend) / 2.0
    return 0.5 + 0.2 * above(rows.frequency_percentile) + 0.2 * above(rows.breadth_percentile) + 0.1 * risen


def _people(
    usage: ir.Table,
    features: ir.Table,
    accounts: ir.Table,
    account_history: ir.Table,
    *,
    as_of: datetime,
    window_days: int,
) -> ir.Table:
    """Everybody active in the window, with their active days and their breadth in parts."""
    active = _active_days(usage, as_of=as_of, window_days=window_days)
    breadth = _breadth(usage, features, accounts, account_history, as_of=as_of, window_days=window_days)
    both = active.inner_join(breadth, [active.person_id == breadth.breadth_of, active.account_id == breadth.breadth_at])
    share = both.features_used.cast("float64") / both.features_open.cast("float64")
    # A column is computed here, not before the join, so that this step has a name of its own and is run once.
    return both.mutate(parts=(share * float(_PARTS)).round().cast("int64"))


def _uses(usage: ir.Table, *, since: datetime, until: datetime) -> ir.Table:
    """Uses by named people in [since, until); a row that stands for no use at all is none."""
    return usage.filter(
        usage.person_id.notnull(),
        usage.account_id.notnull(),
        usage.feature.notnull(),
        usage["count"].fill_null(1.0) > 0.0,
        usage.at >= instant(since),
        usage.at < instant(until),
    )


def _active_days(usage: ir.Table, *, as_of: datetime, window_days: int) -> ir.Table:
    """Active days of each person and account in the window and in the one before; only people active in the window."""
    start = as_of - timedelta(days=window_days)
    uses = _uses(usage, since=start - timedelta(days=window_days), until=as_of)
    daily = uses.group_by("person_id", "account_id", day=uses.at.date()).agg(last=uses.at.max())
    # Days begin at midnight, and so do both windows for a whole day; else the day of the border counts as the newer's.
    recent = daily["last"] >= instant(start)
    people = daily.group_by("person_id", "account_id").agg(
        active_days=ibis.ifelse(recent, 1, 0).sum().cast("int64"),
        days_before=ibis.ifelse(recent, 0, 1).sum().cast("int64"),
        observed_at=daily["last"].max(),
    )
    return people.filter(people.active_days > 0)


def _breadth(
    usage: ir.Table,
    features: ir.Table,
    accounts: ir.Table,
    account_history: ir.Table,
    *,
    as_of: datetime,
    window_days: int,
) -> ir.Table:
    """Features of their plan that each person used in the window, how many it opens, and the share in parts."""
    uses = _uses(usage, since=as_of - timedelta(days=window_days), until=as_of)
    touched = uses.group_by("person_id", "account_id", "feature").agg(n=uses.count())
    plans = plans_on(accounts, account_history, touched, as_of=as_of)
    plans = plans.select("plan", "plan_undated", plan_of="account_id")
    touched = touched.inner_join(plans, touched.account_id == plans.plan_of)
    opened = opened_by(features, touched.select("plan", "feature").distinct())
    sizes = opened.group_by(opening="plan").agg(features_open=opened.count())
    opened = opened.select(open_plan="plan", open_feature="feature")
    touched = touched.left_join(opened, [touched.plan == opened.open_plan, touched.feature == opened.open_feature])
    people = touched.group_by("person_id", "account_id", "plan", "plan_undated").agg(
        features_used=ibis.ifelse(touched.open_feature.notnull(), 1, 0).sum().cast("int64")
    )
    people = people.inner_join(sizes, people.plan == sizes.opening)
    return people.select(
        "plan_undated",
        "features_used",
        "features_open",
        breadth_of="person_id",
        breadth_at="account_id",
    )


def _shares(people: ir.Table, value: str, name: str) -> ir.Table:
    """For each distinct value the share of the other people whose value is at most that, and how many people there are.

    With n people, k of them at most at x, x reaches the q-quantile by linear interpolation (place q (n - 1) among the
    sorted values, Hyndman and Fan 1996, type 7) exactly where (k - 1) / (n - 1) >= q. Somebody alone is at the top.

    A histogram of the few distinct values does with a join what a percentile function does with a sort of everybody.
    """
    bars = people.group_by(bar=people[value]).agg(height=people.count())
    total = bars.height.sum().over(ibis.window()).cast("float64")
    upto = bars.height.sum().over(ibis.cumulative_window(order_by=bars.bar)).cast("float64")
    others = ibis.ifelse(total > 1, (upto - 1) / (total - 1).nullif(0.0), 1.0)
    return bars.select(**{f"{value}_bar": bars.bar, name: others, "people": total})
