"""`goodword settings`: what Goodword goes by, who changed it, and what a change would do."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import LABELS
from goodword.doors.cli.showing import Format, Shape, bars, out, write_json, write_sheet
from goodword.doors.cli.surroundings import workspace_of

if TYPE_CHECKING:
    from goodword.runs.comparison import Comparison, Turnover
    from goodword.runs.settings.resolving import Held

settings = typer.Typer(help="What Goodword goes by: see it, change it, try a change first.", no_args_is_help=True)

Key = Annotated[str, typer.Argument(metavar="KEY", help="Its key, such as holds.resting.days.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", help="Why; it stands in the audit trail.")]
_COLUMNS = ("key", "value", "default", "set_by", "in_file", "unit")


@settings.command("list")
def list_settings(
    context: typer.Context,
    *,
    group: Annotated[str, typer.Option("--group", metavar="G", help="Only this group, such as holds.")] = "",
    words: Annotated[str, typer.Option("--find", metavar="WORDS", help="Only those with these words.")] = "",
    changed: Annotated[bool, typer.Option("--changed", help="Only those that are not as by default.")] = False,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List settings with what holds for each."""
    workspace = workspace_of(context)
    from goodword.runs.settings.catalogue import matching
    from goodword.runs.settings.resolving import resolve

    keys = [setting.key for setting in matching(words) if not group or setting.group == group]
    found = [one for one in resolve(workspace.settings, keys).values() if one.differs or not changed]
    facts = [_facts(one) for one in found]
    if shape is Format.JSON:
        write_json(facts)
    elif shape is Format.CSV:
        write_sheet(_COLUMNS, facts)
    else:
        table = Table("Key", "Now", "Default", "Set by", box=None, pad_edge=False)
        for row in facts:
            table.add_row(row["key"], str(row["value"]), str(row["default"]), row["set_by"])
        out().print(table)


@settings.command("get")
def get(
    context: typer.Context,
    key: Key,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the answer.")] = Shape.TABLE,
) -> None:
    """Say what holds for one setting, what it means, and who said so."""
    workspace = workspace_of(context)
    from goodword.runs.settings.resolving import held

    one = held(workspace.settings, key)
    if shape is Shape.JSON:
        write_json(_facts(one) | {"meaning": str(one.setting.meaning), "takes": one.setting.bounds})
        return
    out().print(f"{one.setting.key} = {one.value} {one.setting.unit}".strip())
    out().print(f"{one.setting.subject}, {one.setting.label}: {one.setting.meaning}", soft_wrap=True)
    out().print(f"Default {one.setting.default}; set by {_origin(one)}.", soft_wrap=True)
    if one.overruled:
        out().print(f"goodword.toml says {one.in_file}; what is set in the app holds.", soft_wrap=True)


@settings.command("set", context_settings={"ignore_unknown_options": True})  # a minus sign may begin a value
def set_value(
    context: typer.Context,
    key: Key,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Its new value.")],
    *,
    reason: Reason = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="Only show what it would do to today's list; change nothing.")
    ] = False,
) -> None:
    """Change a setting. The next run uses it."""
    workspace = workspace_of(context)
    from goodword.kit import clock
    from goodword.programme.team.actor import Actor
    from goodword.runs.previewing import preview as try_out
    from goodword.runs.settings import changing
    from goodword.runs.settings.catalogue import setting_named

    setting = setting_named(key)
    given = setting.read(value)
    if preview:
        with bars(LABELS) as progress:
            told = try_out(workspace, clock.today(), {setting.key: given}, progress=progress)
        _print_preview(told)
        return
    made = changing.change(workspace.settings, setting.key, given, by=Actor.console(), reason=reason)
    out().print(f"{setting.key} = {given}. The next run uses it." if made else f"{setting.key} was {given} already.")


@settings.command("reset")
def reset(context: typer.Context, key: Key, reason: Reason = "") -> None:
    """Take back what was set in the app; goodword.toml or the default holds again."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.settings import changing
    from goodword.runs.settings.resolving import held

    made = changing.reset(workspace.settings, key, by=Actor.console(), reason=reason)
    one = held(workspace.settings, key)
    out().print(f"{one.setting.key} = {one.value}." if made else f"{one.setting.key} was not set in the app.")


@settings.command("history")
def history(
    context: typer.Context,
    key: Key,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the answer.")] = Shape.TABLE,
) -> None:
    """Say who changed a setting in the app, when and why, the newest first."""
    workspace_of(context)
    from goodword.programme.team.browsing import names_of
    from goodword.programme.tuning.models import SettingChange
    from goodword.runs.settings.catalogue import setting_named

    changes = list(SettingChange.objects.of(setting_named(key).key))
    names = names_of((one.by_kind, one.by_id) for one in changes)
    rows = [
        {
            "at": one.at.isoformat(timespec="seconds"),
            "by": names[one.by_kind, one.by_id].name,
            "door": one.door,
            "value": one.value,
            "reason": one.reason,
        }
        for one in changes
    ]
    if shape is Shape.JSON:
        write_json(rows)
        return
    table = Table("When", "By", "Door", "Value", "Why", box=None, pad_edge=False)
    for row in rows:
        value = "taken back" if row["value"] is None else str(row["value"])
        table.add_row(str(row["at"]), row["by"], row["door"], value, row["reason"])
    out().print(table if rows else "Nobody has changed it in the app.")


def _facts(one: "Held") -> dict[str, Any]:
    return {
        "key": one.setting.key,
        "value": one.value,
        "default": one.setting.default,
        "set_by": _origin(one),
        "in_file": one.in_file,
        "unit": str(one.setting.unit),
    }


def _origin(one: "Held") -> str:
    if one.setting.fixed:
        return "fixed"
    return {"default": "default", "file": "goodword.toml", "app": "app"}[one.origin]


def _print_preview(told: "Comparison") -> None:
    if told.changes_nothing:
        out().print("Nobody would come in or drop out, and no likelihood would move. Nothing was changed.")
        return
    table = Table("", "Now", "Then", "Come in", "Drop out", box=None, pad_edge=False)
    for label, one in _lines(told):
        table.add_row(label, str(one.before), str(one.after), str(one.came), str(one.left))
    out().print(table)
    out().print(
        f"{told.rises} people would look likelier, {told.falls} less likely; {told.places} would change places. "
        "Nothing was changed.",
        soft_wrap=True,
    )


def _lines(told: "Comparison") -> "list[tuple[str, Turnover]]":
    sets = [("could be asked", told.ready), ("on the list", told.people), ("first 25", told.first_page)]
    return sets + [(one.name, one) for one in (*told.finders, *told.holds, *told.risks) if one.moves]
