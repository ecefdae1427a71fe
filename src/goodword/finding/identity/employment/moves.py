"""From spells to moves: a person who left one company for another."""

from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.whereabouts import MOVES
from goodword.kit.ids import stable_id

type Row = dict[str, Any]


def moves(spells: pa.Table) -> pa.Table:
    """Return contract MOVES, sorted by person and time, for contract SPELLS in any order.

    Two spells make a move when one is certainly before the other and no spell at a third company lies between them.
    """
    people: dict[str, list[Row]] = {}
    for row in _of_several(spells).to_pylist():
        people.setdefault(row["person_id"], []).append(row)
    found = [move for person in sorted(people) for move in moves_of(people[person])]
    return pa.Table.from_pylist(found, schema=MOVES.arrow())


def _of_several(spells: pa.Table) -> pa.Table:
    """The rows about people who have been at two companies or more: most people have not."""
    counted = spells.group_by("person_id").aggregate([("company_id", "count_distinct")])
    pairs = zip(counted["person_id"].to_pylist(), counted["company_id_count_distinct"].to_pylist(), strict=True)
    several = pa.array([person for person, places in pairs if (places or 0) > 1], pa.string())
    theirs = spells.filter(pc.is_in(spells["person_id"], value_set=several))
    return theirs.filter(pc.is_valid(theirs["company_id"]))


def moves_of(spells: list[Row]) -> list[Row]:
    """The moves of one person."""
    ordered = sorted({row["spell_id"]: row for row in spells}.values(), key=_order)
    found: list[Row] = []
    for place, after in enumerate(ordered):
        earlier = [row for row in ordered[:place] if _before(row, after)]
        before = earlier[-1] if earlier else None
        if before is not None and before["company_id"] != after["company_id"]:
            found.append(_move(before, after))
    return found


def _order(row: Row) -> tuple[Any, ...]:
    """By the end where there is one, for many sources know ends only; who is still there comes last."""
    left = row["ended_on"] or row["ended_not_after"]
    came = row["started_on"] or row["started_not_after"]
    return (came or left or date.max, left or date.max, row["company_id"], row["spell_id"])


def _before(first: Row, second: Row) -> bool:
    """Whether one spell certainly began before the other and did not outlast it."""
    came, then_came = _came(first), _came(second)
    left, then_left = _left(first), _left(second)
    if left and then_left and left > then_left:
        return False
    earliest = second["started_not_before"]
    if came and earliest and second["started_on"] is None and came >= earliest:
        return False  # a row whose days are swapped: it may have begun on either of them
    if came and then_came:
        return bool(came < then_came)
    if left and then_left:
        return bool(left < then_left)
    if left and then_came:
        return bool(left <= then_came)
    return left is not None and then_left is None


def _came(row: Row) -> date | None:
    came: date | None = row["started_on"] or row["started_not_after"]
    return came


def _left(row: Row) -> date | None:
    left: date | None = row["ended_on"] or row["ended_not_after"]
    return left


def _move(before: Row, after: Row) -> Row:
    certain = after["started_on"] is not None
    left = before["ended_on"] or before["ended_not_before"]
    latest = _came(after)
    earliest = after["started_on"] or after["started_not_before"] or left
    return {
        "move_id": stable_id("move", before["spell_id"], after["spell_id"]),
        "person_id": after["person_id"],
        "from_company_id": before["company_id"],
        "from_account_id": before["account_id"],
        "from_spell_id": before["spell_id"],
        "to_company_id": after["company_id"],
        "to_account_id": after["account_id"],
        "to_spell_id": after["spell_id"],
        "moved_not_before": earliest if latest is None or earliest is None or earliest <= latest else None,
        "moved_not_after": latest,
        "approximate": not certain,
    }
