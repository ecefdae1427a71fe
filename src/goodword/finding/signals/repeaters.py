"""Repeat customers: people who were with a customer before, and came to another."""

from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir

from goodword.finding.signals.companies import customers
from goodword.finding.signals.days import age, freshness, instant
from goodword.finding.signals.shape import found
from goodword.finding.signals.truth import one_if, surely

NUMBERS = ("brought", "active", "earlier_accounts", "age_days")
VERSION = 2


def repeat_customers(  # noqa: PLR0917 - its tables stand in the order of the catalogue
    spells: ir.Table,
    persons: ir.Table,
    accounts: ir.Table,
    account_history: ir.Table,
    contracts: ir.Table,
    usage: ir.Table,
    interactions: ir.Table,
    responses: ir.Table,
    *,
    as_of: datetime,
    active_days: int = 90,
    fade_days: int = 1095,
    approximate_factor: float = 0.8,
    shown: int = 5,
) -> ir.Table:
    """Find people who worked at one customer, then at another that signed after they joined or where they are active.

    Args:
        spells: contract SPELLS; those at companies that are no accounts are left aside.
        persons: where each person is on the day, which orders undated spells.
        accounts: known_accounts.
        account_history: known_account_history, for the status of the time.
        contracts: known_contracts.
        usage: known_usage.
        interactions: known_interactions.
        responses: known_responses.
        as_of: first instant that no longer counts.
        active_days: how long before it they may have last used, spoken or answered, to be active there.
        fade_days: age of the newest fact from which strength no longer falls.
        approximate_factor: what undated employments leave of the strength.
        shown: how many earlier employments are shown as evidence, at most.

    Returns:
        FOUND and NUMBERS, for each person and later account a row for the later employment and for each earlier one.
    """
    buyers = customers(accounts, account_history, contracts, as_of=as_of)
    moves = _moves(_at_customers(_spells(spells, persons), buyers))
    present = _present(usage, interactions, responses, since=as_of - timedelta(days=active_days), until=as_of)
    moves = moves.left_join(present, [moves.person_id == present.present_id, moves.account_id == present.present_at])
    brought = surely(moves.first_signed > moves.joined_by)
    active = moves.last_seen.notnull()
    moves = moves.filter(brought | active)
    rows = _with_strength(moves, as_of=as_of, fade_days=fade_days, approximate_factor=approximate_factor)
    return found(_with_evidence(rows, shown=shown), NUMBERS)


def _spells(spells: ir.Table, persons: ir.Table) -> ir.Table:
    """One row a person and account: first day and last day where known, whether they are there now, the record."""
    rows = spells.filter(spells.person_id.notnull(), spells.account_id.notnull(), spells.company_id.notnull())
    rows = rows.select(
        "person_id",
        "account_id",
        "company_id",
        "record_id",
        joined_on="started_on",
        joined_by=rows.started_on.coalesce(rows.started_not_after),
        left_on=rows.ended_on.coalesce(rows.ended_not_after),
        origin=rows.table,
    )
    one = _one_a_place(rows)
    where = persons.select(where_id="person_id", where_at="account_id").distinct()
    one = one.left_join(where, one.person_id == where.where_id)
    return one.mutate(here=surely(one.where_at == one.account_id)).drop("where_id", "where_at")


def _one_a_place(spells: ir.Table) -> ir.Table:
    """Several spells at one account are one, from the first day to the last; the earliest record stands for it."""
    place = ibis.window(group_by=["person_id", "account_id"])
    order = [ibis.ifelse(spells.joined_on.isnull(), 1, 0), spells.joined_on, spells.record_id]
    first = spells.mutate(
        nth=ibis.row_number().over(ibis.window(group_by=["person_id", "account_id"], order_by=order)),
        first_on=spells.joined_on.min().over(place),
        first_by=spells.joined_by.min().over(place),
        last_on=spells.left_on.max().over(place),
        still=ibis.ifelse(spells.left_on.isnull(), 1, 0).max().over(place),
    )
    return first.filter(first.nth == 0).select(
        "person_id",
        "account_id",
        "company_id",
        "record_id",
        "origin",
        joined_on="first_on",
        joined_by="first_by",
        left_on=ibis.ifelse(first.still == 1, None, first.last_on),
    )


def _at_customers(spells: ir.Table, buyers: ir.Table) -> ir.Table:
    buyers = buyers.select("first_signed", "undated", buyer="account_id")
    both = spells.inner_join(buyers, spells.account_id == buyers.buyer)
    return both.select(*spells.columns, "first_signed", roughly=both.joined_on.isnull() | both.undated)


