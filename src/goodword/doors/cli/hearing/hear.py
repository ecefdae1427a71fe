"""`goodword hear`: what the listener hears in a text; with `--person` it is kept, and raises its moment at once."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from goodword.doors.cli.hearing.line import Facts, Request, ask
from goodword.doors.cli.showing import Shape, out, write_json
from goodword.doors.cli.surroundings import here, say_if_held, workspace_of
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import open_workspace

if TYPE_CHECKING:
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
    if person:
        _say(text, _kept(context, Request(text, person, channel, account, at)), shape)
        return
    workspace = workspace_of(context)
    if account or at:
        raise GoodwordError("hear-whom", "Only a text that is kept has an account and an hour.", "Add --person P.")
    remarks = _heard_only(workspace, text, channel)
    if shape is Shape.JSON:
        write_json({"kept": False, "remarks": remarks})
        return
    _show(text, remarks)


def _kept(context: typer.Context, request: Request) -> Facts:
    """Have it kept by a process that serves the workspace, and else here."""
    folder = open_workspace(here(context).folder()).path
    facts = ask(folder, request)
    if facts is not None:
        say_if_held(folder)
        return facts
    workspace = workspace_of(context)
    from goodword.doors.cli.hearing.keeping import keep

    return keep(workspace, request)


def _heard_only(workspace: "Workspace", text: str, channel: str) -> list[dict[str, Any]]:
    from goodword.doors.cli.hearing.keeping import checked_channel, told
    from goodword.runs.at_once import hear_only

    remarks = hear_only(workspace, text, channel=checked_channel(channel) if channel else "")
    return [told(one) for one in remarks.to_pylist()]


def _say(text: str, facts: Facts, shape: Shape) -> None:
    if shape is Shape.JSON:
        write_json({name: fact for name, fact in facts.items() if name != "person"})
        return
    _show(text, facts["remarks"])
    out().print(f"Kept as {facts['record_id']}." if facts["new"] else "It was there already.")
    if facts["moment"] is None:
        out().print(_WHY_NOT[facts["why_not"]])
    else:
        rests = " They rest: it waits among those." if facts["moment"]["resting"] else ""
        out().print(f"It leads the moment of {facts['person']} on Today.{rests}", soft_wrap=True)


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
