"""Words that were heard before: how a text is known again, and how what was heard of it finds its record."""

import ibis.expr.types as ir

from goodword.evidence.records.findings import REMARKS
from goodword.evidence.records.table import TEXT, Column, Table

_OF_THE_RECORD = frozenset(("remark_id", "table", "id"))

TOLD = Table(
    name="told",
    about="A text, known again by everything that what is heard of it depends on.",
    columns=(
        Column("table", TEXT, "The record table it stands in."),
        Column("id", TEXT, "The record_id."),
        Column("told", TEXT, "SHA-256 of words, name, direction and channel."),
        Column("words", TEXT, "SHA-256 of the words alone."),
    ),
)

HEARD = Table(
    name="heard",
    about="What was heard of a text, wherever it stands: one row a remark; one without an offset where there is none.",
    columns=(
        *TOLD.columns[2:],
        *(column for column in REMARKS.columns if column.name not in _OF_THE_RECORD),
    ),
)

KEYS = Table(name="heard_keys", about="Texts that were heard.", columns=(TOLD.column("told"),))

FRESH = Table(
    name="fresh",
    about="Texts that nobody heard yet, those told alike once.",
    columns=(TOLD.column("told"), Column("place", TEXT, "Where the first of those told alike stands.")),
)


def words_of(text: ir.StringValue) -> ir.StringValue:
    """What knows the same words again."""
    return text.hexdigest("sha256")


def known_again(texts: ir.Table) -> ir.Table:
    """Contract TEXTS with `told` and `words` beside each text.

    Two texts are told alike where their words, the person's name, the direction and the channel are the same: then
    the same listener hears the same in both. Each part is hashed by itself, so that none runs into the next.
    """
    words = words_of(texts["text"])
    parts = [texts[name].fill_null("").hexdigest("sha256") for name in ("name", "direction", "channel")]
    both = words
    for part in parts:
        both = both + part
    return texts.mutate(told=both.hexdigest("sha256"), words=words)


def unheard(told: ir.Table, heard: ir.Table) -> ir.Table:
    """The texts that nobody heard yet, contract FRESH.

    Args:
        told: contract TOLD.
        heard: contract KEYS.
    """
    new = told.anti_join(heard, "told")
    return new.group_by("told").agg(place=_place(new).min())


def to_hear(texts: ir.Table, fresh: ir.Table) -> ir.Table:
    """Contract TEXTS of what `unheard` names, with `told` and `words`."""
    known = known_again(texts)
    return known.mutate(place=_place(known)).semi_join(fresh, ["told", "place"]).drop("place")


def _place(rows: ir.Table) -> ir.StringValue:
    return rows["table"] + " " + rows["id"]


def said_where(told: ir.Table, heard: ir.Table) -> ir.Table:
    """What was heard, at every record whose text is told so: contract REMARKS without ids of remarks.

    Args:
        told: contract TOLD.
        heard: contract HEARD.
    """
    rows = heard.filter(heard["start"].notnull()).drop("words")
    wanted = [name for name in REMARKS.names if name != "remark_id"]
    return told.select("table", "id", "told").inner_join(rows, "told").select(*wanted).distinct()
