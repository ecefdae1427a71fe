"""What is told of people: which fields are contested, and every value that a record gives for those."""

from datetime import datetime
from functools import reduce

import ibis
import ibis.expr.types as ir
from ibis import _

from goodword.evidence.records.values import PERSON_FIELDS, STATED_VALUES
from goodword.finding.signals.days import instant

SIGHTED = ("crm_history", "wrote_from", "posted_from", "seen_at", "deal_role")
"""Kinds of evidence that somebody was at an account; that a list names them there proves nothing about it."""

HOLDS, ONLY_SEEN, OVER = 0, 1, 2
"""Whether what a record says holds, see STATED_VALUES."""

_DATED = ("account_id", "title")
_PLAIN = ("email", "account_id", "title", "influence", "language", "timezone")


def texts_of(people: ir.Table) -> dict[str, ir.StringValue]:
    """The fields of people rows as text; empty where a row says nothing."""
    given, family = (people[name].nullif("") for name in ("given_name", "family_name"))
    name = people["full_name"].nullif("").coalesce(given.concat(" ").concat(family), given, family)
    plain = {field: people[field].nullif("") for field in _PLAIN}
    return plain | {
        "name": name,
        "pays": ibis.ifelse(people["pays"], "true", ibis.ifelse(~people["pays"], "false", ibis.null("string"))),
        "left_on": people["left_on"].cast("string"),
    }


def lowest(people: ir.Table) -> ir.Table:
    """For each person the smallest and the greatest value of each field over their rows: `lo_` and `hi_` the field."""
    named = people.filter(people["person_id"].notnull())
    told = named.select("person_id", **texts_of(named))
    least = {f"lo_{field}": told[field].min() for field in PERSON_FIELDS}
    most = {f"hi_{field}": told[field].max() for field in PERSON_FIELDS}
    return told.group_by("person_id").agg(**least, **most)


def places(spells: ir.Table, day: ir.Value) -> ir.Table:
    """What spells say of the day before `day`: a row for each that holds, `dated` where a record states when it began.

    Columns person_id, account_id, title (of dated ones), began_on, dated, table, record_id.
    """
    began = spells["started_on"].coalesce(spells["started_not_after"])
    here = spells.filter(spells["account_id"].notnull(), began < day)
    stated = here["stated"] & (here["started_on"] < day)
    left = here["ended_on"].coalesce(here["ended_not_after"])
    # Whoever leaves on a day worked there on it; traces that end on a day say that they were gone by then.
    dated = stated & (left.isnull() | (left >= day - ibis.interval(days=1)))
    rows = here.mutate(dated=dated.coalesce(ibis.literal(value=False)), still=left.isnull() | (left >= day))
    rows = rows.filter(rows["dated"] | rows["still"])
    return rows.select(
        "person_id",
        "account_id",
        title=ibis.ifelse(rows["dated"], rows["title"].nullif(""), ibis.null("string")),
        began_on=rows["started_on"].coalesce(rows["started_not_after"]),
        dated=rows["dated"],
        table=rows["table"],
        record_id=rows["record_id"],
    )


