"""`goodword themes`: what customers speak of, and how that is shown."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import Format, out, say_if_synthetic, told_programs
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.advocates.models import Generation
    from goodword.programme.themes.models import ThemeChange

themes = typer.Typer(help="What customers speak of, and how that is shown.", no_args_is_help=True)

_EVERYWHERE = "It holds everywhere, at once."
_COLUMNS = (
    *("theme", "name", "people", "share", "low", "high"),
    *("accounts", "good_words", "wishes", "complaints"),
)
Heard = Annotated[str, typer.Argument(metavar="THEME", help="As it was heard: goodword themes list shows it.")]


@themes.command("list")
def show_list(
    context: typer.Context,
    *,
    segment: Annotated[str, typer.Option("--segment", help="Only people of accounts of this segment.")] = "",
    days: Annotated[int, typer.Option("--days", min=0, help="Only what was said in so many days; 0: whenever.")] = 0,
    changes: Annotated[bool, typer.Option("--changes", help="What was said of themes, instead.")] = False,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List what customers speak of, the themes of most people first; or what was said of themes."""
    workspace = workspace_of(context)
    rows = _changes() if changes else _themes(segment, days)
    columns = tuple(rows[0]) if rows and changes else _COLUMNS
    if told_programs(shape, columns, rows):
        return
    say_if_synthetic(workspace)
    if rows:
        _show(rows, changes=changes)
    else:
        out().print("Nobody said anything of themes." if changes else "No themes.")


@themes.command("rename")
def rename(
    context: typer.Context,
    theme: Heard,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called from now on.")],
) -> None:
    """Call a theme otherwise, wherever it is shown."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.programme.themes.actions.rename_theme import rename_theme

    _tell(rename_theme(theme, name, known=_known(), by=Actor.console()))


@themes.command("merge")
def merge(
    context: typer.Context,
    theme: Heard,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The theme that it is counted with, as it was heard.")],
) -> None:
    """Count a theme with another one: they are one, wherever they are shown."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.programme.themes.actions.merge_theme import merge_theme

    _tell(merge_theme(theme, into, known=_known(), by=Actor.console()))


@themes.command("hide")
def hide(context: typer.Context, theme: Heard) -> None:
    """Show a theme nowhere. What was said stays."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.programme.themes.actions.hide_theme import hide_theme

    _tell(hide_theme(theme, known=_known(), by=Actor.console()))


@themes.command("show")
def show(context: typer.Context, theme: Heard) -> None:
    """Show a hidden theme again."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.programme.themes.actions.withdraw_change import show_theme

    show_theme(theme, by=Actor.console())
    out().print(f"“{theme}” is shown again. {_EVERYWHERE}", soft_wrap=True)


@themes.command("back")
def back(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="CHANGE", help="Its number: goodword themes list --changes.")],
) -> None:
    """Take back what was said of a theme: what stood before it counts again."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.programme.themes.actions.withdraw_change import withdraw_change
    from goodword.programme.themes.models import ThemeChange

    row = ThemeChange.objects.filter(pk=number).first()
    if row is None:
        raise GoodwordError(
            "no-such-change", f"There is no change {number}.", "goodword themes list --changes shows them."
        )
    withdraw_change(row, by=Actor.console())
    out().print(f"Change {number} is taken back. {_EVERYWHERE}")


def _tell(row: "ThemeChange") -> None:
    from goodword.programme.themes.shaping import shape_now

    told = {
        "rename": f"“{row.theme}” is called “{row.to}”.",
        "merge": f"“{row.theme}” is counted with “{shape_now().called(row.to)}”.",
        "hide": f"“{row.theme}” is shown nowhere.",
    }
    out().print(f"Change {row.pk}: {told[row.deed]} {_EVERYWHERE}", soft_wrap=True)
    out().print(f"Take it back: goodword themes back {row.pk}")


def _generation() -> "Generation":
    from goodword.programme.advocates.models import Publication
    from goodword.programme.advocates.themes import is_counted

    generation = Publication.current()
    if generation is None or not is_counted(generation):
        raise GoodwordError("no-themes-yet", "Themes were not counted yet.", "Start: goodword run")
    return generation


def _known() -> list[str]:
    from goodword.programme.advocates.themes import heard_themes

    return heard_themes(_generation())


def _themes(segment: str, days: int) -> list[dict[str, Any]]:
    from goodword.kit.shares import share
    from goodword.programme.advocates.themes import Narrowed, said_in, themes_told
    from goodword.programme.themes.shaping import shape_now

    generation = _generation()
    said = said_in(generation, shape_now(), Narrowed(segment=segment, days=days))
    everybody, rows = said.people, []
    for one in themes_told(generation, said):
        found = share(one.people, everybody)
        shares = (found.point, found.low, found.high) if found else (None, None, None)
        cells = (one.theme, one.name, one.people, *shares, one.accounts, one.good, one.wishes, one.complaints)
        rows.append(dict(zip(_COLUMNS, cells, strict=True)))
    return rows


def _changes() -> list[dict[str, Any]]:
    from goodword.programme.themes.models import ThemeChange

    return [
        {"change": row.pk, "theme": row.theme, "deed": row.deed, "to": row.to, "at": row.at.isoformat(), "by": row.by}
        for row in ThemeChange.objects.standing().order_by("-pk")
    ]


def _show(rows: list[dict[str, Any]], *, changes: bool) -> None:
    if changes:
        table = Table("Change", "Theme", "What was said", "To", "When (UTC)")
        for row in rows:
            table.add_row(str(row["change"]), row["theme"], row["deed"], row["to"], row["at"][:16].replace("T", " "))
    else:
        table = Table("Theme", "Called", "People", "Share", "Accounts", "Good words", "Wishes", "Complaints")
        for row in rows:
            point, low, high = (round(100 * row[name]) for name in ("share", "low", "high"))
            counts = (str(row[name]) for name in ("accounts", "good_words", "wishes", "complaints"))
            called = row["name"] if row["name"] != row["theme"] else ""
            table.add_row(row["theme"], called, str(row["people"]), f"{point} % ({low} to {high})", *counts)
    out().print(table)
