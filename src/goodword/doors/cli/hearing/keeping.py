"""Keeping a text that somebody told on the console, and what is said of it there."""

from datetime import UTC, datetime
from typing import Any

from goodword.doors.cli.hearing.line import Facts, Request
from goodword.doors.cli.one_person import person_meant
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.runs.arriving import CHANNELS, Said, account_meant
from goodword.runs.at_once import Heard, hear_at_once
from goodword.runs.workspace import Workspace


def keep(workspace: Workspace, request: Request) -> Facts:
    """Keep a text of a person, hear it and raise its moment at once; return what came of it, as JSON can hold it.

    Raises:
        GoodwordError: nobody, no channel, no account or no instant is meant, or the text is refused.
    """
    person = person_meant(request.person)
    said = Said(
        text=request.text,
        channel=checked_channel(request.channel or "email"),
        at=_instant(request.at) if request.at else None,
        account_id=account_meant(request.account) if request.account else "",
    )
    heard = hear_at_once(workspace, person, said, by=Actor.console())
    remarks = [told(one) for one in heard.remarks.to_pylist()]
    return _facts(heard, person.today.person_id) | {"person": str(person.today), "remarks": remarks}


def told(remark: dict[str, Any]) -> dict[str, Any]:
    """What is said of a remark."""
    names = ("kind", "quote", "start", "end", "polarity", "outcome", "themes", "language", "speaker", "probability")
    return {name: remark[name] for name in (*names, "model_version")}


def checked_channel(name: str) -> str:
    """The channel of that name.

    Raises:
        GoodwordError: there is none.
    """
    if name not in CHANNELS:
        raise GoodwordError("bad-channel", f"There is no channel “{name}”.", f"There are: {', '.join(CHANNELS)}.")
    return name


def _facts(heard: Heard, person_id: str) -> Facts:
    moment = heard.moment
    return {
        "kept": True,
        "new": heard.arrived.new,
        "record_id": heard.arrived.record_id,
        "person_id": person_id,
        "moment": None if moment is None else {"signal_id": moment.signal_id, "resting": moment.resting},
        "why_not": heard.why_not or None,
    }


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise GoodwordError("bad-instant", f"“{text}” is no instant.", "Write it as 2026-11-21T09:30.") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)
