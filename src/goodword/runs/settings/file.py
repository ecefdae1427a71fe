"""What goodword.toml says, setting by setting, checked."""

from collections.abc import Iterable, Iterator
from typing import Any

from goodword.kit.errors import GoodwordError
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.setting import Value
from goodword.runs.workspace import CONFIG_NAME

SECTIONS = tuple(dict.fromkeys(key.split(".")[0] for key in SETTINGS))
"""The tables of the file that hold settings."""

# Beside settings this one holds what describes a workspace to its own tools.
_OPEN = ("workspace",)

_MOVED = {"acts": "Take it out, and say it once with: goodword kinds change KIND load=6 rest_days=90"}
"""Tables of before, and where what they said is said now: passed over in silence they would count no more."""

type Tables = dict[str, Any]


def said_in_file(tables: Tables, sections: Iterable[str] = SECTIONS) -> dict[str, Value]:
    """Return what a parsed goodword.toml says of settings, by key.

    Raises:
        GoodwordError: it names something that does not exist, or gives it a value it cannot have (`bad-settings`).
    """
    said: dict[str, Value] = {}
    for section, mend in _MOVED.items():
        if section in tables:
            raise GoodwordError("bad-settings", f"{CONFIG_NAME}: [{section}] is not read any more.", mend)
    for section in sections:
        for key, value in _leaves((section,), tables.get(section, {})):
            setting = SETTINGS.get(key)
            if setting is not None:
                said[key] = setting.check(value, where=f"{CONFIG_NAME}: {_place(key)}")
            elif section not in _OPEN:
                raise _unknown(key)
    return said


def as_tables(values: dict[str, Value]) -> Tables:
    """Values by key in the shape of a parsed goodword.toml."""
    tables: Tables = {}
    for key, value in values.items():
        *path, name = key.split(".")
        table = tables
        for part in path:
            table = table.setdefault(part, {})
        table[name] = value
    return tables


def _leaves(path: tuple[str, ...], value: object) -> Iterator[tuple[str, object]]:
    """Every value below a table, with its key; a table that ought to be a value and the reverse are refused."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves((*path, name), inner)
        return
    key = ".".join(path)
    if any(known.startswith(f"{key}.") for known in SETTINGS):
        where = f"[{key}]"
        raise GoodwordError(
            "bad-settings", f"{CONFIG_NAME}: {where} is no table.", f"Write a line {where} and values below it."
        )
    yield key, value


def _place(key: str) -> str:
    table, _, name = key.rpartition(".")
    return f"[{table}] {name}"


def _unknown(key: str) -> GoodwordError:
    """Say which part of a key is wrong, and what there is instead."""
    parts = key.split(".")
    depth = next(n for n in range(1, len(parts) + 1) if not _exists(".".join(parts[:n])))
    table, wrong = ".".join(parts[: depth - 1]), parts[depth - 1]
    there = dict.fromkeys(known.split(".")[depth - 1] for known in SETTINGS if known.startswith(f"{table}."))
    return GoodwordError(
        "bad-settings", f"{CONFIG_NAME}: [{table}] has no “{wrong}”.", f"There are: {', '.join(there)}."
    )


def _exists(path: str) -> bool:
    return any(known == path or known.startswith(f"{path}.") for known in SETTINGS)
