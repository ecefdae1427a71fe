"""Where words stand: interactions, survey comments and posts as one table of texts."""

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.findings import TEXTS
from goodword.evidence.records.table import TEXT, Column, Table

PLACES = Table(
    name="places",
    about="A record that some evidence or remark points to.",
    columns=(
        Column("place_table", TEXT, "The record table."),
        Column("place_id", TEXT, "The record_id."),
    ),
)

_NOTHING = ""


def texts(
    interactions: ir.Table, responses: ir.Table, posts: ir.Table, people: ir.Table, persons: ir.Table
) -> ir.Table:
    """Gather everything that somebody wrote or said.

    Args:
        interactions: known interactions.
        responses: known responses.
        posts: known posts.
        people: known people, for names: they must not depend on the day, for what is heard does not either.
        persons: contract PERSONS, for the account of the day where the record names none.

    Returns:
        contract TEXTS, one row for each record with words in it.
    """
    none = ibis.null("string")
    gathered = ibis.union(
        _rows(
            interactions,
            "interactions",
            "text",
            "at",
            channel=interactions["channel"],
            account=interactions["account_id"],
        ),
        _rows(
            responses,
            "responses",
            "comment",
            "answered_at",
            channel=ibis.literal("survey"),
            account=responses["account_id"],
        ),
        _rows(posts, "posts", "text", "at", channel=ibis.literal("community"), account=none),
    )
    at = persons.select(who=persons["person_id"], who_account=persons["account_id"])
    placed = gathered.left_join(at, gathered["person_id"] == at["who"])
    both = people["given_name"].concat(" ").concat(people["family_name"])
    shown = people.select(called_id=people["person_id"], called=people["full_name"].coalesce(both))
    names = shown.group_by("called_id").agg(called=shown["called"].min())
    joined = placed.left_join(names, placed["person_id"] == names["called_id"])
    full = joined.mutate(account_id=joined["account_id"].coalesce(joined["who_account"]), name=joined["called"])
    return full.select(*TEXTS.names)


def texts_behind(texts: ir.Table, interactions: ir.Table, places: ir.Table) -> ir.Table:
    """The texts of some places, with the subject line of an interaction as `title`.

    Args:
        texts: contract TEXTS.
        interactions: known interactions.
        places: contract PLACES.
    """
    pointed = texts.semi_join(places, [texts["table"] == places["place_table"], texts["id"] == places["place_id"]])
    subjects = interactions.select(subject_table=ibis.literal("interactions"), subject_id="record_id", title="subject")
    joined = pointed.left_join(
        subjects, [pointed["table"] == subjects["subject_table"], pointed["id"] == subjects["subject_id"]]
    )
    return joined.select(*TEXTS.names, "title")


def _rows(records: ir.Table, table: str, words: str, at: str, *, channel: ir.Value, account: ir.Value) -> ir.Table:
    direction = records["direction"] if "direction" in records.columns else ibis.literal("in")
    rows = records.select(
        table=ibis.literal(table),
        id=records["record_id"],
        text=records[words],
        direction=direction.coalesce("in"),
        channel=channel,
        person_id=records["person_id"],
        account_id=account,
        at=records[at],
        email=records["email"],
    )
    return rows.filter(rows["text"].notnull() & (rows["text"] != _NOTHING))
