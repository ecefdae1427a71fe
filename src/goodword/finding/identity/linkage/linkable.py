"""From known records to what linkage compares: every way in which a source describes a human being."""

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.linkage import LINKABLE

MOST_FURTHER_ADDRESSES = 4
"""So many of a row's further addresses are compared; somebody with hundreds must not crowd out everybody else."""


def linkable(people: ir.Table, accounts: ir.Table, humans: ir.Table, spells: ir.Table) -> ir.Table:
    """Describe every human being as often as sources do.

    A row of a people table is one description for its main address, and one more for each of the first few further
    ones. Somebody whom no people table lists is described by an address alone.

    Args:
        people: known people.
        accounts: known accounts.
        humans: contract HUMANS.
        spells: contract SPELLS: since when they were at the account of their row, and until when.

    Returns:
        contract LINKABLE; `born_on` and `city` are empty, no record table has them.
    """
    listed = people.filter(people["person_id"].notnull())
    companies = accounts.group_by("account_id").agg(company=accounts["name"].min())
    named = listed.left_join(companies, listed["account_id"] == companies["account_id"]).drop("account_id_right")
    stays = _stays(spells)
    there = [named["person_id"] == stays["stay_person"], named["account_id"] == stays["stay_account"]]
    named = named.drop("left_on").left_join(stays, there)
    further = named.mutate(email=named["emails"][:MOST_FURTHER_ADDRESSES].unnest())
    return ibis.union(_described(named), _described(further), _unlisted(listed, humans))


def _stays(spells: ir.Table) -> ir.Table:
    """Since when each was at each account, and until when; no end where one of their spells there goes on.

    A first trace is not the day they came: whoever has been there for years wrote their first mail to us some day, too.
    """
    there = spells.filter(spells["person_id"].notnull(), spells["account_id"].notnull())
    seen = there["started_on"].coalesce(there["started_not_after"])
    left = there["ended_on"].coalesce(there["ended_not_after"])
    stays = there.group_by(stay_person="person_id", stay_account="account_id").agg(
        stated_on=there["started_on"].min(),
        there_by=seen.min(),
        last_on=left.max(),
        open_ones=left.isnull().sum(),
    )
    return stays.mutate(
        came_on=ibis.ifelse(stays["stated_on"] == stays["there_by"], stays["stated_on"], ibis.null("date")),
        left_on=ibis.ifelse(stays["open_ones"] == 0, stays["last_on"], ibis.null("date")),
    )


def _described(named: ir.Table) -> ir.Table:
    return named.mutate(born_on=ibis.null("date"), city=ibis.null("string")).select(*LINKABLE.names)


def _unlisted(listed: ir.Table, humans: ir.Table) -> ir.Table:
    strangers = humans.anti_join(listed, "person_id")
    known = strangers.select(person_id=strangers["person_id"], email=strangers["emails"][0])
    empty = {name: ibis.null(type_) for name, type_ in LINKABLE.schema().items() if name not in known.columns}
    return known.mutate(**empty).select(*LINKABLE.names)
