"""What records and people say of a person, field by field, where they differ: which value counts, and why."""

from goodword.evidence.records.table import DAY, INSTANT, LIST, TEXT, WHOLE, YES_NO, Column, Table

PERSON_FIELDS = ("name", "email", "account_id", "title", "pays", "influence", "language", "timezone", "left_on")
"""The fields of a person that have one value each."""

VERIFIED_BY = ("correction", "own_word", "dated", "wrote_from", "seen_there", "two_sources")
"""How a value can be verified: see the page `values`."""

_WHO = Column("person_id", TEXT, "The person.")
_FIELD = Column("field", TEXT, "Which field of theirs.", choices=PERSON_FIELDS)

LEDGER_VALUES = Table(
    name="ledger_values",
    about="A value of a person that somebody vouches for: a colleague who corrected it, or the person themselves.",
    identity=("value_id",),
    happened="said_at",
    columns=(
        Column("value_id", TEXT, "The ledger's id."),
        _WHO,
        _FIELD,
        Column("value", TEXT, "The value as text: `true` or `false`, a day as 2026-11-01; never empty."),
        Column("said_at", INSTANT, "When they said so."),
        Column("verified", TEXT, "Who did.", choices=("correction", "own_word")),
        Column("set_aside", LIST, "Of a correction: what it was said instead of, in the form that is compared."),
    ),
)

CONTESTED_VALUES = Table(
    name="contested_values",
    about="A field of a person of which more than one value is told, or one that somebody vouches for.",
    identity=("person_id", "field"),
    columns=(_WHO, _FIELD),
)

_TOLD: tuple[Column, ...] = (
    _WHO,
    _FIELD,
    Column("value", TEXT, "The value as it was told, as text."),
    Column("source", TEXT, "The source that told it; empty for what we know ourselves."),
    Column("table", TEXT, "The record table; `ledger_values` for what somebody vouches for."),
    Column("record_id", TEXT, "The record."),
    Column("said_on", DAY, "The day it was said: received, stated or corrected."),
    Column("verified", TEXT, "How it is verified; empty for a mere row.", choices=VERIFIED_BY),
    Column("verified_on", DAY, "As of which day; empty where that is not known."),
)

STATED_VALUES = Table(
    name="stated_values",
    about="One value that one record gives for a contested field of a person.",
    columns=(
        *_TOLD,
        Column("said_at", INSTANT, "When, of what somebody vouches for."),
        Column("account_id", TEXT, "The account that the record is about; empty where it names none."),
        Column("since", DAY, "The day they were last seen to begin at that account."),
        Column("over", WHOLE, "0: holds; 1: only seen there; 2: they have left what the record is about."),
        Column("form", TEXT, "The value without what makes no difference: case, space, Unicode form."),
    ),
)

TOLD_VALUES = Table(
    name="told_values",
    about="One value that one record gives for a contested field of a person, and whether it counts.",
    columns=(
        *_TOLD,
        Column("form", TEXT, "Values of one form are one value."),
        Column("place", WHOLE, "Its place in the order of the rule; 1 is the one that counts."),
        Column("wins", YES_NO, "Whether its value is the one that counts."),
        Column("applies", YES_NO, "False where the record is about a time or an employer that is over."),
        Column("differs", YES_NO, "Whether the records that apply give more than one value."),
    ),
)

VALUES: dict[str, Table] = {
    table.name: table for table in (LEDGER_VALUES, CONTESTED_VALUES, STATED_VALUES, TOLD_VALUES)
}
"""Every table of what is told of people, by name."""
