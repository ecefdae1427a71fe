"""Who mattered to an account and is gone from it: beside the account they left, and beside the person."""

from typing import Any

import numpy as np

from goodword.programme.advocates.publishing.grouping import Wholes
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.columns import column, json_plain, pc

type Row = dict[str, Any]


def risks_of_people(sheet: Sheet, low: int, high: int) -> list[str]:
    """Return the risks that persons low..high-1 left behind, as JSON lists, the newest first."""
    begin, end = sheet.risks.rows(low, high)
    told: list[list[Row]] = [[] for _ in range(high - low)]
    for place, row in zip((sheet.risks.person[begin:end] - low).tolist(), _rows(sheet, begin, end), strict=True):
        told[place].append(row)
    return [json_plain(some) if some else "[]" for some in told]


def risks_of_accounts(sheet: Sheet, order: Wholes) -> list[str]:
    """Return the risks at each account as a JSON list, the newest first.

    Each is {"kind", "person_id", "account_id", "account", "role", "how", "on", "approximate", "table", "id"}.

    Args:
        sheet: everything about everybody.
        order: where the accounts stand in the sheet, in the order wanted.
    """
    rows = _rows(sheet, 0, sheet.risks.table.num_rows)
    told: dict[int, list[Row]] = {}
    for account, row in sorted(zip(at_risk(sheet).tolist(), rows, strict=True), key=lambda one: one[1]["on"]):
        told.setdefault(account, []).insert(0, row)
    return [json_plain(told[account]) if account in told else "[]" for account in order.tolist()]


def at_risk(sheet: Sheet) -> Wholes:
    """Return where the account of each risk stands in the sheet; -1 where it is not known."""
    at = pc.index_in(
        column(sheet.risks.table, "account_id"), value_set=column(sheet.accounts, "account_id"), skip_nulls=True
    )
    return np.asarray(at.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)


def _rows(sheet: Sheet, begin: int, end: int) -> list[Row]:
    some = sheet.risks.table.slice(begin, end - begin)
    at = pc.index_in(column(some, "account_id"), value_set=column(sheet.accounts, "account_id"), skip_nulls=True)
    names = column(sheet.accounts, "name").take(at).to_pylist()
    return [
        {
            **{name: row[name] for name in ("kind", "person_id", "account_id", "role", "how")},
            "account": name or row["account_id"],
            "on": row["observed_on"].isoformat(),
            "approximate": bool(row["approximate"]),
            "table": row["evidence_table"],
            "id": row["evidence_id"],
        }
        for row, name in zip(some.to_pylist(), names, strict=True)
    ]
