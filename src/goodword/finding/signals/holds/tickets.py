"""Open tickets: a fire at the account, or at the person."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out, instant, working_days_after
from goodword.finding.signals.shape import held
from goodword.finding.signals.truth import surely

VERSION = 3


def urgent_tickets(
    interactions: ir.Table,
    persons: ir.Table,
    *,
    as_of: datetime,
    working_days: int = 5,
    unknown_days: int = 30,
) -> ir.Table:
    """Hold the whole account while a ticket of priority urgent is open, and `working_days` after it is resolved.

    Args:
        interactions: known_interactions.
        persons: gives the account where the ticket names only a person.
        as_of: first instant that no longer counts.
        working_days: working days (Monday to Friday) after the day it was resolved; the last of them is free again.
        unknown_days: how long a ticket counts as open that says neither how it stands nor when it was resolved.
    """
    tickets = _tickets(interactions, "urgent", as_of=as_of)
    where = persons.select(where_id="person_id", where_at="account_id").distinct()
    tickets = tickets.left_join(where, tickets.person_id == where.where_id)
    resolved = tickets.resolved_on.notnull() & ~_reopened(tickets)
    until = ibis.ifelse(resolved, working_days_after(tickets.resolved_on, working_days), None)
    tickets = tickets.mutate(
        account_id=ibis.coalesce(tickets.account_id, tickets.where_at), person_id=ibis.null("string"), until=until
    )
    still = surely(tickets.until >= day(first_day_out(as_of)))
    tickets = tickets.filter(
        tickets.account_id.notnull(), still | (tickets.until.isnull() & _open(tickets, as_of, unknown_days))
    )
    # The sentence of an open one says how long.
    waits = ibis.ifelse(tickets.until.isnull(), ibis.literal(working_days).cast("float64"), None)
    return held(tickets.mutate(day=tickets.resolved_on, number=waits), "urgent_ticket")


def high_tickets(interactions: ir.Table, *, as_of: datetime, unknown_days: int = 30) -> ir.Table:
    """Hold the person while a ticket of theirs of priority high is open.

    Args:
        interactions: known_interactions.
        as_of: first instant that no longer counts.
        unknown_days: how long a ticket counts as open that says neither how it stands nor when it was resolved.
    """
    tickets = _tickets(interactions, "high", as_of=as_of)
    unresolved = tickets.resolved_on.isnull() | _reopened(tickets)
    tickets = tickets.filter(tickets.person_id.notnull(), unresolved & _open(tickets, as_of, unknown_days))
    return held(tickets, "high_ticket")


def _tickets(interactions: ir.Table, priority: str, *, as_of: datetime) -> ir.Table:
    """Tickets of a priority as they stood: what was resolved only later is open, with no day of resolution."""
    end = instant(as_of)
    tickets = interactions.filter(
        interactions.channel == "ticket", interactions.priority == priority, interactions.at < end
    )
    later = surely(tickets.resolved_at >= end)
    return tickets.select(
        "person_id",
        "account_id",
        observed_at="at",
        evidence_table=ibis.literal("interactions"),
        evidence_id="record_id",
        resolved_on=ibis.ifelse(later, None, tickets.resolved_at).date(),
        # A status bears no day; where the resolution came later, the ticket was open, whatever it says now.
        status=ibis.ifelse(later, "open", tickets.status),
    ).distinct()


def _reopened(tickets: ir.Table) -> ir.BooleanValue:
    """Resolved once, yet said to be open: it counts as open, for a wrong silence costs less than a wrong ask."""
    return surely(tickets.status.isin(["open", "pending"])) & tickets.resolved_on.notnull()


def _open(tickets: ir.Table, as_of: datetime, unknown_days: int) -> ir.BooleanValue:
    silent = tickets.status.isnull() & tickets.resolved_on.isnull()
    fresh = tickets.observed_at >= instant(as_of - timedelta(days=unknown_days))
    return surely(tickets.status.isin(["open", "pending"])) | (silent & fresh)
