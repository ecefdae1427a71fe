"""`goodword digest`: what the next digest says to somebody."""

from typing import Annotated

import typer

from goodword.doors.cli.showing import out, say_if_synthetic
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError


def digest(
    context: typer.Context,
    *,
    to: Annotated[str, typer.Option("--for", metavar="EMAIL", help="Whose digest.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print it and queue nothing, whatever they chose.")
    ] = False,
) -> None:
    """Queue somebody's digest of today now, or print what it would say. It is queued once a day at most."""
    workspace = workspace_of(context)
    from goodword.doors.mail.digest import next_digest, queue_digest, write_digest
    from goodword.programme.team.models import User

    user = User.objects.filter(email=to.strip().lower()).first()
    if user is None:
        raise GoodwordError("no-user", f"Nobody signs in with {to}.", "See: goodword user add")
    say_if_synthetic(workspace)
    if not dry_run:
        queued = queue_digest(user, now=clock.now())
        out().print("It waits in the outbox." if queued else "There is nothing to tell, or today’s was queued already.")
        return
    content = next_digest(user, now=clock.now())
    if content is None:
        out().print("There is nothing to tell: no digest would be sent.")
        return
    letter = write_digest(content)
    out().print(f"Subject: {letter.subject}\n\n{letter.text}", soft_wrap=True)
