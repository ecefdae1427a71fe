"""What is known of each human being on a day: name, account, title, say."""

from datetime import datetime

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.known import PERSONS


def persons(
    humans: ir.Table,
    people: ir.Table,
    spells: ir.Table,
    accounts: ir.Table,
    opt_outs: ir.Table,
    *,
    as_of: datetime,
) -> ir.Table:
    """Describe every human being as of a day.

    The account and title of the day come from dated employments where there are some; else from the people tables'
    latest values, and the row says `approximate`. Among several people rows of one human being the one that has not
    left, has an account, was last seen to begin and has the smallest key leads; what it leaves empty the others fill.
    Who has left every account that a people table lists is where they were seen since.

    Args:
        humans: contract HUMANS.
        people: known people.
        spells: contract SPELLS.
        accounts: known accounts.
        opt_outs: contract LEDGER_OPT_OUTS; what people rows say about it went into the ledger.
        as_of: first instant after the day.

    Returns:
        contract PERSONS, one row a human being.
    """
    day = ibis.literal(as_of).date()
    leading = _leading(people, spells, day)
    filled = _filled(people, day)
    spell, seen = _spell(spells, day), _seen(spells, day)
    out = opt_outs.select(out_id=opt_outs["person_id"], opted_out_on=opt_outs["opted_out_on"])
    rows = (
        humans.left_join(leading, humans["person_id"] == leading["lead_id"])
        .left_join(filled, humans["person_id"] == filled["filled_id"])
        .left_join(spell, humans["person_id"] == spell["spell_id"])
        .left_join(seen, humans["person_id"] == seen["seen_id"])
        .left_join(out, humans["person_id"] == out["out_id"])
    )
    stands = ibis.ifelse(rows["lead_gone"] == 0, rows["lead_account"], ibis.null("string"))
    at_account = rows.mutate(
        day_account=rows["spell_account"].coalesce(
            stands, rows["seen_account"], rows["lead_account"], rows["any_account"]
        ),
        other_account=rows["spell_account"].coalesce(ibis.ifelse(stands.isnull(), rows["seen_account"], None)),
        approximate=rows["spell_account"].isnull(),
    )
    named = accounts.select(named_id=accounts["account_id"], account=accounts["name"])
    joined = at_account.left_join(named, at_account["day_account"] == named["named_id"])
    return _described(joined, day)


def _described(joined: ir.Table, day: ir.Value) -> ir.Table:
    left = joined["any_left_on"]
    stays = joined["other_account"].notnull() & (joined["other_account"] != joined["any_account"])
    return joined.select(
        person_id=joined["person_id"],
        person_keys=joined["person_keys"],
        emails=joined["emails"],
        name=joined["lead_name"].coalesce(joined["any_name"]),
        email=joined["lead_email"].coalesce(joined["any_email"], joined["emails"][0]),
        account_id=joined["day_account"],
        account=joined["account"],
        title=joined["spell_title"].coalesce(joined["lead_title"], joined["any_title"]),
        pays=joined["any_pays"],
        influence=joined["any_influence"],
        language=joined["lead_language"].coalesce(joined["any_language"]),
        left_on=ibis.ifelse((left < day) & ~stays, left, ibis.null("date")),
        opted_out_on=ibis.ifelse(joined["opted_out_on"] < day, joined["opted_out_on"], ibis.null("date")),
        approximate=joined["approximate"],
    ).select(*PERSONS.names)


def _name(people: ir.Table) -> ir.Value:
    given, family = people["given_name"], people["family_name"]
    both = given.concat(" ").concat(family)
    return people["full_name"].coalesce(both, given, family)


def _leading(people: ir.Table, spells: ir.Table, day: ir.Value) -> ir.Table:
    there = _last_there(spells, day)
    rows = people.left_join(
        there, [people["person_id"] == there["there_id"], people["account_id"] == there["there_account"]]
    )
    gone = ((rows["left_on"] < day) | (rows["over"] == 1)).coalesce(ibis.literal(value=False)).cast("int64")
    order = [
        gone,
        rows["account_id"].isnull().cast("int64"),
        rows["begun"].isnull().cast("int64"),
        rows["begun"].desc(),
        rows["person_key"],
        rows["source"],
    ]
    placed = rows.mutate(
        place=ibis.row_number().over(ibis.window(group_by=rows["person_id"], order_by=order)),
        shown_name=_name(rows),
        gone=gone,
    )
    first = placed.filter(placed["place"] == 0)
    return first.select(
        lead_id=first["person_id"],
        lead_name=first["shown_name"],
        lead_email=first["email"],
        lead_account=first["account_id"],
        lead_title=first["title"],
        lead_language=first["language"],
        lead_gone=first["gone"],
    )


