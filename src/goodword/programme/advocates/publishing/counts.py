"""What pages would otherwise count at every visit."""

from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import KIND_BITS, STATES
from goodword.programme.advocates.publishing.rows import Sheet
from goodword.programme.advocates.publishing.standing import READY, RESTING
from goodword.programme.advocates.wording import hold_words

FIRES_SHOWN = 5


def counts(sheet: Sheet) -> dict[str, Any]:
    """Return {"people", "states", "kinds", "moments", "fires", "fires_in_all"}."""
    order = sheet.standing
    state, moments = order.state, order.urgency > 0
    return {
        "people": sheet.persons.num_rows,
        "states": {name: int(np.count_nonzero(state == place)) for place, name in enumerate(STATES)},
        "kinds": {kind: int(np.count_nonzero(order.kinds & KIND_BITS[kind])) for kind in SIGNAL_KINDS},
        "moments": {
            "waiting": int(np.count_nonzero(moments & (state != RESTING))),
            "ready": int(np.count_nonzero(moments & (state == READY))),
            "resting": int(np.count_nonzero(moments & (state == RESTING))),
        },
        **_fires(sheet),
    }


def _fires(sheet: Sheet) -> dict[str, Any]:
    """What must be put out before anything else: holds that burn, the newest of each account."""
    holds = sheet.holds.table.select(["account_id", "code", "sentence", "observed_at"])
    codes = [code for code in pc.unique(holds["code"]).to_pylist() if hold_words(str(code)).fire]
    burning = holds.filter(pc.is_in(holds["code"], value_set=pa.array(codes, pa.string())))
    newest: dict[str, dict[str, Any]] = {}
    for row in sorted(burning.to_pylist(), key=lambda row: (row["observed_at"] or datetime.min, row["sentence"])):  # noqa: DTZ901  # the contract's instants are UTC without a zone
        newest[row["account_id"] or ""] = row
    fires = list(reversed(newest.values()))
    fires.sort(key=lambda row: row["observed_at"] or datetime.min, reverse=True)  # noqa: DTZ901  # as above
    return {"fires": [_fire(row, sheet) for row in fires[:FIRES_SHOWN]], "fires_in_all": len(fires)}


def _fire(row: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    account = sheet.accounts.get(row["account_id"] or "", {})
    return {"account": account.get("name") or row["account_id"] or "", "code": row["code"], "sentence": row["sentence"]}
