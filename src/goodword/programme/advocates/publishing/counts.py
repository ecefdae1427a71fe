"""What pages would otherwise count at every visit: of everybody, and of the people each colleague cares for."""

import json
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import KIND_BITS, STATES
from goodword.programme.advocates.publishing.grouping import Wholes
from goodword.programme.advocates.publishing.risks import at_risk
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.standing import READY, RESTING, numbers_of
from goodword.programme.advocates.wording import hold_words
from goodword.programme.columns import Array, pc

FIRES_SHOWN = 5

type Flags = npt.NDArray[np.bool_]
type Counts = dict[str, Any]


def counts(sheet: Sheet) -> Counts:
    """Return {"people", "accounts", "states", "kinds", "acts", "moments", "fires", "fires_in_all", "risks"}."""
    nobody_apart = np.zeros(sheet.persons.num_rows, dtype=np.int64)
    accounts = {"accounts": sheet.accounts.num_rows, "risks": len(_at_risk(sheet))}
    return _counted(sheet, nobody_apart, 1)[0] | accounts | _fires(sheet, _burning(sheet))


def portfolios(sheet: Sheet) -> tuple[list[str], Wholes, list[Counts]]:
    """Return who cares for accounts, for each person which of them cares for theirs (-1: nobody), and their counts."""
    owners = sorted({*pc.unique(sheet.account_owners).to_pylist()} - {""})
    numbers, of_accounts = (_numbers(values, owners) for values in (sheet.owners, sheet.account_owners))
    counted = _counted(sheet, numbers, len(owners))
    accounts = _sizes(of_accounts, of_accounts >= 0, len(owners))
    risks = _sizes(of_accounts[_at_risk(sheet)], np.ones(len(_at_risk(sheet)), dtype=np.bool_), len(owners))
    burning: dict[str, list[dict[str, Any]]] = {}
    for row in _burning(sheet):
        burning.setdefault(_owner(sheet, row), []).append(row)
    told = [
        one | {"accounts": int(many), "risks": int(risky)} | _fires(sheet, burning.get(owner, []))
        for owner, one, many, risky in zip(owners, counted, accounts, risks, strict=True)
    ]
    return owners, numbers, told


def _at_risk(sheet: Sheet) -> Wholes:
    """Where the accounts stand that somebody who mattered has left."""
    places = np.unique(at_risk(sheet))
    return places[places >= 0]


def _numbers(values: Array, owners: list[str]) -> Wholes:
    """Which of the owners each is; -1 for nobody."""
    number = pc.index_in(values, value_set=pa.array(owners, pa.string())).fill_null(-1)
    return np.asarray(number.to_numpy(zero_copy_only=False), dtype=np.int64)


def _counted(sheet: Sheet, group: Wholes, groups: int) -> list[Counts]:
    """Return counts for each group of people; people of group -1 are counted nowhere."""
    order = sheet.standing
    state, moments = order.state, order.urgency > 0
    people = _sizes(group, np.ones(len(group), dtype=np.bool_), groups)
    states = {name: _sizes(group, state == place, groups) for place, name in enumerate(STATES)}
    kinds = {kind: _sizes(group, (order.kinds & KIND_BITS[kind]) > 0, groups) for kind in SIGNAL_KINDS}
    told = {
        "waiting": _sizes(group, moments & (state != RESTING), groups),
        "ready": _sizes(group, moments & (state == READY), groups),
        "resting": _sizes(group, moments & (state == RESTING), groups),
    }
    acts = _acts(sheet, group, groups)
    return [
        {
            "people": int(people[place]),
            **{
                name: {word: int(sizes[place]) for word, sizes in sized.items()}
                for name, sized in (("states", states), ("kinds", kinds), ("moments", told))
            },
            "acts": {kind: {word: int(sizes[place]) for word, sizes in acts[kind].items()} for kind in ACT_KINDS},
        }
        for place in range(groups)
    ]


def _acts(sheet: Sheet, group: Wholes, groups: int) -> dict[str, dict[str, Wholes]]:
    """How many stand where for each kind of act."""
    kind, state = numbers_of(sheet.likelihoods, "act_kind", ACT_KINDS), sheet.standing.act_state
    whose = group[sheet.likelihoods.person]
    shown = STATES[: RESTING + 1]
    cell = (np.maximum(whose, 0) * len(ACT_KINDS) + kind) * len(STATES) + state
    sizes = np.bincount(cell[whose >= 0], minlength=groups * len(ACT_KINDS) * len(STATES))
    by_group = sizes.reshape(groups, len(ACT_KINDS), len(STATES))
    return {
        name: {word: by_group[:, place, at] for at, word in enumerate(shown)} for place, name in enumerate(ACT_KINDS)
    }


def _sizes(group: Wholes, flags: Flags, groups: int) -> Wholes:
    return np.bincount(group[flags & (group >= 0)], minlength=groups)


def _burning(sheet: Sheet) -> list[dict[str, Any]]:
    """Holds that must be put out before anything else, the newest of each account, the newest first."""
    holds = sheet.holds.table.select(["account_id", "code", "sentence", "observed_at"])
    holds = holds.append_column("place", pa.array(np.arange(holds.num_rows)))
    codes = [code for code in pc.unique(holds["code"]).to_pylist() if hold_words(str(code)).fire]
    burning = holds.filter(pc.is_in(holds["code"], value_set=pa.array(codes, pa.string())))
    newest: dict[str, dict[str, Any]] = {}
    for row in sorted(burning.to_pylist(), key=lambda row: (row["observed_at"] or datetime.min, row["sentence"])):  # noqa: DTZ901  # the contract's instants are UTC without a zone
        newest[row["account_id"] or ""] = row
    fires = list(reversed(newest.values()))
    fires.sort(key=lambda row: row["observed_at"] or datetime.min, reverse=True)  # noqa: DTZ901  # as above
    return fires


def _fires(sheet: Sheet, fires: list[dict[str, Any]]) -> Counts:
    return {"fires": [_fire(row, sheet) for row in fires[:FIRES_SHOWN]], "fires_in_all": len(fires)}


def _fire(row: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    name = sheet.account(row["account_id"] or "").get("name")
    (hold,) = sheet.holds.table.select(["until", "day", "evidence"]).slice(row["place"], 1).to_pylist()
    days = {name: hold[name].isoformat() if hold[name] else None for name in ("until", "day")}
    first: dict[str, Any] = next(iter(hold["evidence"] or ()), {})
    counted = json.loads(first.get("numbers") or "{}")
    # The facts beside the sentence are what it is said from in the language of the reader: see why_not.py.
    facts = {**days, "record": first.get("id"), **{name: counted.get(name) for name in ("number", "number_before")}}
    return {"account": name or row["account_id"] or "", "code": row["code"], "sentence": row["sentence"], **facts}


def _owner(sheet: Sheet, row: dict[str, Any]) -> str:
    return str(sheet.account(row["account_id"] or "").get("owner_email") or "").strip().lower()
