"""`goodword user add`: let a colleague in, from the console only."""

import secrets
import sys
from enum import StrEnum
from typing import Annotated

import typer

from goodword.doors.cli.showing import out
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError


class RoleName(StrEnum):
    """The roles of colleagues, as the console knows them without loading the programme."""

    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    CSM = "csm"
    SALES = "sales"
    EXECUTIVE = "executive"
    ANALYST = "analyst"


users = typer.Typer(help="Who may sign in.", no_args_is_help=True)


@users.command("add")
def add(
    context: typer.Context,
    email: Annotated[str, typer.Argument(help="Their work e-mail; they sign in with it.")],
    *,
    name: Annotated[str, typer.Option("--name", help="What colleagues call them.")] = "",
    role: Annotated[
        RoleName, typer.Option("--role", help="What they are here for; see docs/reference/roles.md.")
    ] = RoleName.MANAGER,
    own_accounts: Annotated[
        bool, typer.Option("--own-accounts", help="They see only people of accounts in their care.")
    ] = False,
    generate: Annotated[
        bool, typer.Option("--generate", help="Make a password and show it once, instead of asking for one.")
    ] = False,
) -> None:
    """Let somebody sign in. There is no default password."""
    workspace_of(context)
    if not generate and not sys.stdin.isatty():
        raise GoodwordError(
            "no-console", "A password can only be typed on a console.", "Use --generate to have one made and shown."
        )
    password = new_password() if generate else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    from goodword.programme.team.actions.create_user import create_user
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.roles import Role

    user = create_user(
        email, password, role=Role(role.value), by=Actor.console(), name=name, reach="own" if own_accounts else "all"
    )
    out().print(f"{user.email} can sign in now.")
    if generate:
        out().print(f"Password, shown this once: {password}")


def new_password() -> str:
    """A password nobody knows yet: 96 bits, in groups that can be read out."""
    letters = secrets.token_hex(12)
    return "-".join(letters[start : start + 6] for start in range(0, len(letters), 6))
