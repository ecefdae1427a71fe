"""`goodword user`: who may come in, from the console only."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from goodword.doors.cli.inviting import invite, let_in_again
from goodword.doors.cli.showing import Format, err, out, write_json, write_sheet
from goodword.doors.cli.surroundings import workspace_as_it_is, workspace_of
from goodword.kit.errors import GoodwordError
from goodword.kit.passwords import new_password
from goodword.runs.workspace import Workspace

if TYPE_CHECKING:
    from goodword.programme.team.models import User
    from goodword.programme.team.models.assignment import Reach


class RoleName(StrEnum):
    """The roles of colleagues, as the console knows them without loading the programme."""

    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    CSM = "csm"
    SALES = "sales"
    EXECUTIVE = "executive"
    ANALYST = "analyst"


users = typer.Typer(help="Who may sign in.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(help="Their work e-mail; they sign in with it.")]
Own = Annotated[
    bool | None,
    typer.Option(
        "--own-accounts/--all-accounts",
        help="Whether they see only people of accounts in their care. For CSMs the settings say it, others see all.",
        show_default=False,
    ),
]
Reason = Annotated[str, typer.Option("--reason", help="Why; it stands on the audit trail.")]


@users.command("add")
def add(
    context: typer.Context,
    email: Email,
    *,
    name: Annotated[str, typer.Option("--name", help="What colleagues call them.")] = "",
    role: Annotated[
        RoleName | None,
        typer.Option(
            "--role",
            help="What they are here for; see docs/reference/roles.md. Administrator for the first, else manager.",
        ),
    ] = None,
    own_accounts: Own = None,
    generate: Annotated[
        bool, typer.Option("--generate", help="Make a password and show it once, instead of asking for one.")
    ] = False,
) -> None:
    """Let somebody sign in. There is no default password."""
    workspace = workspace_of(context)
    if not generate and not sys.stdin.isatty():
        raise GoodwordError(
            "no-console", "A password can only be typed on a console.", "Use --generate to have one made and shown."
        )
    password = new_password() if generate else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    from goodword.programme.team.actions.create_user import create_user
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.models import User
    from goodword.programme.team.roles import Role

    chosen = role or (RoleName.MANAGER if User.objects.exists() else RoleName.ADMINISTRATOR)
    reach = _reach(workspace, chosen, own_accounts)
    user = create_user(email, password, role=Role(chosen), by=Actor.console(), name=name, reach=reach)
    out().print(f"{user.email} can sign in now, as {chosen.value}.")
    if generate:
        out().print(f"Password, shown this once: {password}")


@users.command("list")
def show(
    context: typer.Context,
    *,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """Show everybody who was ever let in."""
    workspace_of(context)
    from goodword.programme.team.colleagues import colleagues

    rows = [
        {
            "email": one.user.email,
            "name": one.user.name,
            "role": one.role.value if one.role else "",
            "reach": "own" if one.own else "all",
            "last_sign_in": one.user.last_login.isoformat(timespec="seconds") if one.user.last_login else "",
            "second_factor": one.second_factor,
            "active": one.user.is_active,
        }
        for one in colleagues()
    ]
    if shape is Format.JSON:
        write_json(rows)
        return
    heads = ("email", "name", "role", "reach", "last_sign_in", "second_factor", "active")
    if shape is Format.CSV:
        write_sheet(heads, rows)
        return
    table = Table(*(head.replace("_", " ") for head in heads))
    for row in rows:
        table.add_row(*(_said(row[head]) for head in heads))
    out().print(table)


users.command("invite")(invite)


@users.command("role")
def role(
    context: typer.Context,
    email: Email,
    role: Annotated[RoleName, typer.Argument(help="What they are here for.")],
    *,
    own_accounts: Own = None,
    reason: Reason = "",
) -> None:
    """Give somebody another role; they are signed out."""
    user = _known(context, email)
    from goodword.programme.team.actions.give_role import give_role
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.roles import Role

    reach = _reach(workspace_as_it_is(context), role, own_accounts)
    give_role(user, Role(role.value), by=Actor.console(), reach=reach, reason=reason)
    out().print(f"{user.email} is {role.value} now.")


@users.command("deactivate")
def deactivate(context: typer.Context, email: Email, *, reason: Reason = "") -> None:
    """Sign somebody out everywhere and let them in no more; an invitation that still waits is not sent."""
    user = _known(context, email)
    from goodword.programme.advocates.actions.take_back_invitation import take_back_invitation
    from goodword.programme.team.actions.deactivate_user import deactivate_user
    from goodword.programme.team.actor import Actor

    leave = take_back_invitation if _is_advocate(user) else deactivate_user
    leave(user, by=Actor.console(), reason=reason)
    out().print(f"{user.email} cannot sign in any more.")


@users.command("reactivate")
def reactivate(context: typer.Context, email: Email, *, reason: Reason = "") -> None:
    """Let somebody in again, with the role they had."""
    user = _known(context, email)
    from goodword.programme.team.actions.reactivate_user import reactivate_user
    from goodword.programme.team.actor import Actor

    if _is_advocate(user):
        let_in_again(user, reason=reason)
    else:
        reactivate_user(user, by=Actor.console(), reason=reason)
    out().print(f"{user.email} can sign in again.")


@users.command("reset")
def reset(
    context: typer.Context,
    email: Email,
    *,
    second_factor: Annotated[
        bool, typer.Option("--second-factor", help="Remove their second factors too: the phone is lost.")
    ] = False,
    reason: Reason = "",
) -> None:
    """Make a new password for somebody who cannot get in, and sign them out everywhere."""
    user = _known(context, email)
    from goodword.programme.team.actions.reset_user import reset_user
    from goodword.programme.team.actor import Actor

    password = reset_user(user, by=Actor.console(), second_factor=second_factor, reason=reason)
    out().print(f"Password of {user.email}, shown this once: {password}", soft_wrap=True)


@users.command("reseal")
def reseal(context: typer.Context) -> None:
    """Seal second factors with the key of now, so that keys of before can go."""
    workspace_of(context)
    from goodword.programme.team.actions.reseal_factors import reseal_factors
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.sealed_factors import ages_of_factors

    done, lost = reseal_factors(by=Actor.console()), ages_of_factors()["lost"]
    out().print(f"Sealed anew: {done}. No second factor needs a key of before.")
    if lost:
        err().print(f"{lost} cannot be opened with any key that is known; they stay as they are.", soft_wrap=True)


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _known(context: typer.Context, email: str) -> "User":
    workspace_of(context)
    from goodword.programme.team.models import User

    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise GoodwordError("no-user", f"Nobody has the address {email}.", "See who there is: goodword user list.")
    return user


def _is_advocate(user: "User") -> bool:
    from goodword.programme.team.models import Assignment

    given = Assignment.objects.current_of(user)
    return bool(given and given.person_id)


def _reach(workspace: Workspace, role: RoleName, own: bool | None) -> "Reach":  # noqa: FBT001  what an option said
    from goodword.programme.team.roles import Role
    from goodword.runs.settings.house_rules import usual_reach

    if own is None:
        return usual_reach(workspace.settings, Role(role.value))
    return "own" if own else "all"
