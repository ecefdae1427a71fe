"""Wins: customers' people who praise us or say what they reached with us."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.findings import GOOD
from goodword.finding.signals.days import age, freshness, instant
from goodword.finding.signals.heard import heard
from goodword.finding.signals.shape import found
from goodword.finding.signals.titles import is_executive
from goodword.finding.signals.truth import one_if, surely, unless_denied

NUMBERS = ("polarity", "outcome", "executive", "business_review", "remarks", "age_days")
VERSION = 1


def wins(
    remarks: ir.Table,
    texts: ir.Table,
    persons: ir.Table,
    *,
    as_of: datetime,
    max_age_days: int = 365,
    shown: int = 5,
) -> ir.Table:
    """Find every record in which a customer's person praises us or states a win: one signal a record.

    Args:
        remarks: what the listener found.
        texts: the records it listened to.
        persons: who they are; the title tells executives.
        as_of: first instant that no longer counts.
        max_age_days: the record may be exactly this old, not older.
        shown: how many remarks of one record are shown as evidence, at most.

    Returns:
        FOUND and NUMBERS, a row for each praising remark; the one that states an outcome first, then the warmest.
    """
    said = heard(remarks, texts, as_of=as_of)
    good = said.filter(said.kind.isin(GOOD), said.at >= instant(as_of - timedelta(days=max_age_days)))
    good = _of_the_record(_ranked(good))
    titles = persons.select(
        known_as="person_id",
        known_at="account_id",
        executive=is_executive(persons.title),
        roughly=unless_denied(persons.approximate),
    ).distinct()
    rows = good.left_join(titles, good.person_id == titles.known_as)
    rows = rows.mutate(
        executive=one_if(rows.executive),
        business_review=one_if(rows.channel == "ebr"),
        approximate=_approximate(rows),
        account_id=ibis.coalesce(rows.account_id, rows.known_at),
        age_days=age(rows.at.date(), as_of),
    )
    rows = rows.mutate(
        strength=_points(rows) * freshness(rows.at.date(), as_of, max_age_days),
        anchor=rows.where + ":" + rows.record_id,
        observed_at=rows.at,
        evidence_table=rows.where,
        evidence_id=rows.record_id,
    )
    return found(rows.filter(rows.evidence_rank < shown), NUMBERS)


def _of_the_record(good: ir.Table) -> ir.Table:
    """A win or an outcome is worth its points wherever in the record it stands."""
    return good.mutate(
        won=_any(good.kind == "win"),
        outcome=_any(good.outcome),
        polarity=_most(good.polarity),
        remarks=_most(good.evidence_rank + 1).cast("float64"),
    )


def _points(rows: ir.Table) -> ir.FloatingValue:
    warm = ibis.greatest(ibis.least(rows.polarity, 1.0), 0.0)
    said = 0.35 + 0.2 * rows.won + 0.15 * rows.outcome + 0.05 * warm
    return said + 0.15 * rows.executive + 0.1 * rows.business_review


def _ranked(good: ir.Table) -> ir.Table:
    order = [
        ibis.ifelse(good.outcome, 0, 1),
        ibis.ifelse(good.kind == "win", 0, 1),
        good.polarity.desc(),
        good.start,
        good.remark_id,
    ]
    return good.mutate(evidence_rank=ibis.row_number().over(_record(order)))


def _any(is_so: ir.BooleanValue) -> ir.FloatingValue:
    return _most(one_if(is_so))


def _most(value: ir.NumericValue) -> ir.NumericValue:
    return value.max().over(_record())


def _record(order: list[ir.Value] | None = None) -> ibis.expr.builders.WindowBuilder:
    return ibis.window(group_by=["where", "record_id", "person_id"], order_by=order)


def _approximate(rows: ir.Table) -> ir.BooleanValue:
    """The title, and the account where the record names none, are the latest ones where no date is known."""
    leans_on_them = rows.executive | (rows.account_id.isnull() & rows.known_at.notnull())
    return surely(leans_on_them & rows.roughly)
