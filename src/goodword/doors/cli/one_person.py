"""Who somebody at the console means, and how one person is shown there."""

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.table import Table

from goodword.doors.cli.showing import out
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goodword.programme.people.differing import Differing, OneValue
    from goodword.programme.people.models import Correction
    from goodword.programme.people.one_person import OnePerson
    from goodword.runs.people.linked_records import LinkedRecord

_ADDRESSES_SHOWN = 5


def person_meant(who: str) -> "OnePerson":
    """Return the one person whom somebody means by what they typed.

    Raises:
        GoodwordError: nobody or more than one is meant.
    """
    from goodword.programme.advocates.models import Publication
    from goodword.programme.advocates.search.naming import person_named
    from goodword.programme.people.one_person import one_person

    found = one_person(who.strip())
    if found is not None:
        return found
    generation = Publication.current()
    if generation is None:
        raise GoodwordError("nothing-published", "Nobody is known yet.", "Load your data and run: goodword run")
    named = one_person(person_named(generation, who).person_id)
    if named is None:
        raise GoodwordError("unknown-person", f"Nobody is known by “{who}”.", "Run first: goodword run")
    return named


def facts(person: "OnePerson", records: "list[LinkedRecord]") -> dict[str, Any]:
    """Return what is known of who one person is, for programs."""
    from goodword.programme.people.differing import differing

    differ = differing(person)
    return {
        "person_id": person.today.person_id,
        "ids": list(person.ids),
        "name": person.today.name,
        "emails": list(person.emails),
        "opted_out_on": _iso(person.out.since if person.out else None),
        "records": [
            {
                "source": one.source,
                "person_key": one.person_key,
                "name": one.name,
                "emails": list(one.emails),
                "account_id": one.account_id,
                "title": one.title,
                "left_on": _iso(one.left_on),
                "received_at": _iso(one.received_at),
            }
            for one in records
        ],
        "values": [_told(field, value) for field in differ for value in field.values],
        "corrections": [_put_right(field, one) for field in differ for one in field.corrections],
        "merges": [
            {"merge": one.pk, "one": one.one_id, "other": one.other_id, "at": _iso(one.at), "reason": one.reason}
            for one in person.merges
        ],
        "splits": [
            {
                "split": one.pk,
                "source": one.source,
                "person_key": one.person_key,
                "at": _iso(one.at),
                "reason": one.reason,
            }
            for one in person.splits
        ],
        "apart": [{"other": person.other_of(one), "at": _iso(one.at), "reason": one.reason} for one in person.aparts],
        "suggestions": [
            {"other": person.other_of(one), "probability": one.probability, "reasons": one.reasons}
            for one in person.suggestions
        ],
    }


def _told(field: "Differing", value: "OneValue") -> dict[str, Any]:
    return {
        "field": field.field,
        "value": value.value,
        "counts": value.wins,
        "verified": value.told[0].row.verified,
        "verified_on": _iso(value.verified_on),
        "said": [
            {
                "source": one.row.source,
                "table": one.row.table,
                "record_id": one.row.record_id,
                "said_on": _iso(one.row.said_on),
            }
            for one in value.told
        ],
    }


def _put_right(field: "Differing", one: "Correction") -> dict[str, Any]:
    return {
        "correction": one.pk,
        "field": one.field,
        "value": one.value,
        "at": _iso(one.at),
        "reason": one.reason,
        "waits": one == field.waits,
    }


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _some(emails: "Sequence[str]") -> str:
    """The first addresses, and how many more there are; programs are told all of them."""
    more = len(emails) - _ADDRESSES_SHOWN
    return ", ".join(emails[:_ADDRESSES_SHOWN]) + (f" and {more} more (--format json)" if more > 0 else "")


def print_person(person: "OnePerson", records: "list[LinkedRecord]") -> None:
    """Print what is known of who one person is."""
    out().print(f"{person.today}  {person.today.person_id}", soft_wrap=True, style="bold")
    if len(person.ids) > 1:
        out().print(f"Ids of before: {', '.join(person.ids[1:])}", soft_wrap=True)
    if person.out:
        out().print(f"Opted out on {person.out.since}: nobody asks them.")
    table = Table("Source", "Key", "Name", "Address", "Account", "Title", box=None, pad_edge=False)
    for one in records:
        table.add_row(one.source, one.person_key, one.name, _some(one.emails), one.account, one.title)
    out().print(table if records else "No record of a people table means them; they are known by an address alone.")
    _print_values(person)
    for merged in person.merges:
        name = person.names.get(person.other_of(merged), person.other_of(merged))
        out().print(f"Merge {merged.pk}, {merged.at:%Y-%m-%d}: is {name} too. {merged.reason}".strip(), soft_wrap=True)
    for taken in person.splits:
        out().print(f"Split {taken.pk}: {taken.person_key} of {taken.source} is somebody else. {taken.reason}".strip())
    for pair in person.aparts:
        name = person.names.get(person.other_of(pair), person.other_of(pair))
        out().print(f"Kept apart from {name}. {pair.reason}".strip(), soft_wrap=True)
    for maybe in person.suggestions:
        name = person.names.get(person.other_of(maybe), person.other_of(maybe))
        out().print(f"May be {name}, {maybe.percent}% sure: goodword people review", soft_wrap=True)


def _print_values(person: "OnePerson") -> None:
    """Print where their records differ, and what colleagues put right."""
    from goodword.programme.people.differing import differing

    differ = differing(person)
    table = Table("Field", "Value", "Said by", "Counts", box=None, pad_edge=False)
    for field in differ:
        for value in field.values:
            said = ", ".join(f"{one.words} {one.row.said_on or ''}".strip() for one in value.told)
            why = f"{value.verified or 'a record alone'} {value.verified_on or ''}".strip()
            table.add_row(field.field, value.words, said, f"yes: {why}" if value.wins else f"no: {why}")
    if table.row_count:
        out().print("\nWhere records differ", style="bold")
        out().print(table)
    for field in differ:
        for one in field.corrections:
            waits = " It counts from the next run on." if one == field.waits else ""
            told = f"Correction {one.pk}, {one.at:%Y-%m-%d}: {field.field} is {one.value} ({one.reason}).{waits}"
            out().print(told, soft_wrap=True)
