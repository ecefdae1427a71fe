"""Many rows at once: plain INSERTs in key order, several times faster than objects."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models

type Values = tuple[Any, ...]

_ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)

# Python's own types that drivers take as they are; the fields translate the rest.
_AS_THEY_ARE = (models.TextField, models.FloatField, models.IntegerField, models.BooleanField, models.ForeignKey)


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Values]) -> None:
    """Insert rows whose values stand in the order of `names` (field names)."""
    fields = [_field(model, name) for name in names]
    _execute(_insert(model, fields), fields, rows)


def upsert_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Values]) -> None:
    """Insert rows by primary key, the first of `names`; one that is there is updated where anything differs."""
    fields = [_field(model, name) for name in names]
    table = _quoted(model._meta.db_table)  # noqa: SLF001  # Django's documented way to a model's table
    key, *rest = [_quoted(field.column) for field in fields]
    now = ", ".join(f"{table}.{column}" for column in rest)
    new = ", ".join(f"excluded.{column}" for column in rest)
    changes = ", ".join(f"{column} = excluded.{column}" for column in rest)
    differs = f"({now}) IS NOT ({new})" if connection.vendor == "sqlite" else f"({now}) IS DISTINCT FROM ({new})"
    conflict = f" ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE {differs}"
    _execute(_insert(model, fields) + conflict, fields, rows)


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    field = model._meta.get_field(name)  # noqa: SLF001  # Django's documented way to a model's fields
    if not isinstance(field, models.Field):
        raise TypeError(f"{name} is no column")
    return field


def _insert(model: type[models.Model], fields: Sequence["models.Field[Any, Any]"]) -> str:
    columns = ", ".join(_quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: SLF001  # as above


def _execute(statement: str, fields: Sequence["models.Field[Any, Any]"], rows: Iterable[Values]) -> None:
    translate = [
        (place, _translation(field)) for place, field in enumerate(fields) if not isinstance(field, _AS_THEY_ARE)
    ]
    ready = []
    for row in rows:
        values = list(row)
        for place, prepared in translate:
            if values[place] is not None:
                values[place] = prepared(values[place])
        ready.append(values)
    if ready:
        with connection.cursor() as cursor:
            cursor.executemany(statement, ready)


def _translation(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    if isinstance(field, models.JSONField) and connection.vendor == "sqlite":
        return _ENCODER.encode  # what the field would do there, at a third of the time
    return lambda value: field.get_db_prep_save(value, connection)


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")
