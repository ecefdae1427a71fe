"""Which row is which: the key that makes it the same row again, and the hash that tells whether it says the same.

Both are MD5 over unambiguous text of our own making, kept as UUID (16 bytes). They rest in the lake's files, so their
definition must not depend on a version of anything; MD5 names rows here and protects nothing.
"""

from goodword.evidence.lake.local.engine import quoted
from goodword.evidence.records.table import INSTANT, LIST, TEXT, Column, Table

_OWN_ID = {"usage": "event_id", "features": "row_id", "employments": "row_id"}


def content_sql(table: Table) -> str:
    """SQL of the content hash: the columns of the contract that have a value, and `extra`.

    A column without a value adds nothing, so that a contract may grow without making every row a changed one.
    """
    columns = (*table.columns, Column("extra", TEXT, ""))
    return f"md5(concat({', '.join(_named(column) for column in columns)}))::UUID"


def filled_sql(table: Table) -> str:
    """SQL of how many columns of the contract have a value."""
    return " + ".join(f"({quoted(column.name)} IS NOT NULL)::INTEGER" for column in table.columns)


def given_id_sql(table: Table) -> str:
    """SQL of the source's own id of a row, as text; null where it has none."""
    if table.identity:
        return " || ':' || ".join(f"{quoted(name)}::VARCHAR" for name in table.identity)
    return quoted(_OWN_ID[table.name])


def given_key_sql(table: Table) -> str:
    """SQL of the row key where the source gives an id: source and identity columns."""
    names = table.identity or (_OWN_ID[table.name],)
    parts = ", ".join(_sized(f"{quoted(name)}::VARCHAR") for name in names)
    return f"md5(concat('id', {_sized(quoted('source'))}, {parts}))::UUID"


def made_key_sql(content: str, ordinal: str) -> str:
    """SQL of the row key where the source gives no id: source, content and ordinal among equal rows of the file."""
    return f"md5(concat('row', {_sized(quoted('source'))}, {content}::VARCHAR, ':', {ordinal}::VARCHAR))::UUID"


def record_id_sql(given: str, key: str) -> str:
    """SQL of `record_id`: the source's own id, else the first 20 hex digits of the row key."""
    return f"coalesce({given}, left(replace({key}::VARCHAR, '-', ''), 20))"


def _sized(text: str) -> str:
    """A text with its length before it: no two different lists of texts run together to the same one."""
    return f"strlen({text})::VARCHAR, ':', {text}"


def _named(column: Column) -> str:
    text = _text_of(column)
    return f"CASE WHEN {quoted(column.name)} IS NULL THEN '' ELSE concat('{column.name}', ':', {_sized(text)}) END"


def _text_of(column: Column) -> str:
    name = quoted(column.name)
    if column.type == INSTANT:
        return f"epoch_us({name})::VARCHAR"
    if column.type == LIST:
        return f"to_json({name})::VARCHAR"
    return f"{name}::VARCHAR"
