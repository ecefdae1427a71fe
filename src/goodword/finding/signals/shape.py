"""The shape in which every finder and every hold hands its rows over."""

import ibis
import ibis.expr.types as ir

from goodword.evidence.records.findings import FOUND, HELD
from goodword.evidence.records.table import NUMBER, Table


def found(rows: ir.Table, numbers: tuple[str, ...]) -> ir.Table:
    """Return `rows` as a finder's result: the columns of FOUND, then the rule's own numbers, and nothing twice."""
    return _shaped(rows, FOUND, numbers)


def held(rows: ir.Table, code: str) -> ir.Table:
    """Return `rows` as the result of the hold `code`: the columns of HELD, and nothing twice."""
    return _shaped(rows.mutate(code=ibis.literal(code)), HELD, ())


def _shaped(rows: ir.Table, contract: Table, numbers: tuple[str, ...]) -> ir.Table:
    columns = {column.name: _column(rows, column.name, column.type) for column in contract.columns}
    columns |= {name: _column(rows, name, NUMBER) for name in numbers}
    return rows.select(**columns).distinct()


def _column(rows: ir.Table, name: str, kind: str) -> ir.Value:
    return rows[name].cast(kind) if name in rows.columns else ibis.null(kind)
