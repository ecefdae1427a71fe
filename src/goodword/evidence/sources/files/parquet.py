"""Parquet as text cells: numbers and times in their exact ISO spelling, nested values as JSON."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goodword.evidence.sources.cells import Cells, filled, followed_by, iso_instants
from goodword.evidence.sources.files.sheet import BATCH_ROWS, Rows, Sheet, distinct_header
from goodword.kit.errors import GoodwordError

_PLAIN: tuple[Callable[[pa.DataType], bool], ...] = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_boolean,
    pa.types.is_integer,
    pa.types.is_floating,
    pa.types.is_date,
    pa.types.is_decimal,
    pa.types.is_null,
)


def open_parquet(path: Path) -> list[Sheet]:
    """The one sheet of a Parquet file.

    Raises:
        GoodwordError: it is damaged (code `damaged-file`).
    """
    try:
        with pq.ParquetFile(path) as file:
            header = distinct_header(file.schema_arrow.names)
    except (pa.ArrowInvalid, OSError) as error:
        raise _damaged(path, error) from error
    return [Sheet(path, "", header, lambda: _read(path, header))]


def _read(path: Path, header: tuple[str, ...]) -> Iterator[Rows]:
    start = 1
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH_ROWS):
                columns = [_as_text(column) for column in batch.columns]
                lines = pa.array(range(start, start + batch.num_rows), pa.int64())
                yield Rows(lines, pa.RecordBatch.from_arrays(columns, names=list(header)))
                start += batch.num_rows
    except (pa.ArrowInvalid, OSError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> GoodwordError:
    return GoodwordError(
        code="damaged-file",
        sentence=f"{path.name} is no whole Parquet file: {str(error).splitlines()[0]}",
        mend="Export it again.",
    )


def _as_text(column: Cells) -> Cells:
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _as_text(column.cast(kind.value_type))
    if pa.types.is_timestamp(kind):
        return _instant_text(column)
    if any(test(kind) for test in _PLAIN):
        return filled(column.cast(pa.string()))
    return pa.array([_value_text(value) for value in column.to_pylist()], pa.string())


def _instant_text(column: Cells) -> Cells:
    """ISO text; an instant with a zone ends in Z, whatever the zone, as Parquet keeps UTC underneath."""
    zoned = column.type.tz is not None
    kept = column.cast(pa.timestamp("us", "UTC" if zoned else None), safe=False).cast(pa.timestamp("us"))
    text = iso_instants(kept)
    return followed_by(text, "Z") if zoned else text


def _value_text(value: Any) -> str | None:  # noqa: ANN401 - any nested value Parquet can hold
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace") or None
    return json.dumps(value, ensure_ascii=False, default=str)
