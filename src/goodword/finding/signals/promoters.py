"""Promoters: people whose latest answer says that they would recommend us."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.findings import GOOD
from goodword.finding.signals.days import age, freshness, instant
from goodword.finding.signals.shape import found
from goodword.finding.signals.truth import one_if, surely, unless_denied

NUMBERS = ("score", "age_days", "earlier", "mismatch")
VERSION = 1


def promoters(
    responses: ir.Table,
    remarks: ir.Table,
    persons: ir.Table,
    *,
    as_of: datetime,
    max_age_days: int = 365,
    least_score: float = 9.0,
    most_earlier: int = 3,
    mismatch_factor: float = 0.5,
    shown: int = 5,
) -> ir.Table:
    """Find everybody whose latest NPS answer before `as_of` is a promoter's.

    Args:
        responses: known_responses.
        remarks: what the listener found in their comments.
        persons: who they are.
        as_of: first instant that no longer counts.
        max_age_days: the latest answer may be exactly this old, not older.
        least_score: the least score of a promoter.
        most_earlier: how many earlier promoter answers raise the strength, at most.
        mismatch_factor: what a comment that contradicts the score leaves of the strength.
        shown: how many answers are shown as evidence, at most.

    Returns:
        FOUND and NUMBERS, a row for each promoter answer: the latest first, then earlier ones.
    """
    good = _promoter_answers(responses, as_of=as_of, least_score=least_score)
    latest = good.filter(good.back == 0, good.answered_at >= instant(as_of - timedelta(days=max_age_days)))
    latest = latest.select(
        "person_id",
        "account_id",
        anchor="record_id",
        observed_at="answered_at",
        latest_score="score",
        earlier=latest.answers.cast("float64") - 1.0,
    )
    latest = _with_account(_with_mismatch(latest, remarks), persons)
    points = _points(latest, most_earlier=most_earlier, mismatch_factor=mismatch_factor)
    answered_on = latest.observed_at.date()
    strength = points * freshness(answered_on, as_of, max_age_days)
    signals = latest.mutate(strength=strength, age_days=age(answered_on, as_of))
    answers = good.filter(good.place < shown).select(
        answerer="person_id", evidence_id="record_id", evidence_rank="place", score="score"
    )
    rows = signals.inner_join(answers, signals.person_id == answers.answerer)
    best = _best_words(remarks)
    rows = rows.left_join(best, rows.evidence_id == best.said_in)
    return found(rows.mutate(evidence_table=ibis.literal("responses")), NUMBERS)


def _points(latest: ir.Table, *, most_earlier: int, mismatch_factor: float) -> ir.FloatingValue:
    base = 0.6 + 0.1 * ibis.greatest(ibis.least(latest.latest_score - 9.0, 1.0), 0.0)
    more = 0.3 * ibis.least(latest.earlier / float(most_earlier), 1.0)
    return (base + more) * ibis.ifelse(latest.mismatch > 0, mismatch_factor, 1.0)


def _promoter_answers(responses: ir.Table, *, as_of: datetime, least_score: float) -> ir.Table:
    """Promoter answers with how many answers of any score came after (`back`), their place and their number."""
    answers = responses.filter(
        responses.survey == "nps",
        responses.person_id.notnull(),
        responses.score.notnull(),
        responses.answered_at < instant(as_of),
    )
    answers = answers.select("person_id", "account_id", "record_id", "score", "answered_at").distinct()

    def newest_first(table: ir.Table) -> list[ir.Value]:
        # At the same instant the larger record_id is the later one; two sources with one id: the lower score.
        return [table.answered_at.desc(), table.record_id.desc(), table.score, table.account_id.fill_null("")]

    order = newest_first(answers)
    ranked = answers.mutate(back=ibis.row_number().over(ibis.window(group_by="person_id", order_by=order)))
    good = ranked.filter(ranked.score >= least_score)
    return good.mutate(
        place=ibis.row_number().over(ibis.window(group_by="person_id", order_by=newest_first(good))),
        answers=good.record_id.count().over(ibis.window(group_by="person_id")),
    )


def _with_mismatch(latest: ir.Table, remarks: ir.Table) -> ir.Table:
    """Flag answers whose comment contradicts the score: it complains and praises nothing, or is bitter on balance."""
    said = _of_responses(remarks)
    tone = said.group_by(said_in=said.said_in).agg(
        # Whole millionths: their sum does not depend on the order in which an engine adds them up.
        net=(said.polarity.fill_null(0.0) * 1e6).round().cast("int64").sum(),
        complaints=one_if(said.kind == "complaint").sum(),
        praises=one_if(said.kind.isin(GOOD)).sum(),
    )
    joined = latest.left_join(tone, latest.anchor == tone.said_in)
    contradicts = (joined.net < 0) | ((joined.complaints > 0.0) & (joined.praises == 0.0))
    return joined.mutate(mismatch=one_if(contradicts)).drop("said_in", "net", "complaints", "praises")


def _with_account(latest: ir.Table, persons: ir.Table) -> ir.Table:
    known = persons.select(
        known_as="person_id", known_at="account_id", known_roughly=unless_denied(persons.approximate)
    ).distinct()
    joined = latest.left_join(known, latest.person_id == known.known_as)
    return joined.mutate(
        account_id=ibis.coalesce(joined.account_id, joined.known_at),
        approximate=surely(joined.account_id.isnull() & joined.known_at.notnull() & joined.known_roughly),
    ).drop("known_as", "known_at", "known_roughly")


def _best_words(remarks: ir.Table) -> ir.Table:
    said = _of_responses(remarks)
    good = said.filter(said.kind.isin(GOOD))
    order = [good.polarity.fill_null(0.0).desc(), good.start, good.remark_id]
    ranked = good.mutate(place_said=ibis.row_number().over(ibis.window(group_by="said_in", order_by=order)))
    return ranked.filter(ranked.place_said == 0).select("said_in", "quote", "start", "end")


def _of_responses(remarks: ir.Table) -> ir.Table:
    said = remarks.filter(remarks["table"] == "responses")
    return (
        said.filter(said["kind"] != "neutral")
        .select("remark_id", "start", "end", "quote", "polarity", "kind", said_in="id")
        .distinct()
    )