def contested_values(people: ir.Table, spells: ir.Table, vouched: ir.Table, *, as_of: datetime) -> ir.Table:
    """Say which fields of whom need a decision: most people's need none.

    Args:
        people: known people.
        spells: contract SPELLS.
        vouched: contract LEDGER_VALUES.
        as_of: first instant after the day.

    Returns:
        contract CONTESTED_VALUES.
    """
    rows, where = lowest(people), places(spells, ibis.literal(as_of).date())
    at = where.group_by(where_id=where["person_id"]).agg(
        lo_where=where["account_id"].min(), hi_where=where["account_id"].max(),
        lo_called=where["title"].min(), hi_called=where["title"].max(),
    )  # fmt: skip
    both = rows.outer_join(at, rows["person_id"] == at["where_id"])
    differ = {field: both[f"lo_{field}"] != both[f"hi_{field}"] for field in PERSON_FIELDS}
    moved = (both["lo_where"] != both["hi_where"]) | (both["lo_where"] != both["lo_account_id"])
    differ["account_id"] = _any(differ["account_id"], moved)
    called = _any(both["lo_called"] != both["hi_called"], both["lo_called"] != both["lo_title"])
    differ["title"] = _any(differ["title"], called)
    # Whether somebody left is told of one account: where several are told, the day goes with the one that counts.
    differ["left_on"] = _any(differ["left_on"], differ["account_id"] & both["lo_left_on"].notnull())
    flagged = both.select(
        person_id=both["person_id"].coalesce(both["where_id"]),
        fields=ibis.array([ibis.ifelse(differ[field], field, ibis.null("string")) for field in PERSON_FIELDS]),
        some=reduce(_any, differ.values()),
    )
    flagged = flagged.filter(flagged["some"])
    found = flagged.select("person_id", field=flagged["fields"].unnest())
    return ibis.union(found.filter(found["field"].notnull()), vouched.select("person_id", "field"), distinct=True)


def _any(*flags: ir.Value) -> ir.BooleanValue:
    return reduce(lambda one, other: one | other, (flag.coalesce(ibis.literal(value=False)) for flag in flags))


def stated_values(  # noqa: PLR0917 - its tables stand in the order of the contract
    contested: ir.Table,
    people: ir.Table,
    spells: ir.Table,
    interactions: ir.Table,
    responses: ir.Table,
    posts: ir.Table,
    vouched: ir.Table,
    *,
    as_of: datetime,
) -> ir.Table:
    """Gather every value of the contested fields.

    Args:
        contested: contract CONTESTED_VALUES.
        people: known people; what bears no date has none.
        spells: contract SPELLS.
        interactions: known interactions, for addresses that they wrote from.
        responses: known responses, for addresses that they answered from.
        posts: known posts, likewise.
        vouched: contract LEDGER_VALUES.
        as_of: first instant after the day.

    Returns:
        contract STATED_VALUES, without `form`.
    """
    day = ibis.literal(as_of).date()
    theirs = spells.semi_join(contested, "person_id")
    there = _last_there(theirs, day)
    wrote = _last_wrote(interactions, responses, posts, contested, as_of)
    return ibis.union(
        _of_people(contested, people, there, wrote, day),
        _of_spells(contested, places(theirs, day)),
        _of_people_themselves(vouched, there, as_of),
    )


def _of_people(contested: ir.Table, people: ir.Table, there: ir.Table, wrote: ir.Table, day: ir.Value) -> ir.Table:
    told = people.select(
        "person_id", "source", "record_id",
        **{f"told_{field}": value for field, value in texts_of(people).items()},
        address=people["email"].lower().strip(),
        gone=people["left_on"] < day,
        said_on=people["received_at"].date(),
    )  # fmt: skip
    rows = (
        told.inner_join(contested, "person_id")
        .left_join(there, [_.person_id == there.there_id, _.told_account_id == there.there_account])
        .left_join(wrote, [_.person_id == wrote.wrote_id, _.address == wrote.wrote_from])
    )
    field = rows["field"]
    value = field.cases(*((name, rows[f"told_{name}"]) for name in PERSON_FIELDS))
    verified = ibis.cases(
        ((field == "email") & rows["wrote_on"].notnull(), "wrote_from"),
        ((field == "account_id") & rows["sighted_on"].notnull(), "seen_there"),
    )
    on = ibis.cases((field == "email", rows["wrote_on"]), (field == "account_id", rows["sighted_on"]))
    over = _any(rows["gone"], rows["ended"])
    found = rows.select(
        "person_id", "field", "source", "record_id", "said_on",
        value=value,
        table=ibis.literal("people"),
        verified=verified,
        verified_on=on,
        said_at=ibis.null("timestamp(6)"),
        account_id=rows["told_account_id"],
        since=rows["begun"],
        over=ibis.ifelse(over, OVER, HOLDS).cast("int64"),
    )  # fmt: skip
    return _complete(found)