def _moves(spells: ir.Table) -> ir.Table:
    """Pairs of an earlier and a later spell of one person at two different companies."""
    earlier = spells.select(**{f"was_{name}": spells[name] for name in spells.columns})
    pairs = spells.inner_join(
        earlier, [spells.person_id == earlier.was_person_id, spells.company_id != earlier.was_company_id]
    )
    both_dated = pairs.joined_on.notnull() & pairs.was_joined_on.notnull()
    dated = both_dated & surely(pairs.was_joined_on < pairs.joined_on)
    left_behind = pairs.was_left_on.notnull() & pairs.left_on.isnull()
    came_here = pairs.here & ~pairs.was_here
    moved_on = ~both_dated & (left_behind | (came_here & pairs.left_on.isnull()))
    return pairs.filter(dated | moved_on).mutate(roughly=pairs.roughly | pairs.was_roughly)


def _present(
    usage: ir.Table, interactions: ir.Table, responses: ir.Table, *, since: datetime, until: datetime
) -> ir.Table:
    """When each person was last seen at each account in [since, until): used, spoke to us or answered."""
    used = usage.filter(usage["count"].fill_null(1.0) > 0.0)
    spoke = interactions.filter(interactions.direction.fill_null("in") == "in")
    parts = [
        used.select("person_id", "account_id", seen=used.at),
        spoke.select("person_id", "account_id", seen=spoke.at),
        responses.select("person_id", "account_id", seen=responses.answered_at),
    ]
    newest = [_newest(part, since=since, until=until) for part in parts]
    every = newest[0].union(newest[1]).union(newest[2])
    return every.group_by(present_id="person_id", present_at="account_id").agg(last_seen=every.seen.max())


def _newest(part: ir.Table, *, since: datetime, until: datetime) -> ir.Table:
    part = part.filter(
        part.person_id.notnull(),
        part.account_id.notnull(),
        part.seen >= instant(since),
        part.seen < instant(until),
    )
    return part.group_by("person_id", "account_id").agg(seen=part.seen.max())


def _with_strength(moves: ir.Table, *, as_of: datetime, fade_days: int, approximate_factor: float) -> ir.Table:
    place = ibis.window(group_by=["person_id", "account_id"])
    brought = surely(moves.first_signed > moves.joined_by)
    # What is not known or does not count here must not be the newest fact, so it is as old as can be.
    ages_ago = ibis.literal(datetime(1900, 1, 1), type="timestamp(6)")  # noqa: DTZ001 - UTC without a zone, as in the contract
    joined = moves.joined_on.cast("timestamp(6)").fill_null(ages_ago)
    signed = ibis.ifelse(brought, moves.first_signed.cast("timestamp(6)"), ages_ago).fill_null(ages_ago)
    rows = moves.mutate(
        brought=one_if(brought),
        active=one_if(moves.last_seen.notnull()),
        observed_at=ibis.greatest(joined, signed, moves.last_seen.fill_null(ages_ago)),
        earlier_accounts=moves.was_account_id.count().over(place).cast("float64"),
        # One dated earlier employment is enough for the claim to be exact.
        approximate=ibis.ifelse(moves.roughly, 1, 0).min().over(place) == 1,
    )
    points = 0.4 + 0.3 * rows.brought + 0.2 * rows.active + 0.1 * one_if(rows.earlier_accounts > 1.0)
    exactness = ibis.ifelse(rows.approximate, approximate_factor, 1.0)
    return rows.mutate(
        age_days=age(rows.observed_at.date(), as_of),
        strength=points * exactness * freshness(rows.observed_at.date(), as_of, fade_days),
        anchor=rows.account_id,
    )


def _with_evidence(rows: ir.Table, *, shown: int) -> ir.Table:
    """The later employment first, then the earlier ones, the last of them first."""
    order = [
        ibis.ifelse(rows.was_joined_on.isnull(), 1, 0),
        rows.was_joined_on.desc(),
        rows.was_record_id,
    ]
    ranked = rows.mutate(
        evidence_rank=ibis.row_number().over(ibis.window(group_by=["person_id", "account_id"], order_by=order)) + 1
    )
    earlier = ranked.filter(ranked.evidence_rank <= shown).mutate(
        evidence_table=ranked.was_origin, evidence_id=ranked.was_record_id
    )
    later = ranked.filter(ranked.evidence_rank == 1).mutate(
        evidence_rank=ranked.evidence_rank - 1, evidence_table=ranked.origin, evidence_id=ranked.record_id
    )
    return _evidence_columns(later).union(_evidence_columns(earlier))


def _evidence_columns(rows: ir.Table) -> ir.Table:
    return rows.select(
        "person_id",
        "account_id",
        "anchor",
        "observed_at",
        "strength",
        "approximate",
        "evidence_table",
        "evidence_id",
        *NUMBERS,
        evidence_rank=rows.evidence_rank.cast("int64"),
    )
