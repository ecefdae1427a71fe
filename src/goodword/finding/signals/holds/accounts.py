"""What goes on at an account: people fall silent, notice is given, a contract runs out."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out, instant, last_day
from goodword.finding.signals.shape import held
from goodword.finding.signals.truth import one_if, surely

VERSION = 2
_FOR_LONGER = ("new", "renewal", "expansion")


def fewer_active(
    usage: ir.Table,
    *,
    as_of: datetime,
    window_days: int = 30,
    least_people: int = 10,
    fall: float = 1 / 3,
) -> ir.Table:
    """Hold an account whose active people fell by `fall` or more against the window before.

    Args:
        usage: known_usage; only named people count, each once.
        as_of: first instant that no longer counts.
        window_days: length of both windows.
        least_people: the least number of active people in the window before.
        fall: the least fall, as a share of the people active before.
    """
    start = as_of - timedelta(days=window_days)
    uses = usage.filter(
        usage.person_id.notnull(),
        usage.account_id.notnull(),
        usage["count"].fill_null(1.0) > 0.0,
        usage.at >= instant(start - timedelta(days=window_days)),
        usage.at < instant(as_of),
    )
    people = uses.group_by("account_id", "person_id").agg(
        now=ibis.ifelse(uses.at >= instant(start), 1, 0).max(),
        before=ibis.ifelse(uses.at < instant(start), 1, 0).max(),
        last=uses.at.max(),
    )
    both = people.group_by("account_id").agg(
        number=people.now.sum().cast("float64"),
        number_before=people.before.sum().cast("float64"),
        observed_at=people["last"].max(),
    )
    # The slack is far below one person: it only keeps a fall of exactly a third from failing by a rounding.
    most = both.number_before * (1.0 - fall) + 1e-6
    fell = both.filter(both.number_before >= least_people, both.number <= most)
    return held(fell.mutate(evidence_table=ibis.literal("usage")), "fewer_active")


def churn_notices(contracts: ir.Table, *, as_of: datetime) -> ir.Table:
    """Hold an account that gave notice of churn or contraction, until it signs again.

    Args:
        contracts: known_contracts; a later new contract, renewal or expansion ends it, whatever its product.
        as_of: first instant that no longer counts.
    """
    known = _known(contracts, as_of)
    again = known.filter(known.kind.isin(_FOR_LONGER))
    again = again.group_by(signer="account_id").agg(again_on=again.signed_on.max())
    notices = known.filter(known.kind.isin(["churn", "contraction"]))
    order = [notices.signed_on.desc(), notices.kind, notices.record_id.desc()]
    notices = notices.mutate(nth=ibis.row_number().over(ibis.window(group_by="account_id", order_by=order)))
    notices = notices.filter(notices.nth == 0)
    notices = notices.left_join(again, notices.account_id == again.signer)
    notices = notices.filter(notices.again_on.isnull() | (notices.again_on <= notices.signed_on))
    # Notice to leave and notice to shrink need different words: the number says which it is.
    leaves = one_if(notices.kind == "churn")
    return held(
        notices.mutate(
            observed_at=notices.signed_on.cast("timestamp(6)"), day=notices.signed_on, number=leaves, **_FROM
        ),
        "churn_notice",
    )


def contracts_ending(contracts: ir.Table, *, as_of: datetime, days: int = 45, overdue_days: int = 365) -> ir.Table:
    """Hold an account of which a contract ends within `days` and nothing later is signed, until it is renewed.

    A contract that ran out without a later one was not renewed either: it holds on for `overdue_days`.

    Args:
        contracts: known_contracts.
        as_of: first instant that no longer counts.
        days: how long before the last day of the term it begins to hold.
        overdue_days: how long after the last day of the term it still holds.
    """
    known = _known(contracts, as_of)
    today = last_day(as_of)
    ending = known.filter(
        known.kind != "churn",
        known.ends_on >= day(today - timedelta(days=overdue_days)),
        known.ends_on <= day(today + timedelta(days=days)),
    )
    # A contraction with a later end did prolong the term; that it shrank is what the hold on notices is for.
    longer = known.filter(known.kind != "churn")
    longer = longer.select(
        later_at="account_id",
        later_product="product",
        later_ends="ends_on",
        later_starts="starts_on",
        later_kind="kind",
    ).distinct()
    covers = (longer.later_product == ending["product"]) | (longer.later_product == "")
    pairs = ending.left_join(longer, [ending.account_id == longer.later_at, covers])
    # Without a last day a contract runs on; but an expansion without one runs as long as what it expands.
    runs_on = pairs.later_ends.isnull() & (pairs.later_starts > pairs.starts_on) & (pairs.later_kind != "expansion")
    later = (pairs.later_ends > pairs.ends_on) | runs_on
    pairs = pairs.mutate(later=ibis.ifelse(surely(later), 1, 0))
    judged = pairs.group_by("account_id", "record_id", "product", "ends_on", "signed_on").agg(later=pairs.later.max())
    last = judged.filter(judged.later == 0)
    order = [last.ends_on.desc(), last.signed_on.desc(), last.record_id.desc()]
    last = last.mutate(nth=ibis.row_number().over(ibis.window(group_by=["account_id", "product"], order_by=order)))
    last = last.filter(last.nth == 0)
    return held(
        last.mutate(observed_at=last.signed_on.cast("timestamp(6)"), day=last.ends_on, **_FROM), "contract_ending"
    )


_FROM = {"evidence_table": ibis.literal("contracts"), "evidence_id": ibis._.record_id}


def _known(contracts: ir.Table, as_of: datetime) -> ir.Table:
    known = contracts.filter(contracts.account_id.notnull(), contracts.signed_on < day(first_day_out(as_of)))
    return known.select(
        "account_id",
        "record_id",
        "kind",
        "signed_on",
        "ends_on",
        starts_on=ibis.coalesce(known.starts_on, known.signed_on),
        product=known["product"].fill_null(""),
    ).distinct()
