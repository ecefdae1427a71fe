"""`goodword kinds`: the kinds of acts, what each takes and needs, and what a change would do."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.permissions.kinds import Policy

kinds = typer.Typer(
    help="The kinds of acts: what each takes and needs, and what a change would do.", no_args_is_help=True
)

_COLUMNS = (
    *("code", "name", "minutes", "load", "rest_days", "audience", "by_choice", "asked_for", "needs_person"),
    *("needs_company", "company_first", "needs_qualified", "needs_story", "public_review", "at_a_time", "asked_by"),
    *("gives_en", "gives_de"),
)
Code = Annotated[str, typer.Argument(metavar="KIND", help="Its name in data, such as reference_call.")]
Wishes = Annotated[
    list[str] | None,
    typer.Argument(metavar="FIELD=VALUE...", help="Such as load=6 company_first=yes asked_by=manager,csm."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", help="Why; it stands in the audit trail.")]
How = Annotated[Shape, typer.Option("--format", help="How to write the result.")]


@kinds.command("list")
def listed(
    context: typer.Context,
    *,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the kinds of acts with what each takes and needs."""
    workspace = workspace_of(context)
    from goodword.programme.permissions.facts import policies_of_kinds

    told = [_told(kind) for kind in policies_of_kinds().values()]
    flat = [{**row, "asked_by": ",".join(row["asked_by"])} for row in told] if shape is Format.CSV else told
    if told_programs(shape, _COLUMNS, flat):
        return
    say_if_synthetic(workspace)
    out().print(_table(told))


@kinds.command("show")
def show(context: typer.Context, code: Code, *, shape: How = Shape.TABLE) -> None:
    """Show one kind of act, and who changed it when."""
    workspace_of(context)
    from goodword.programme.permissions.models import ActKind

    row = ActKind.objects.get(pk=_kind(code).code)
    past = [
        {"number": one.number, "at": one.at.isoformat(), "by": one.by_kind, "reason": one.reason, "after": one.after}
        for one in row.changes.all()
    ]
    if shape is Shape.JSON:
        write_json(_told(row.policy) | {"changes": past})
        return
    for name, value in _told(row.policy).items():
        out().print(f"{name} = {_said(value)}", soft_wrap=True, markup=False, highlight=False)
    for one in past:
        out().print(f"Change {one['number']}, {one['at'][:16]}: {one['reason'] or 'no reason given'}", soft_wrap=True)


@kinds.command("change")
def change(
    context: typer.Context,
    code: Code,
    wishes: Wishes = None,
    *,
    reason: Reason = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="Only say how many people are free to ask today; change nothing.")
    ] = False,
) -> None:
    """Change what a kind of act takes or needs. Places that were taken keep the weight of their day."""
    workspace = workspace_of(context)
    from goodword.programme.permissions.actions.change_kind import change_kind
    from goodword.programme.permissions.changing import refuse_kind
    from goodword.programme.team.actor import Actor
    from goodword.runs.kinds import free_before_and_after

    wanted = _wished(_kind(code), wishes or [])
    if preview:
        refusal = refuse_kind(wanted)
        if refusal is not None:
            raise refusal
        before, after = free_before_and_after(workspace.settings, wanted)
        out().print(f"Free to ask today: {before} people now, {after} then. Nothing was changed.", soft_wrap=True)
        return
    made = change_kind(wanted, by=Actor.console(), reason=reason)
    out().print("Nothing changed: it was so already." if made is None else f"Changed: {code}. It counts at once.")


@kinds.command("add")
def add(
    context: typer.Context,
    code: Code,
    label: Annotated[str, typer.Argument(metavar="NAME", help="What people call it.")],
    wishes: Wishes = None,
    *,
    reason: Reason = "",
) -> None:
    """Add a kind of act of your own; it works wherever those that are shipped do."""
    workspace_of(context)
    from goodword.programme.permissions.actions.add_kind import add_kind
    from goodword.programme.permissions.kinds import Policy
    from goodword.programme.team.actor import Actor

    add_kind(_wished(Policy(code, label=label), wishes or []), by=Actor.console(), reason=reason)
    out().print(f"Added: {code}, “{label}”. It may be asked for at once.", soft_wrap=True)


def _kind(code: str) -> "Policy":
    from goodword.programme.permissions.facts import policies_of_kinds

    found = policies_of_kinds().get(code)
    if found is None:
        raise GoodwordError("unknown-act-kind", f"There is no kind of act {code!r}.", "See: goodword kinds list")
    return found


def _wished(kind: "Policy", wishes: list[str]) -> "Policy":
    """The kind with what was typed as `field=value`.

    Raises:
        GoodwordError: there is no such field, or it cannot have that value.
    """
    there = {field.name: getattr(kind, field.name) for field in fields(kind) if field.name != "code"}
    for wish in wishes:
        name, found, said = wish.partition("=")
        if not found or name not in there:
            raise GoodwordError(
                "unknown-field",
                f"{wish!r} names no field of a kind.",
                f"Write FIELD=VALUE with one of: {', '.join(there)}.",
            )
        there[name] = _read(name, said.strip(), there[name])
    return replace(kind, **there)


def _read(name: str, said: str, now: object) -> object:
    if isinstance(now, bool):
        word = {"yes": True, "true": True, "no": False, "false": False}.get(said.casefold())
        if word is None:
            raise GoodwordError("bad-value", f"{name} is yes or no, not {said!r}.", f"Write {name}=yes or {name}=no.")
        return word
    if isinstance(now, int):
        if not said.isdecimal():
            raise GoodwordError("bad-value", f"{name} is a whole number, not {said!r}.", f"Write {name}={now}.")
        return int(said)
    return tuple(one.strip() for one in said.split(",") if one.strip()) if isinstance(now, tuple) else said


def _told(kind: "Policy") -> dict[str, Any]:
    from goodword.programme.permissions.wording import kind_label

    named = {name: getattr(kind, name) for name in _COLUMNS if name not in {"name", "asked_by"}}
    return {"code": kind.code, "name": kind_label(kind.code), **named, "asked_by": list(kind.asked_by)}


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) or "whoever may ask" if isinstance(value, list) else str(value)


def _table(told: list[dict[str, Any]]) -> Table:
    table = Table("Kind", "Name", "Minutes", "Load", "Rest", "People are", "Needs first", box=None, pad_edge=False)
    first = ("company_first", "needs_qualified", "needs_story")
    for row in told:
        found = "chosen" if row["by_choice"] else "drawn by lot"
        needs = ", ".join([name for name in first if row[name]] + [f"by {role}" for role in row["asked_by"]])
        numbers = (str(row["minutes"]), str(row["load"]), str(row["rest_days"]))
        table.add_row(row["code"], row["name"], *numbers, found if row["asked_for"] else "never asked", needs)
    return table
