"""What people told us: a low answer, a complaint, or that nobody may ask them."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.findings import GOOD
from goodword.finding.signals.days import day, days_after, first_day_out, instant
from goodword.finding.signals.heard import heard
from goodword.finding.signals.shape import held

VERSION = 2


def low_nps(responses: ir.Table, *, as_of: datetime, max_score: float = 6.0, days: int = 365) -> ir.Table:
    """Hold a person whose latest NPS answer is 0 to `max_score`, until a later answer or for `days`.

    Args:
        responses: known_responses.
        as_of: first instant that no longer counts.
        max_score: the greatest score that holds.
        days: how long it holds.
    """
    answers = responses.filter(
        responses.survey == "nps",
        responses.person_id.notnull(),
        responses.score.notnull(),
        responses.answered_at < instant(as_of),
    )
    latest = _latest(_answers(answers, "responses", answers.answered_at, answers.score))
    low = latest.filter(latest.number <= max_score)
    return _held_for(low, "low_nps", as_of=as_of, days=days)


def low_csat(
    responses: ir.Table, interactions: ir.Table, *, as_of: datetime, max_score: float = 2.0, days: int = 30
) -> ir.Table:
    """Hold a person who was discontent with our help (CSAT 1 to `max_score`), for `days` after the latest such answer.

    Args:
        responses: known_responses.
        interactions: known_interactions; a ticket's `csat` counts from the day it was resolved, else from its own.
        as_of: first instant that no longer counts.
        max_score: the greatest score that holds.
        days: how long it holds.
    """
    surveys = responses.filter(responses.survey == "csat", responses.score <= max_score)
    tickets = interactions.filter(interactions.csat <= max_score)
    given = ibis.coalesce(tickets.resolved_at, tickets.at)
    low = _answers(surveys, "responses", surveys.answered_at, surveys.score).union(
        _answers(tickets, "interactions", given, tickets.csat)
    )
    low = low.filter(low.person_id.notnull(), low.observed_at < instant(as_of))
    return _held_for(_latest(low), "low_csat", as_of=as_of, days=days)


def complaints(remarks: ir.Table, texts: ir.Table, *, as_of: datetime, days: int = 90) -> ir.Table:
    """Hold a person who complained after they last praised us, until they praise us again or for `days`.

    Praise and complaint of the same instant, as in one and the same text, hold nobody.

    Args:
        remarks: what the listener found.
        texts: the records it listened to.
        as_of: first instant that no longer counts.
        days: how long it holds.
    """
    said = heard(remarks, texts, as_of=as_of)
    praised = said.filter(said.kind.isin(GOOD)).group_by(praiser="person_id").agg(praised_at=ibis._.at.max())
    bad = said.filter(said.kind == "complaint", said.at >= instant(as_of - timedelta(days=days)))
    order = [bad.at.desc(), bad.polarity, bad.where, bad.record_id, bad.start, bad.remark_id]
    bad = bad.mutate(nth=ibis.row_number().over(ibis.window(group_by="person_id", order_by=order)))
    bad = bad.filter(bad.nth == 0)
    bad = bad.left_join(praised, bad.person_id == praised.praiser)
    bad = bad.filter(bad.praised_at.isnull() | (bad.at > bad.praised_at))
    bad = bad.mutate(observed_at=bad.at, evidence_table=bad.where, evidence_id=bad.record_id)
    return _held_for(bad, "complaint", as_of=as_of, days=days)


def opted_out(persons: ir.Table, *, as_of: datetime) -> ir.Table:
    """Hold a person who said that nobody may ask them, until they say otherwise.

    Args:
        persons: who they are; `opted_out_on` is empty again once they consented anew.
        as_of: first instant that no longer counts.
    """
    out = persons.filter(persons.opted_out_on < day(first_day_out(as_of)))
    out = out.select("person_id", "account_id", on="opted_out_on")
    return held(
        out.mutate(observed_at=out.on.cast("timestamp(6)"), evidence_table=ibis.literal("people"), day=out.on),
        "opted_out",
    )


def _answers(rows: ir.Table, table: str, at: ir.TimestampValue, score: ir.NumericValue) -> ir.Table:
    return rows.select(
        "person_id",
        "account_id",
        observed_at=at,
        number=score.cast("float64"),
        evidence_table=ibis.literal(table),
        evidence_id="record_id",
    ).distinct()


def _latest(answers: ir.Table) -> ir.Table:
    # The same order as the promoter's: at one instant the larger id is the later answer, of two with one id the lower.
    order = [
        answers.observed_at.desc(),
        answers.evidence_id.desc(),
        answers.number,
        answers.evidence_table,
        answers.account_id.fill_null(""),
    ]
    ranked = answers.mutate(nth=ibis.row_number().over(ibis.window(group_by="person_id", order_by=order)))
    return ranked.filter(ranked.nth == 0)


def _held_for(rows: ir.Table, code: str, *, as_of: datetime, days: int) -> ir.Table:
    rows = rows.filter(rows.observed_at >= instant(as_of - timedelta(days=days)))
    said_on = rows.observed_at.date()
    return held(rows.mutate(until=days_after(said_on, days), day=said_on), code)