def _last_there(spells: ir.Table, day: ir.Value) -> ir.Table:
    """For each person and account: when the last spell there is known to have begun, and whether all are over."""
    rows = spells.filter(spells["account_id"].notnull())
    ended = rows["ended_on"].coalesce(rows["ended_not_after"])
    over = (ended < day - ibis.interval(days=1)).coalesce(ibis.literal(value=False))
    rows = rows.mutate(over=over.cast("int64"), begun=rows["started_on"].coalesce(rows["started_not_after"]))
    grouped = rows.group_by(there_id=rows["person_id"], there_account=rows["account_id"])
    return grouped.agg(over=rows["over"].min(), begun=rows["begun"].max())


def _filled(people: ir.Table, day: ir.Value) -> ir.Table:
    """One value per field over all rows of a human being: the smallest, so that order never matters.

    Yes beats no for `pays`, a higher say beats a lower one.
    """
    say = people["influence"].cases(("high", 3), ("medium", 2), ("low", 1))
    stated = people.mutate(
        shown_name=_name(people), say=say, pays_yes=people["pays"].cast("int64"), gone=people["left_on"] < day
    )
    grouped = stated.group_by("person_id").agg(
        any_name=stated["shown_name"].min(),
        any_email=stated["email"].min(),
        any_account=stated["account_id"].min(),
        any_title=stated["title"].min(),
        any_language=stated["language"].min(),
        most_say=stated["say"].max(),
        most_pays=stated["pays_yes"].max(),
        rows=stated.count(),
        rows_gone=stated["gone"].cast("int64").sum(),
        last_left_on=stated["left_on"].max(),
    )
    return grouped.select(
        "any_name",
        "any_email",
        "any_account",
        "any_title",
        "any_language",
        filled_id=grouped["person_id"],
        any_pays=grouped["most_pays"] == 1,
        any_influence=grouped["most_say"].cases((3, "high"), (2, "medium"), (1, "low")),
        any_left_on=ibis.ifelse(grouped["rows_gone"] == grouped["rows"], grouped["last_left_on"], ibis.null("date")),
    )


def _spell(spells: ir.Table, day: ir.Value) -> ir.Table:
    """The dated employment that holds on the last day before `day`; the one that started last, where two hold."""
    ended = spells["ended_on"].coalesce(spells["ended_not_after"])
    holding = spells.filter(
        spells["stated"],
        spells["started_on"] < day,
        ended.isnull() | (ended >= day - ibis.interval(days=1)),
        spells["account_id"].notnull(),
    )
    order = [holding["started_on"].desc(), holding["account_id"], holding["title"], holding["record_id"]]
    placed = holding.mutate(place=ibis.row_number().over(ibis.window(group_by=holding["person_id"], order_by=order)))
    first = placed.filter(placed["place"] == 0)
    return first.select(spell_id=first["person_id"], spell_account=first["account_id"], spell_title=first["title"])


def _seen(spells: ir.Table, day: ir.Value) -> ir.Table:
    """The account where a person was last seen to begin, and has not been seen to end."""
    ended, begun = (spells[f"{which}_on"].coalesce(spells[f"{which}_not_after"]) for which in ("ended", "started"))
    holding = spells.filter(begun < day, ended.isnull() | (ended >= day), spells["account_id"].notnull())
    holding = holding.mutate(begun=holding["started_on"].coalesce(holding["started_not_after"]))
    order = [holding["begun"].desc(), holding["account_id"], holding["record_id"]]
    placed = holding.mutate(place=ibis.row_number().over(ibis.window(group_by=holding["person_id"], order_by=order)))
    first = placed.filter(placed["place"] == 0)
    return first.select(seen_id=first["person_id"], seen_account=first["account_id"])
