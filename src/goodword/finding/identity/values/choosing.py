"""Which of several values counts: the newest verified one, else the newest; never an empty one."""

from datetime import date, datetime

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.values import TOLD_VALUES
from goodword.finding.identity.values.stating import HOLDS, OVER
from goodword.finding.signals.days import day

VERSION = 1

_VALUE = ("person_id", "field", "form")
_WITHOUT_DAY = date(1, 1, 1)
_AT_WORK = ("title",)


def told_values(stated: ir.Table, vouched: ir.Table, *, as_of: datetime) -> ir.Table:
    """Put the values of each contested field in order, and say which one counts.

    What depends on where somebody works follows the account that counts: so that is decided first. The order, row by
    row: what holds before what is over; verified values, the newest first; values that two sources give; the newest;
    of what was said on one day the stronger say; the source, the table and the record by name.

    Args:
        stated: contract STATED_VALUES.
        vouched: contract LEDGER_VALUES, for what was set aside by a correction.
        as_of: first instant after the day; rows that came later are no proof for it.

    Returns:
        contract TOLD_VALUES.
    """
    where = stated["field"] == "account_id"
    accounts = _ordered(stated.filter(where).mutate(tier=stated["over"]), vouched, as_of)
    first = accounts.filter(accounts["place"] == 1)
    home = first.select(home_id=first["person_id"], home=first["value"])
    rest = stated.filter(~where)
    rest = rest.left_join(home, rest["person_id"] == home["home_id"])
    elsewhere = (rest["account_id"] != rest["home"]).coalesce(ibis.literal(value=False))
    field = rest["field"]
    rest = rest.filter(~((field == "left_on") & elsewhere)).mutate(tier=_tier(rest, elsewhere))
    return ibis.union(accounts, _ordered(rest.select(*stated.columns, "tier"), vouched, as_of))


def for_readers(told: ir.Table) -> ir.Table:
    """Those rows that readers need: where records differ, and where a colleague put something right.

    Args:
        told: contract TOLD_VALUES.

    Returns:
        contract TOLD_VALUES, without what is over.
    """
    whole = ibis.window(group_by=[told["person_id"], told["field"]])
    put_right = (told["verified"] == "correction").coalesce(ibis.literal(value=False)).cast("int64")
    seen = told.mutate(put_right=put_right.max().over(whole))
    differs = seen["differs"].coalesce(ibis.literal(value=False))
    rows = seen.filter(seen["applies"] & (differs | (seen["put_right"] == 1)))
    return rows.select(*TOLD_VALUES.names).order_by("person_id", "field", "place")


def _tier(rows: ir.Table, elsewhere: ir.BooleanValue) -> ir.Value:
    """Whether it holds (0), holds at another account (1), or is over (2)."""
    of_work, of_record = rows["field"].isin(_AT_WORK), rows["field"].isin((*_AT_WORK, "email"))
    over = of_record & (rows["over"] == OVER)
    return ibis.cases((over, OVER), (of_work & elsewhere, OVER - 1), else_=HOLDS).cast("int64")


def _ordered(rows: ir.Table, vouched: ir.Table, as_of: datetime) -> ir.Table:
    agreed = _agreed(rows, vouched, as_of)
    both = rows.left_join(agreed, [rows[name] == agreed[f"agreed_{name}"] for name in _VALUE])
    # Where somebody works changes: that two lists still say so proves nothing about the day.
    by_two = both["agreed_on"].notnull() & (both["table"] == "people")
    dated = by_two & (both["field"] != "account_id")
    newer = dated & (both["verified_on"].isnull() | (both["verified_on"] < both["agreed_on"]))
    both = both.mutate(
        verified=ibis.ifelse(newer | (by_two & both["verified"].isnull()), "two_sources", both["verified"]),
        verified_on=ibis.ifelse(newer, both["agreed_on"], both["verified_on"]),
        agree=by_two.cast("int64"),
    )
    window = ibis.window(group_by=[both["person_id"], both["field"]], order_by=_order(both))
    placed = both.mutate(place=ibis.row_number().over(window) + 1)
    return _told(placed)


def _order(rows: ir.Table) -> list[ir.Value]:
    never = day(_WITHOUT_DAY)
    strength = rows["value"].cases(("high", 3), ("medium", 2), ("low", 1), ("true", 1), else_=0)
    strong = ibis.ifelse(rows["field"].isin(("pays", "influence")), strength, 0)
    return [
        rows["tier"],
        rows["verified_on"].coalesce(never).desc(),
        rows["said_at"].coalesce(never.cast("timestamp(6)")).desc(),
        rows["agree"].desc(),
        rows["since"].coalesce(never).desc(),
        rows["said_on"].coalesce(never).desc(),
        strong.desc(),
        rows["source"],
        rows["table"],
        rows["record_id"],
        rows["value"],
    ]


def _told(placed: ir.Table) -> ir.Table:
    whole = ibis.window(group_by=[placed["person_id"], placed["field"]])
    winner = ibis.ifelse(placed["place"] == 1, placed["form"], ibis.null("string")).max().over(whole)
    applies = placed["tier"] == placed["tier"].min().over(whole)
    seen = placed.mutate(winner=winner, applies=applies)
    form = ibis.ifelse(seen["applies"], seen["form"], ibis.null("string"))
    whole = ibis.window(group_by=[seen["person_id"], seen["field"]])
    told = seen.mutate(differs=form.min().over(whole) != form.max().over(whole), wins=seen["form"] == seen["winner"])
    return told.select(*TOLD_VALUES.names)


def _agreed(rows: ir.Table, vouched: ir.Table, as_of: datetime) -> ir.Table:
    """Values that two sources give, and the day as of which both did; none that a correction set aside."""
    said = rows.filter(rows["table"] == "people", rows["said_on"] < ibis.literal(as_of).date())
    last = said.group_by("person_id", "field", "form", "source").agg(said_on=said["said_on"].max())
    # The day of the second newest source: the newest of all may have come to say so later than the other.
    order = [last["said_on"].desc(), last["source"]]
    window = ibis.window(group_by=[last[name] for name in _VALUE], order_by=order)
    second = last.mutate(place=ibis.row_number().over(window))
    second = second.filter(second["place"] == 1)
    aside = vouched.select("person_id", "field", form=vouched["set_aside"].unnest())
    kept = second.anti_join(aside, list(_VALUE))
    return kept.select(**{f"agreed_{name}": kept[name] for name in _VALUE}, agreed_on=kept["said_on"])
