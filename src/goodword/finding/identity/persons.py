"""What is known of each human being on a day: name, account, title, say."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.known import PERSONS
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.finding.identity.values.stating import lowest, places


def persons(  # noqa: PLR0917 - its tables stand in the order of the contract
    humans: ir.Table,
    people: ir.Table,
    spells: ir.Table,
    accounts: ir.Table,
    opt_outs: ir.Table,
    contested: ir.Table,
    told: ir.Table,
    *,
    as_of: datetime,
) -> ir.Table:
    """Describe every human being as of a day.

    A field of which one value is told has that value; where several are told, the one that counts by the rule
    `values`. The account and title of the day come from dated employments where there are some; else from the people
    tables' latest values, and the row says `approximate`. Who has left every account that a people table lists is
    where they were seen since.

    Args:
        humans: contract HUMANS.
        people: known people.
        spells: contract SPELLS.
        accounts: known accounts.
        opt_outs: contract LEDGER_OPT_OUTS; what people rows say about it went into the ledger.
        contested: contract CONTESTED_VALUES.
        told: contract TOLD_VALUES.
        as_of: first instant after the day.

    Returns:
        contract PERSONS, one row a human being.
    """
    day = ibis.literal(as_of).date()
    plain, decided, where = lowest(people), _decided(contested, told), _where(spells, day)
    out = opt_outs.select(out_id=opt_outs["person_id"], opted_out_on=opt_outs["opted_out_on"])
    rows = (
        humans.left_join(plain, humans["person_id"] == plain["person_id"], rname="{name}_plain")
        .left_join(decided, humans["person_id"] == decided["decided_id"])
        .left_join(where, humans["person_id"] == where["where_id"])
        .left_join(out, humans["person_id"] == out["out_id"])
    )
    rows = rows.mutate(day_account=rows["won_account_id"].coalesce(rows["lo_account_id"], rows["lo_where"]))
    named = accounts.select(named_id=accounts["account_id"], account=accounts["name"])
    return _described(rows.left_join(named, rows["day_account"] == named["named_id"]), day)


def _described(rows: ir.Table, day: ir.Value) -> ir.Table:
    value = {field: rows[f"won_{field}"].coalesce(rows[f"lo_{field}"]) for field in PERSON_FIELDS}
    # A day that goes with another account than the one that counts is nobody's.
    left = ibis.ifelse(rows["left_is_contested"] == 1, rows["won_left_on"], rows["lo_left_on"]).cast("date")
    return rows.select(
        person_id=rows["person_id"],
        person_keys=rows["person_keys"],
        emails=rows["emails"],
        name=value["name"],
        email=value["email"].coalesce(rows["emails"][0]),
        account_id=rows["day_account"],
        account=rows["account"],
        title=value["title"].coalesce(rows["lo_called"]),
        pays=value["pays"] == "true",
        influence=value["influence"],
        language=value["language"],
        timezone=value["timezone"],
        left_on=ibis.ifelse(left < day, left, ibis.null("date")),
        opted_out_on=ibis.ifelse(rows["opted_out_on"] < day, rows["opted_out_on"], ibis.null("date")),
        approximate=rows["dated"].isnull(),
    ).select(*PERSONS.names)


def _decided(contested: ir.Table, told: ir.Table) -> ir.Table:
    """For each person with a contested field: the value of each that counts, `won_` and the field."""
    first = told.filter(told["place"] == 1).select("person_id", "field", "value")
    both = contested.left_join(first, ["person_id", "field"])
    value = {
        f"won_{field}": ibis.ifelse(both["field"] == field, both["value"], ibis.null("string")).max()
        for field in PERSON_FIELDS
    }
    is_left = (both["field"] == "left_on").cast("int64").max()
    return both.group_by(decided_id=both["person_id"]).agg(**value, left_is_contested=is_left)


def _where(spells: ir.Table, day: ir.Value) -> ir.Table:
    """Where spells say that a person is; more than one place would be contested."""
    rows = places(spells, day)
    dated = ibis.ifelse(rows["dated"], 1, ibis.null("int64"))
    return rows.group_by(where_id=rows["person_id"]).agg(
        lo_where=rows["account_id"].min(), lo_called=rows["title"].min(), dated=dated.max()
    )
