"""What records say about where people worked: histories, lists, addresses they wrote from, mails that came back."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.whereabouts import SIGHTINGS
from goodword.finding.signals.days import day, first_day_out, instant


def sightings(  # noqa: PLR0917 - its tables stand in the order of the contract
    people: ir.Table,
    employments: ir.Table,
    deals: ir.Table,
    responses: ir.Table,
    usage: ir.Table,
    interactions: ir.Table,
    posts: ir.Table,
    *,
    as_of: datetime,
) -> ir.Table:
    """Gather every trace of a person at a place that happened before `as_of`.

    Args:
        people: known people; what bears no date has none.
        employments: known employments.
        deals: known deals, for the buyer's person.
        responses: known responses.
        usage: known usage.
        interactions: known interactions: what customers sent, and what of ours came back.
        posts: known posts.
        as_of: first instant that no longer counts.

    Returns:
        contract SIGHTINGS; repeated rows of one trace are one.
    """
    end = day(first_day_out(as_of))
    traces = [_stated(employments, end), _listed(people, end), *_addresses(people, as_of), _roles(deals, end)]
    spoke = interactions.filter(interactions.direction.fill_null("in") == "in")
    bounced = interactions.filter(interactions.direction == "out", interactions.status == "bounced")
    by_email = ("person_id", "email")
    by_account = ("person_id", "account_id")
    traces += [
        _seen(spoke, "wrote_from", "interactions", by_email, as_of),
        _seen(spoke, "seen_at", "interactions", by_account, as_of),
        _seen(bounced, "bounced", "interactions", by_email, as_of),
        _seen(posts, "posted_from", "posts", by_email, as_of),
        _seen(responses.mutate(at=responses.answered_at), "wrote_from", "responses", by_email, as_of),
        _seen(responses.mutate(at=responses.answered_at), "seen_at", "responses", by_account, as_of),
        _used(usage, as_of),
    ]
    return ibis.union(*traces, distinct=True)


def _stated(employments: ir.Table, end: ir.DateValue) -> ir.Table:
    rows = employments.filter(
        employments.person_id.notnull(), employments.started_on.isnull() | (employments.started_on < end)
    )
    return _trace(
        rows,
        kind=ibis.literal("crm_history"),
        account_id=rows.account_id,
        company_name=rows.company_name,
        title=rows.title,
        started_on=rows.started_on,
        ended_on=ibis.ifelse(rows.ended_on < end, rows.ended_on, ibis.null("date")),
        first_id=rows.record_id,
        table=ibis.literal("employments"),
    )


def _listed(people: ir.Table, end: ir.DateValue) -> ir.Table:
    rows = people.filter(people.person_id.notnull(), people.account_id.notnull())
    return _trace(
        rows,
        kind=ibis.literal("listed"),
        account_id=rows.account_id,
        title=rows.title,
        ended_on=ibis.ifelse(rows.left_on < end, rows.left_on, ibis.null("date")),
        first_id=rows.record_id,
        table=ibis.literal("people"),
    )


def _addresses(people: ir.Table, as_of: datetime) -> list[ir.Table]:
    """Addresses that people tables list: there at the latest when the row arrived."""
    rows = people.filter(people.person_id.notnull())
    arrived = ibis.ifelse(rows.received_at < instant(as_of), rows.received_at.date(), ibis.null("date"))
    rows = rows.select("person_id", "record_id", "email", "emails", arrived=arrived)
    main = rows.select("person_id", "record_id", "arrived", email="email")
    more = rows.select("person_id", "record_id", "arrived", email=rows.emails.unnest())
    return [
        _trace(
            some.filter(some.email.notnull()),
            kind=ibis.literal("sign_up"),
            email=some.email,
            first_on=some.arrived,
            first_id=some.record_id,
            table=ibis.literal("people"),
        )
        for some in (main, more)
    ]


def _roles(deals: ir.Table, end: ir.DateValue) -> ir.Table:
    rows = deals.filter(deals.person_id.notnull(), deals.created_on < end)
    return _trace(
        rows,
        kind=ibis.literal("deal_role"),
        account_id=rows.account_id,
        company_name=rows.prospect_name,
        email=rows.prospect_domain,
        first_on=rows.created_on,
        first_id=rows.record_id,
        last_on=rows.created_on,
        last_id=rows.record_id,
        table=ibis.literal("deals"),
    )


def _seen(rows: ir.Table, kind: str, table: str, by: tuple[str, str], as_of: datetime) -> ir.Table:
    """The first and the last record of each person at each place."""
    rows = rows.filter(*(rows[name].notnull() for name in by), rows["at"] < instant(as_of))
    rows = rows.select(*by, "record_id", at=rows["at"])
    early = ibis.window(group_by=by, order_by=[rows["at"], rows.record_id])
    late = ibis.window(group_by=by, order_by=[rows["at"].desc(), rows.record_id])
    rows = rows.mutate(nth=ibis.row_number().over(early), from_end=ibis.row_number().over(late))
    ends = rows.filter((rows.nth == 0) | (rows.from_end == 0))
    seen = ends.group_by(*by).agg(
        first_on=ends["at"].min().date(),
        last_on=ends["at"].max().date(),
        first_id=ibis.ifelse(ends.nth == 0, ends.record_id, ibis.null("string")).max(),
        last_id=ibis.ifelse(ends.from_end == 0, ends.record_id, ibis.null("string")).max(),
    )
    return _trace(
        seen,
        kind=ibis.literal(kind),
        table=ibis.literal(table),
        **{by[1]: seen[by[1]]},
        first_on=seen.first_on,
        first_id=seen.first_id,
        last_on=seen.last_on,
        last_id=seen.last_id,
    )


def _used(usage: ir.Table, as_of: datetime) -> ir.Table:
    """The first and the last day of use; so many rows have no single record to show."""
    rows = usage.filter(
        usage.person_id.notnull(),
        usage.account_id.notnull(),
        usage["at"] < instant(as_of),
        usage["count"].fill_null(1.0) > 0.0,
    )
    seen = rows.group_by("person_id", "account_id").agg(
        first_on=rows["at"].min().date(), last_on=rows["at"].max().date()
    )
    return _trace(
        seen,
        kind=ibis.literal("seen_at"),
        account_id=seen.account_id,
        first_on=seen.first_on,
        last_on=seen.last_on,
        table=ibis.literal("usage"),
    )


def _trace(rows: ir.Table, **columns: ir.Value) -> ir.Table:
    """Rows in the shape of SIGHTINGS; what is not said is empty."""
    schema = SIGHTINGS.schema()
    columns = {"person_id": rows.person_id, **columns}
    return rows.select(**{name: columns.get(name, ibis.null(kind)) for name, kind in schema.items()}).distinct()
