"""From records to known records: each row that names a person says which human being it means."""

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.known import KNOWN, MENTIONS, RECORDS


def mentions(records: dict[str, ir.Table]) -> ir.Table:
    """Every way in which some record names a person.

    Args:
        records: stamped record tables by name, as a lake session shows them.

    Returns:
        contract MENTIONS, distinct.
    """
    found = [_mentions_of(records[name], listed=name == "people") for name in RECORDS if names_people(name)]
    people = records["people"]
    others = people.select(
        source=people["source"], person_key=people["person_key"], email=people["emails"].unnest(), listed=_true()
    )
    return ibis.union(*found, others.filter(others["email"].notnull()), distinct=True)


def names_people(name: str) -> bool:
    """Whether a record table names a person."""
    return "person_id" in KNOWN[name].names


def known(name: str, records: ir.Table, links: ir.Table) -> ir.Table:
    """A record table as finders read it: contract `KNOWN[name]`.

    Args:
        name: the record table's name.
        records: its stamped rows.
        links: contract LINKS.
    """
    wanted = KNOWN[name].names
    if not names_people(name):
        return records.select(*wanted)
    # Joining on text that is never null keeps the join an ordinary equality on every engine.
    keyed = links.select(
        link_source=_text(links["source"]),
        link_key=_text(links["person_key"]),
        link_email=_text(links["email"]),
        person_id=links["person_id"],
    )
    joined = records.left_join(
        keyed,
        [
            _text(records["source"]) == keyed["link_source"],
            _text(records["person_key"]) == keyed["link_key"],
            _email(records) == keyed["link_email"],
        ],
    )
    return joined.select(*wanted)


def _mentions_of(records: ir.Table, *, listed: bool) -> ir.Table:
    email = records["email"] if "email" in records.columns else ibis.null("string")
    rows = records.select(
        source=records["source"],
        person_key=records["person_key"],
        email=email,
        listed=_true() if listed else ~_true(),
    )
    named = rows.filter(rows["person_key"].notnull() | rows["email"].notnull())
    return named.select(*MENTIONS.names).distinct()


def _text(value: ir.Value) -> ir.Value:
    return value.coalesce("")


def _email(records: ir.Table) -> ir.Value:
    return _text(records["email"]) if "email" in records.columns else ibis.literal("")


def _true() -> ir.Value:
    return ibis.literal(value=True)
