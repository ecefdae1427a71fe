"""One row that arrives by itself, checked as the rows of a file are, and not landed yet."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from goodword.evidence.intake.checking.erased import MEND, REASON, Gate, WasErased
from goodword.evidence.intake.checking.forms import FormsSeen
from goodword.evidence.intake.checking.rows import LINE, Rejection, Shape, check_rows
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError


def check_one(table: str, cells: Mapping[str, str], source: str, was_erased: WasErased | None) -> dict[str, Any]:
    """Return a row as it will rest in the lake, without the stamps that landing adds.

    Args:
        table: the record table.
        cells: by column of its contract.
        source: the source's name.
        was_erased: tells rows about people who asked to be erased; see `land`.

    Raises:
        GoodwordError: an import would reject it (code `row-rejected`).
    """
    shape = Shape(table, headers={name: name for name in cells}, constants={}, source=source)
    if Gate(shape, was_erased).names_erased(cells):
        raise GoodwordError("row-rejected", f"It {REASON}.", MEND)
    forms = FormsSeen({column.name: column.type for column in RECORDS[table].columns}, {})
    batch = pa.RecordBatch.from_pylist([dict(cells)], schema=pa.schema([(name, pa.string()) for name in cells]))
    for name in cells:
        forms.look(name, batch.column(name))
    checked = check_rows(shape, pa.array([1], pa.int64()), batch, forms.forms())
    for faults in checked.rejections.values():
        raise _rejected(faults)
    (row,) = checked.rows.to_pylist()
    return {name: value for name, value in row.items() if name != LINE}


def _rejected(faults: list[Rejection]) -> GoodwordError:
    why = "; ".join(f"{fault.column} {fault.value!r} {fault.reason}" for fault in faults)
    mend = next((fault.mend for fault in faults if fault.mend), "Correct it and send it again.")
    return GoodwordError("row-rejected", f"It cannot be taken: {why}.", mend)
