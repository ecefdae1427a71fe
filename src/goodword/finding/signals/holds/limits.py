"""What we asked before: rest, not now, never, and the cap."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import day, days_after, first_day_out, last_day, next_quarter, quarter
from goodword.finding.signals.shape import held

VERSION = 3


def resting(ledger_asks: ir.Table, ledger_acts: ir.Table, *, as_of: datetime, days: int = 45) -> ir.Table:
    """Hold a person for `days` after they were asked or did something for us, or as long as its kind of act needs.

    Args:
        ledger_asks: the ledger's asks.
        ledger_acts: the ledger's acts.
        as_of: first instant that no longer counts.
        days: how long a person rests at least.
    """
    asks = ledger_asks.select(
        *("person_id", "account_id", "rests_until"),
        day="asked_on",
        evidence_table=ibis.literal("asks"),
        evidence_id="ask_id",
    )
    acts = ledger_acts.select(
        *("person_id", "account_id", "rests_until"),
        day="done_on",
        evidence_table=ibis.literal("acts"),
        evidence_id="act_id",
    )
    both = asks.union(acts)
    both = both.filter(both.person_id.notnull(), both.day < day(first_day_out(as_of)))
    at_least = days_after(both.day, days)
    both = both.mutate(until=ibis.greatest(at_least, both.rests_until.fill_null(at_least)))
    return _lasting(_first(both, both.until.desc(), both.day.desc()), "resting", as_of=as_of)


def not_now(ledger_asks: ir.Table, ledger_answers: ir.Table, *, as_of: datetime, days: int = 90) -> ir.Table:
    """Hold a person for `days` after they last answered "not now".

    Args:
        ledger_asks: the ledger's asks.
        ledger_answers: the ledger's answers.
        as_of: first instant that no longer counts.
        days: how long "not now" holds.
    """
    return _for_days(
        _newest(_answered(ledger_asks, ledger_answers, "not_now", as_of)), "not_now", as_of=as_of, days=days
    )


def never(ledger_asks: ir.Table, ledger_answers: ir.Table, *, as_of: datetime) -> ir.Table:
    """Hold a person for ever from the kind of act to which they answered "never", and from no other.

    Args:
        ledger_asks: the ledger's asks.
        ledger_answers: the ledger's answers.
        as_of: first instant that no longer counts.
    """
    said = _answered(ledger_asks, ledger_answers, "never", as_of)
    said = said.filter(said.act_kind.notnull())
    order = [said.day, said.evidence_id, said.account_id.fill_null("")]
    first = said.mutate(nth=ibis.row_number().over(ibis.window(group_by=["person_id", "act_kind"], order_by=order)))
    first = first.filter(first.nth == 0)
    return held(first.mutate(observed_at=first.day.cast("timestamp(6)")), "never")


def capped(ledger_asks: ir.Table, *, as_of: datetime, asks: int = 2) -> ir.Table:
    """Hold a person who was asked `asks` times in the calendar quarter of the day, until the next quarter.

    Args:
        ledger_asks: the ledger's asks, of all kinds and teams.
        as_of: first instant that no longer counts.
        asks: how many asks a quarter bears.
    """
    today = last_day(as_of)
    rows = ledger_asks.filter(
        ledger_asks.person_id.notnull(),
        ledger_asks.asked_on >= day(quarter(today)),
        ledger_asks.asked_on < day(first_day_out(as_of)),
    )
    rows = rows.select(
        "person_id",
        "account_id",
        "kind",
        day="asked_on",
        evidence_id="ask_id",
        evidence_table=ibis.literal("asks"),
    ).distinct()
    rows = rows.mutate(number=rows.evidence_id.count().over(ibis.window(group_by="person_id")).cast("float64"))
    last = _newest(rows.filter(rows.number >= asks))
    return held(last.mutate(observed_at=last.day.cast("timestamp(6)"), until=day(next_quarter(today))), "capped")


def _answered(ledger_asks: ir.Table, ledger_answers: ir.Table, answer: str, as_of: datetime) -> ir.Table:
    end = day(first_day_out(as_of))
    asks = ledger_asks.filter(ledger_asks.person_id.notnull(), ledger_asks.asked_on < end)
    asks = asks.select("person_id", "account_id", act_kind="kind", evidence_id="ask_id").distinct()
    answers = ledger_answers.filter(ledger_answers.answer == answer, ledger_answers.answered_on < end)
    answers = answers.select(answered="ask_id", day="answered_on").distinct()
    both = asks.inner_join(answers, asks.evidence_id == answers.answered)
    return both.mutate(evidence_table=ibis.literal("asks"))


def _newest(rows: ir.Table) -> ir.Table:
    return _first(rows, rows.day.desc())


def _first(rows: ir.Table, *order: ir.Value) -> ir.Table:
    """Of each person the row that comes first, the same one whatever order they arrived in."""
    order = (*order, rows.evidence_table, rows.evidence_id.desc(), rows.account_id.fill_null(""))
    ranked = rows.mutate(nth=ibis.row_number().over(ibis.window(group_by="person_id", order_by=order)))
    return ranked.filter(ranked.nth == 0)


def _for_days(rows: ir.Table, code: str, *, as_of: datetime, days: int) -> ir.Table:
    return _lasting(rows.mutate(until=days_after(rows.day, days)), code, as_of=as_of)


def _lasting(rows: ir.Table, code: str, *, as_of: datetime) -> ir.Table:
    rows = rows.mutate(observed_at=rows.day.cast("timestamp(6)"))
    # "Not now" holds from every kind of act, so that the kind of the ask is left behind.
    rows = rows.filter(rows.until >= day(first_day_out(as_of))).mutate(act_kind=ibis.null("string"))
    return held(rows, code)
