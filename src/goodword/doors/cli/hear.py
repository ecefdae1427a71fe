"""`goodword hear`: what the listener hears in a text; with `--person` it is kept, and raises its moment at once."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from goodword.doors.cli.showing import Shape, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.runs.at_once import Heard
    from goodword.runs.workspace import Workspace

_WHY_NOT = {
    "nothing": "It raises no moment: nothing in it speaks for us.",
    "old": "It raises no moment: newer words lead the one there is, or it is too old or of a day to come.",
    "opted_out": "It raises no moment: they opted out, and nobody asks them.",
}


def hear(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="What somebody wrote or said.")],
    *,
    person: Annotated[
        str, typer.Option("--person", metavar="P", help="Whose words they are: an id, a key, an address or a name.")
    ] = "",
    channel: Annotated[str, typer.Option("--channel", metavar="C", help="How; email if empty.")] = "",
    account: Annotated[
        str, typer.Option("--account", metavar="A", help="The account it is about; theirs if empty.")
    ] = "",
    at: Annotated[str, typer.Option("--at", metavar="T", help="When, as 2026-11-21T09:30; now if empty. UTC.")] = "",
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Hear a text. Without --person it is only shown what would be found; nothing is kept."""
    workspace = workspace_of(context)
    if person:
        _keep(workspace, text, (person, channel, account, at), shape)
        return
    if account or at:
        raise GoodwordError("hear-whom", "Only a text that is kept has an account and an hour.", "Add --person P.")
    from goodword.runs.at_once import hear_only

    remarks = hear_only(workspace, text, channel=_channel(channel) if channel else "").to_pylist()
    if shape is Shape.JSON:
        write_json({"kept": False, "remarks": [_told(one) for one in remarks]})
        return
    _show(text, remarks)


def _keep(workspace: "Workspace", text: str, told: tuple[str, str, str, str], shape: Shape) -> None:
    from goodword.doors.cli.one_person import person_meant
    from goodword.programme.team.actor import Actor
    from goodword.runs.arriving import Said, account_meant
    from goodword.runs.at_once import hear_at_once

    whom, channel, account, at = told
    person = person_meant(whom)
    said = Said(
        text=text,
        channel=_channel(channel or "email"),
        at=_instant(at) if at else None,
        account_id=account_meant(account) if account else "",
    )
    heard = hear_at_once(workspace, person, said, by=Actor.console())
    remarks = heard.remarks.to_pylist()
    if shape is Shape.JSON:
        write_json(_facts(heard, person.today.person_id) | {"remarks": [_told(one) for one in remarks]})
        return
    _show(text, remarks)
    out().print(f"Kept as {heard.arrived.record_id}." if heard.arrived.new else "It was there already.")
    if heard.moment is None:
        out().print(_WHY_NOT[heard.why_not])
    else:
        rests = " They rest: it waits among those." if heard.moment.resting else ""
        out().print(f"It leads the moment of {person.today} on Today.{rests}", soft_wrap=True)


def _facts(heard: "Heard", person_id: str) -> dict[str, Any]:
    moment = heard.moment
    return {
        "kept": True,
        "new": heard.arrived.new,
        "record_id": heard.arrived.record_id,
        "person_id": person_id,
        "moment": None if moment is None else {"signal_id": moment.signal_id, "resting": moment.resting},
        "why_not": heard.why_not or None,
    }


def _told(one: dict[str, Any]) -> dict[str, Any]:
    names = ("kind", "quote", "start", "end", "polarity", "outcome", "themes", "language", "speaker", "probability")
    return {name: one[name] for name in (*names, "model_version")}


def _show(text: str, remarks: list[dict[str, Any]]) -> None:
    """The text with what was heard in it marked, and what each of these sentences is."""
    shown = Text(text)
    for one in remarks:
        shown.stylize("reverse" if one["kind"] in {"win", "praise"} else "underline", one["start"], one["end"])
    out().print(shown, soft_wrap=True)
    if not remarks:
        out().print("Nothing was heard in it.")
        return
    table = Table("Kind", "Polarity", "Quote", "Outcome", "Themes", "Heard by", box=None, pad_edge=False)
    for one in remarks:
        outcome = ", ".join(f"{name}: {value}" for name, value in (one["outcome"] or {}).items() if value)
        cells = one["kind"], f"{one['polarity']:+.2f}", one["quote"], outcome, ", ".join(one["themes"] or [])
        table.add_row(*(Text(cell) for cell in (*cells, one["model_version"])))
    out().print(table)


def _channel(name: str) -> str:
    from goodword.runs.arriving import CHANNELS

    if name not in CHANNELS:
        raise GoodwordError("bad-channel", f"There is no channel “{name}”.", f"There are: {', '.join(CHANNELS)}.")
    return name


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise GoodwordError("bad-instant", f"“{text}” is no instant.", "Write it as 2026-11-21T09:30.") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)
