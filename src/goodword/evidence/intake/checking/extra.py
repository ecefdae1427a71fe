"""Columns that the contract does not know, kept as one JSON object a row."""

import json

import pyarrow as pa

from goodword.evidence.sources.cells import Cells, each_distinct, filled, joined, spread, translated, wrapped


def extra_of(spare: tuple[str, ...], extra_header: str, cells: pa.RecordBatch) -> Cells:
    """The spare cells of each row as JSON, keys in order; null where there are none.

    Args:
        spare: headers of columns that the contract does not know.
        extra_header: header of a column that holds such JSON already, from an export of our own; empty if none does.
        cells: the batch.
    """
    if extra_header:
        known = translated(cells.column(extra_header), _in_order)
        return known if not spare else _merged(known, _written(spare, cells))
    return _written(spare, cells)


def _written(spare: tuple[str, ...], cells: pa.RecordBatch) -> Cells:
    if not spare:
        return pa.nulls(cells.num_rows, pa.string())
    pairs = joined([_pairs(name, cells.column(name)) for name in sorted(spare)], ",")
    return wrapped(pairs, "{", "}")


def _pairs(name: str, column: Cells) -> Cells:
    """Each cell as `"name":"cell"`, null where it is empty."""
    key = json.dumps(name, ensure_ascii=False)
    words, places = each_distinct(filled(column))
    texts = [None if word is None else f"{key}:{json.dumps(word, ensure_ascii=False)}" for word in words]
    return spread(texts, places, pa.string())


def _in_order(text: str) -> str:
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        data = text
    if not isinstance(data, dict):
        data = {"extra": text}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _merged(known: Cells, written: Cells) -> Cells:
    merged = []
    for one, other in zip(known.to_pylist(), written.to_pylist(), strict=True):
        both = (json.loads(one) if one else {}) | (json.loads(other) if other else {})
        merged.append(_in_order(json.dumps(both)) if both else None)
    return pa.array(merged, pa.string())
