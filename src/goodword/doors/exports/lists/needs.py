"""Needs as a sheet: what colleagues need of customers, and how each stands."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.programme.meetings.standing import newest_pick
from goodword.programme.needs.models import Need
from goodword.programme.needs.standing import standing_of

_NEED: dict[str, Type] = {
    "need_id": "whole",
    "standing": "text",
    "act_kind": "text",
    "prospect": "text",
    "deal_id": "text",
    "industry": "text",
    "employees": "whole",
    "region": "text",
    "role": "text",
    "product": "text",
    "use_case": "text",
    "competitor": "text",
    "language": "text",
    "text": "text",
    "needed_by": "day",
    "urgent": "yes_no",
    "filed_at": "instant",
    "meeting_at": "instant",
    "ended_at": "instant",
    "reason": "text",
}


def needs_sheet(needs: Iterable[Need]) -> Sheet:
    """Needs in their order; nobody is named in it."""
    return Sheet.of("requests", _NEED, _rows(needs))


def _rows(needs: Iterable[Need]) -> Iterator[Cells]:
    for need in needs:
        ending = getattr(need, "ending", None)
        plain = [name for name in _NEED if hasattr(need, name)]
        yield {
            **{name: getattr(need, name) for name in plain},
            "need_id": need.pk,
            "standing": standing_of(need),
            "act_kind": need.act_kind_id,
            "filed_at": need.at,
            "meeting_at": _meeting_at(need),
            "ended_at": ending.at if ending else None,
            "reason": ending.reason if ending else None,
        }


def _meeting_at(need: Need) -> datetime | None:
    """When the meeting is that was agreed for it; None where none is."""
    claim = need.standing_claim
    pick = newest_pick(claim) if claim else None
    return pick.slot.starts_at if pick and pick.slot else None