def _of_spells(contested: ir.Table, where: ir.Table) -> ir.Table:
    rows = where.inner_join(contested.filter(contested["field"].isin(_DATED)), "person_id")
    of_account = rows["field"] == "account_id"
    found = rows.select(
        "person_id", "field", "table", "record_id",
        value=ibis.ifelse(of_account, rows["account_id"], rows["title"]),
        source=ibis.literal(""),
        said_on=rows["began_on"],
        verified=ibis.ifelse(rows["dated"], "dated", "seen_there"),
        verified_on=rows["began_on"],
        said_at=ibis.null("timestamp(6)"),
        account_id=rows["account_id"],
        since=rows["began_on"],
        over=ibis.ifelse(rows["dated"], HOLDS, ONLY_SEEN).cast("int64"),
    )  # fmt: skip
    return _complete(found)


def _of_people_themselves(vouched: ir.Table, there: ir.Table, as_of: datetime) -> ir.Table:
    rows = vouched.filter(vouched["said_at"] < instant(as_of))
    rows = rows.left_join(there, [rows["person_id"] == there["there_id"], rows["value"] == there["there_account"]])
    said_on = rows["said_at"].date()
    # Somebody who was said to be at an account may have left it since.
    left = ((rows["field"] == "account_id") & rows["ended"] & (rows["last_ended"] > said_on)).coalesce(
        ibis.literal(value=False)
    )
    found = rows.select(
        "person_id", "field", "value", "said_at",
        source=ibis.literal(""),
        table=ibis.literal("ledger_values"),
        record_id=rows["value_id"],
        said_on=said_on,
        verified=rows["verified"],
        verified_on=said_on,
        account_id=ibis.null("string"),
        since=ibis.null("date"),
        over=ibis.ifelse(left, OVER, HOLDS).cast("int64"),
    )  # fmt: skip
    return _complete(found)


def _complete(found: ir.Table) -> ir.Table:
    said = found.filter(found["value"].notnull())
    return said.select(*(name for name in STATED_VALUES.names if name != "form"))


def _last_there(spells: ir.Table, day: ir.Value) -> ir.Table:
    """For each person and account: when the last spell there is known to have begun, and whether all are over."""
    rows = spells.filter(spells["account_id"].notnull())
    ended = rows["ended_on"].coalesce(rows["ended_not_after"])
    over = (ended < day - ibis.interval(days=1)).coalesce(ibis.literal(value=False))
    begun = rows["started_on"].coalesce(rows["started_not_after"])
    sighted = ibis.ifelse(rows["started_by"].isin(SIGHTED), begun, ibis.null("date"))
    rows = rows.mutate(over=over.cast("int64"), begun=begun, sighted=sighted, finished=ended)
    grouped = rows.group_by(there_id=rows["person_id"], there_account=rows["account_id"]).agg(
        all_over=rows["over"].min(),
        begun=rows["begun"].max(),
        sighted_on=rows["sighted"].max(),
        last_ended=rows["finished"].max(),
    )
    return grouped.mutate(ended=grouped["all_over"] == 1)


def _last_wrote(
    interactions: ir.Table, responses: ir.Table, posts: ir.Table, contested: ir.Table, as_of: datetime
) -> ir.Table:
    """For each person with a contested address: when they last wrote or answered from each of theirs."""
    spoke = interactions.filter(interactions["direction"].fill_null("in") == "in")
    traces = ibis.union(
        spoke.select("person_id", "email", at="at"),
        responses.select("person_id", "email", at="answered_at"),
        posts.select("person_id", "email", at="at"),
    )
    some = contested.filter(contested["field"] == "email")
    rows = traces.filter(traces["email"].notnull(), traces["at"] < instant(as_of)).semi_join(some, "person_id")
    rows = rows.mutate(wrote_from=rows["email"].lower().strip())
    grouped = rows.group_by(wrote_id=rows["person_id"], wrote_from=rows["wrote_from"]).agg(last=rows["at"].max())
    return grouped.select("wrote_id", "wrote_from", wrote_on=grouped["last"].date())
