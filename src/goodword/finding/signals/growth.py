"""Growth: people who stand behind an account that renewed or grew."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import age, day, first_day_out, freshness, instant
from goodword.finding.signals.shape import found
from goodword.finding.signals.titles import is_executive
from goodword.finding.signals.truth import one_if, surely, unless_denied

NUMBERS = ("growth", "arr", "arr_before", "tenure_years", "pays", "decides", "executive", "age_days")
VERSION = 1
_DAYS_A_YEAR = 365.25


def growth(
    contracts: ir.Table,
    accounts: ir.Table,
    persons: ir.Table,
    interactions: ir.Table,
    *,
    as_of: datetime,
    window_days: int = 120,
    review_days: int = 365,
    full_growth: float = 0.5,
    full_tenure_years: float = 5.0,
    shown: int = 5,
) -> ir.Table:
    """Find those who pay for, sponsor or decide at an account that renewed or expanded.

    Args:
        contracts: known_contracts.
        accounts: known_accounts, for the day they became customers.
        persons: who is at the account on the day, who pays and who decides.
        interactions: known_interactions, for executives who take part in business reviews.
        as_of: first instant that no longer counts.
        window_days: how long before it the contract may have been signed.
        review_days: how long before it an executive may have taken part in a business review.
        full_growth: the growth that counts in full.
        full_tenure_years: the tenure that counts in full.
        shown: how many contracts are shown as evidence, at most.

    Returns:
        FOUND and NUMBERS, a row for each person and contract of the window, the newest contract first.
    """
    grown = _grown(contracts, as_of=as_of, window_days=window_days)
    newest = grown.filter(grown.evidence_rank == 0)
    newest = newest.select("signed_on", "arr", "arr_before", grown_at="account_id", anchor="record_id", growth="most")
    since = _since(contracts, accounts, as_of=as_of)
    newest = newest.left_join(since, newest.grown_at == since.since_at)
    carriers = _carriers(persons, interactions, as_of=as_of, review_days=review_days)
    rows = newest.inner_join(carriers, newest.grown_at == carriers.account_id)
    tenure = ibis.greatest(rows.signed_on.delta(rows.since, unit="day").cast("float64") / _DAYS_A_YEAR, 0.0)
    rows = rows.mutate(tenure_years=tenure, age_days=age(rows.signed_on, as_of))
    points = _points(rows, full_growth=full_growth, full_tenure_years=full_tenure_years)
    rows = rows.mutate(
        observed_at=rows.signed_on.cast("timestamp(6)"),
        strength=points * freshness(rows.signed_on, as_of, window_days),
    )
    shown_contracts = grown.filter(grown.evidence_rank < shown).select(
        "evidence_rank", evidence_of="account_id", evidence_id="record_id"
    )
    rows = rows.inner_join(shown_contracts, rows.grown_at == shown_contracts.evidence_of)
    return found(rows.mutate(evidence_table=ibis.literal("contracts")), NUMBERS)


def _points(rows: ir.Table, *, full_growth: float, full_tenure_years: float) -> ir.FloatingValue:
    grew = ibis.greatest(ibis.least(rows.growth.fill_null(0.0) / full_growth, 1.0), 0.0)
    stayed = ibis.least(rows.tenure_years.fill_null(0.0) / full_tenure_years, 1.0)
    return 0.4 + 0.35 * grew + 0.25 * stayed


def _known(contracts: ir.Table, as_of: datetime) -> ir.Table:
    known = contracts.filter(contracts.account_id.notnull(), contracts.signed_on < day(first_day_out(as_of)))
    return known.select(
        "account_id",
        "record_id",
        "kind",
        "signed_on",
        "arr",
        currency=known.currency.fill_null(""),
    ).distinct()


def _grown(contracts: ir.Table, *, as_of: datetime, window_days: int) -> ir.Table:
    """Renewals and expansions of the window that raised the revenue, with what the account paid before."""
    known = _known(contracts, as_of)
    since = day((as_of - timedelta(days=window_days)).date())
    recent = known.filter(known.kind.isin(["renewal", "expansion"]), known.signed_on >= since)
    priced = known.filter(known.kind != "churn", known.arr.notnull())
    priced = priced.select(
        was_at="account_id",
        was_currency="currency",
        was_on="signed_on",
        was_id="record_id",
        arr_before="arr",
    )
    pairs = recent.left_join(
        priced,
        [
            recent.account_id == priced.was_at,
            recent.currency == priced.was_currency,
            priced.was_on < recent.signed_on,
        ],
    )
    order = [ibis.ifelse(pairs.was_on.isnull(), 1, 0), pairs.was_on.desc(), pairs.was_id.desc()]
    pairs = pairs.mutate(
        back=ibis.row_number().over(ibis.window(group_by=["account_id", "record_id"], order_by=order)),
        growth=(pairs.arr - pairs.arr_before) / ibis.ifelse(pairs.arr_before > 0.0, pairs.arr_before, None),
    )
    # An expansion is growth by its kind unless its amounts deny it; a renewal has to show it.
    up = pairs.arr > pairs.arr_before
    kept = pairs.filter(pairs.back == 0, surely(up) | ((pairs.kind == "expansion") & unless_denied(up)))
    newest_first = [kept.signed_on.desc(), kept.record_id.desc()]
    return kept.mutate(
        evidence_rank=ibis.row_number().over(ibis.window(group_by="account_id", order_by=newest_first)),
        most=kept.growth.max().over(ibis.window(group_by="account_id")),
    )


def _since(contracts: ir.Table, accounts: ir.Table, *, as_of: datetime) -> ir.Table:
    """The first day known on which each account was a customer."""
    known = _known(contracts, as_of)
    signed = known.filter(known.kind != "churn").select(since_at="account_id", on="signed_on")
    started = accounts.filter(accounts.started_on.notnull(), accounts.started_on < day(first_day_out(as_of)))
    both = signed.union(started.select(since_at="account_id", on="started_on"))
    return both.group_by("since_at").agg(since=both.on.min())


def _carriers(persons: ir.Table, interactions: ir.Table, *, as_of: datetime, review_days: int) -> ir.Table:
    """Who is at an account on the day and pays, decides, or leads and takes part in its business reviews."""
    reviews = interactions.filter(
        interactions.channel == "ebr",
        interactions.person_id.notnull(),
        interactions.at < instant(as_of),
        interactions.at >= instant(as_of - timedelta(days=review_days)),
    )
    reviews = reviews.select(reviewer="person_id", review_at="account_id").distinct()
    there = persons.filter(
        persons.account_id.notnull(),
        persons.left_on.isnull() | (persons.left_on >= day(first_day_out(as_of))),
    )
    there = there.select(
        "person_id",
        "account_id",
        pays=surely(there.pays),
        decides=surely(there.influence == "high"),
        leads=is_executive(there.title),
        roughly=unless_denied(there.approximate),
    ).distinct()
    here = reviews.review_at.isnull() | (reviews.review_at == there.account_id)
    rows = there.left_join(reviews, [there.person_id == reviews.reviewer, here])
    executive = rows.leads & rows.reviewer.notnull()
    rows = rows.filter(rows.pays | rows.decides | executive)
    return rows.select(
        "person_id",
        "account_id",
        pays=one_if(rows.pays),
        decides=one_if(rows.decides),
        executive=one_if(executive),
        # Who pays and who decides bears no date, so that only an executive's title can be that of the day.
        approximate=rows.roughly | ~executive,
    )
