"""Accounts as answers tell them, with what the caller sees of them: `Sight` decides."""

from typing import Any

from goodword.doors.api.account_shapes import (
    AccountDetail,
    AccountOut,
    AccountWords,
    ActOut,
    CompanyOut,
    HoldCount,
    MoveOut,
    RiskOut,
    ThemeCount,
)
from goodword.doors.api.shapes import Piece
from goodword.doors.api.telling import piece_told
from goodword.doors.web.views.account.told import Told
from goodword.programme.advocates.models import ListedAccount
from goodword.programme.advocates.sight import Sight

_PLAIN = (
    *("account_id", "name", "industry", "segment", "country", "region", "plan", "status", "employees"),
    *("started_on", "renews_on", "parent_account_id", "people", "states", "kinds"),
)


def account_told(row: ListedAccount, sight: Sight) -> AccountOut:
    """An account of a list."""
    return AccountOut(**_account(sight.account(row), sight))


def account_in_full(row: ListedAccount, sight: Sight, told: Told) -> AccountDetail:
    """An account with what its people said and did, of which `told` has what the caller sees."""
    seen = sight.account(row)
    return AccountDetail(
        **_account(seen, sight),
        said=seen.said,
        themes=[ThemeCount.model_validate(one) for one in told.themes],
        holds=[HoldCount(code=one["code"], people=one["people"]) for one in seen.holds],
        words=[AccountWords(person_id=one.person_id, words=piece_told(one.words) or Piece()) for one in told.spoke],
        risks=[_risk(one) for one in told.risks],
        company=_company(seen, told),
        moves=[_move(one, told) for one in told.moves],
        acts=[ActOut(act_id=one.ledger_id, kind=one.kind, done_on=one.done_on, url=one.url) for one in told.acts],
    )


def _account(seen: ListedAccount, sight: Sight) -> dict[str, Any]:
    told = {name: getattr(seen, name) for name in _PLAIN} | {"sponsors_gone": len(seen.risks)}
    if sight.contacts:
        told |= {"owner_email": seen.owner_email, "domains": seen.domains}
    if sight.scores:
        told |= {"arr": seen.arr, "currency": seen.currency}
    return told


def _risk(risk: dict[str, Any]) -> RiskOut:
    return RiskOut(
        **{name: risk[name] for name in ("kind", "role", "how", "approximate", "sentence")},
        observed_on=risk["on"],
        person_id=risk["person_id"] if risk["person"] else "",
        table=risk["table"] if risk["id"] else None,
        record_id=risk["id"],
    )


def _company(seen: ListedAccount, told: Told) -> CompanyOut:
    known: dict[str, Any] = {"known_by": "", "problem": ""} | {
        name: [] for name in ("also", "aliases", "before", "names", "domains")
    }
    also = [one for one in seen.company.get("also", ()) if one in told.related]
    return CompanyOut(**known | seen.company | {"also": also})


def _move(move: dict[str, Any], told: Told) -> MoveOut:
    return MoveOut(
        way=move["way"],
        person_id=move["person_id"],
        **{name: move[name] for name in ("on", "not_before", "not_after")},
        company=move["company"],
        account_id=move["account_id"] if move["account_id"] in told.related else "",
    )
