"""`goodword user add`: let a colleague in, from the console only."""

import secrets
import sys
from typing import Annotated

import typer

from goodword.doors.cli.showing import out
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

users = typer.Typer(help="Who may sign in.", no_args_is_help=True)


@users.command("add")
def add(
    context: typer.Context,
    email: Annotated[str, typer.Argument(help="Their work e-mail; they sign in with it.")],
    *,
    name: Annotated[str, typer.Option("--name", help="What colleagues call them.")] = "",
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

    user = create_user(email, password, name=name)
    out().print(f"{user.email} can sign in now.")
    if generate:
        out().print(f"Password, shown this once: {password}")


def new_password() -> str:
    """A password nobody knows yet: 96 bits, in groups that can be read out."""
    letters = secrets.token_hex(12)
    return "-".join(letters[start : start + 6] for start in range(0, len(letters), 6))
