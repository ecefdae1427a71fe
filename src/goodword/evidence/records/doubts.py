"""What is doubtful about rows that were loaded: they are kept, and do not count as they stand."""

from collections.abc import Iterator

from goodword.evidence.records.table import TEXT, Column, Table
from goodword.kit.signs import has_letters, has_lost_letters, meant, visible

DOUBT_KINDS = (
    "reversed_dates",
    "overlaps",
    "circular_parents",
    "own_parent",
    "unknown_account",
    "no_company",
    "ambiguous_name",
    "shared_mailbox",
    "many_addresses",
    "wrong_encoding",
    "lost_letters",
    "unseen_signs",
    "no_letters",
    "long_name",
)
"""Why a row is doubted, in the order in which they are told."""

LONGEST_NAME = 200
"""A name of a person with more signs is hardly one."""

NAMES = ("full_name", "given_name", "family_name")
"""Columns that hold a person's name."""

MOST_ADDRESSES = 30
"""A row of one person with more addresses is hardly about one."""

DOUBTS = Table(
    name="doubts",
    about="A row that was loaded and cannot be right, or does not count as it stands. Nothing of it is lost.",
    identity=("kind", "table", "record_id", "value"),
    columns=(
        Column("kind", TEXT, "Why it is doubted.", choices=DOUBT_KINDS),
        Column("table", TEXT, "The record table."),
        Column("record_id", TEXT, "The row's record_id."),
        Column("value", TEXT, "What stands there."),
    ),
)


def doubts_of_name(name: str | None) -> Iterator[tuple[str, str]]:
    """What is doubtful about a person's name: kind and value."""
    if not name:
        return
    if said := meant(name):
        yield "wrong_encoding", f"{name} ({said})"
    if has_lost_letters(name):
        yield "lost_letters", name
    if (seen := visible(name)) != name:
        yield "unseen_signs", seen
    if not has_letters(name):
        yield "no_letters", name
    if len(name) > LONGEST_NAME:
        yield "long_name", f"{name[:40]}… ({len(name)})"
