"""JSON lines, or one JSON array of objects: keys become columns, nested objects dotted ones, lists stay JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goodword.evidence.sources.files.encoding import Encoding, encoding_of, mended
from goodword.evidence.sources.files.sheet import Broken, RowGatherer, Rows, Sheet
from goodword.kit.errors import GoodwordError

_HALF = re.compile("[\ud800-\udfff]")


def open_jsonlines(path: Path) -> list[Sheet]:
    """The one sheet of a JSON file; none if it holds no object.

    Raises:
        GoodwordError: it is one JSON text, and damaged (code `damaged-file`).
    """
    encoding = encoding_of(path)
    keys: dict[str, None] = {}
    for _, item in _items(path, encoding):
        if isinstance(item, dict):
            keys.update(dict.fromkeys(item))
    if not keys:
        return []
    header = tuple(keys)
    return [Sheet(path, "", header, lambda: _read(path, encoding, header))]


def _read(path: Path, encoding: Encoding, header: tuple[str, ...]) -> Iterator[Rows]:
    gathered = RowGatherer(header)
    for number, item in _items(path, encoding):
        if isinstance(item, _Unfit):
            gathered.add_broken(Broken(number, {name: cell for name, cell in item.cells.items() if cell}, item.why))
        elif gathered.add(number, [item.get(name) for name in header]):
            yield gathered.take()
    yield gathered.take()


@dataclass(frozen=True, slots=True)
class _Unfit:
    """Something that cannot be used, and what could be read of it."""

    why: str
    cells: dict[str, str | None] = field(default_factory=dict)


type _Item = dict[str, str | None] | _Unfit


def _items(path: Path, encoding: Encoding) -> Iterator[tuple[int, _Item]]:
    """Flat objects with the line or place they stand on."""
    with encoding.open(path) as file:
        first = file.read(1)
        while first.isspace():
            first = file.read(1)
        file.seek(0)
        if first == "[":
            try:
                whole = json.loads(file.read(), parse_float=str, parse_int=str)
            except (json.JSONDecodeError, RecursionError) as error:
                raise GoodwordError(
                    code="damaged-file",
                    sentence=f"{path.name} is no whole JSON text: {error}.",
                    mend="Export it again.",
                ) from error
            for number, item in enumerate(whole, start=1):
                yield number, _checked(json.dumps(item, ensure_ascii=False)) if encoding.damaged else _object(item)
            return
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _checked(line.strip()) if encoding.damaged else _object_of_line(line)


def _checked(line: str) -> _Item:
    """The object of a line; unfit where bytes of it are none of the file's encoding."""
    wrong = mended(line)
    if wrong is None:
        return _object_of_line(line)
    likely = _object_of_line(wrong.text)
    return _Unfit(wrong.why, {} if isinstance(likely, _Unfit) else likely)


def _object_of_line(line: str) -> _Item:
    try:
        return _object(json.loads(line, parse_float=str, parse_int=str))
    except (json.JSONDecodeError, RecursionError) as error:
        return _Unfit(f"is no JSON: {error}")


def _object(item: Any) -> _Item:  # noqa: ANN401 - any JSON value
    if not isinstance(item, dict):
        return _Unfit("is no JSON object")
    flat: dict[str, str | None] = {}
    for key, value in item.items():
        if isinstance(value, dict):
            flat.update({_whole(f"{key}.{inner}"): _text(deep) for inner, deep in value.items()})
        else:
            flat[_whole(key)] = _text(value)
    return flat


def _text(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return _whole(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _whole(text: str) -> str:
    """The text with U+FFFD for half a character: JSON can escape one alone, and no encoding can hold it."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)
