"""`goodword backup`, `restore`, `release`, `upgrade`: keep it running."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from goodword.doors.cli.showing import Shape, bars, err, out, write_json
from goodword.doors.cli.surroundings import here, workspace_as_it_is
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import open_workspace

if TYPE_CHECKING:
    from goodword.runs.operate.backup import Backup
    from goodword.runs.operate.shelf import Shelved

_LABELS = {
    "copy": "Copying the programme database",
    "pack": "Writing the archive",
    "unpack": "Restoring it for a trial",
    "compare": "Comparing",
    "migrate": "Bringing the database up to date",
}

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")]


def backup(
    context: typer.Context,
    *,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Where archives go; “backups” in the workspace if empty.")
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="N", min=1, help="Keep the newest N that count, this one too; all if empty."),
    ] = None,
    without_secret: Annotated[
        bool, typer.Option("--without-secret", help="Leave out the key that signs sessions and links.")
    ] = False,
    only_list: Annotated[bool, typer.Option("--list", help="List what is there; back up nothing.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """One archive of everything, while others work. It counts only after it was restored and compared."""
    workspace = workspace_as_it_is(context)
    from goodword.runs.operate.backup import back_up, backups_of
    from goodword.runs.operate.shelf import shelved

    if only_list:
        _show_shelf(shelved(to or backups_of(workspace)), shape)
        return
    with bars(_LABELS) as progress:
        made = back_up(workspace, folder=to, keep=keep, secret=not without_secret, progress=progress)
    if shape is Shape.JSON:
        write_json(_as_dict(made))
        return
    _say_backup(made)
    if without_secret:
        out().print("The key that signs is not in it: keep secret.key apart, or links in old mails stop working.")


def _say_backup(made: "Backup") -> None:
    held = made.contents
    out().print(f"Backed up to {made.path} ({made.size / 1e6:,.1f} MB).", soft_wrap=True)
    out().print(
        f"Restored and compared: {len(held.tables):,} tables with {held.rows:,} rows and {len(held.files):,} files "
        "are the same in the copy."
    )
    for path in made.removed:
        out().print(f"Removed the older {path.name}.")


def _as_dict(made: "Backup") -> dict[str, object]:
    return {
        "archive": str(made.path),
        "state": "restored and compared",
        "created_at": made.contents.created_at.isoformat(),
        "size": made.size,
        "tables": len(made.contents.tables),
        "rows": made.contents.rows,
        "files": len(made.contents.files),
        "secret": made.contents.secret,
        "removed": [str(path) for path in made.removed],
    }


def _show_shelf(found: "list[Shelved]", shape: Shape) -> None:
    rows = [
        {
            "archive": str(one.path),
            "state": one.state,
            "workspace": one.contents.workspace if one.contents else None,
            "created_at": one.contents.created_at.isoformat() if one.contents else None,
            "size": one.size,
            "rows": one.contents.rows if one.contents else None,
        }
        for one in found
    ]
    if shape is Shape.JSON:
        write_json(rows)
        return
    if not rows:
        out().print("There is no backup yet. Make one with: goodword backup")
        return
    table = Table("Archive", "Workspace", "Taken (UTC)", "MB", "Rows", "State")
    for one in found:
        held = one.contents
        about = (held.workspace, f"{held.created_at:%Y-%m-%d %H:%M:%S}") if held else ("?", "?")
        rows_held = f"{held.rows:,}" if held else "?"
        table.add_row(one.path.name, *about, f"{one.size / 1e6:,.1f}", rows_held, one.state)
    out().print(table)


def restore(
    context: typer.Context,
    archive: Annotated[Path, typer.Argument(metavar="ARCHIVE", help="A backup.")],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="An empty folder, or one that is not there yet.")],
    erased: Annotated[
        Path | None,
        typer.Option("--erased", metavar="FILE", help="Who was erased since; looked for beside the archive if empty."),
    ] = None,
) -> None:
    """Make a workspace from a backup. The copy sends nothing until you release it; who was erased since is gone."""
    from goodword.runs.operate.replay_list import bring_list
    from goodword.runs.operate.restore import restoring
    from goodword.runs.operate.restored import Restored
    from goodword.runs.opt_outs.suppressed_files import bring_suppressed

    target = to.resolve()
    with bars(_LABELS) as progress, restoring(archive.resolve(), target, progress) as (copy, contents):
        listed = bring_list(archive.resolve(), contents.place, copy, erased)
        bring_suppressed(archive.resolve(), contents.place, copy, erased)
        here(context).set_up(copy)
        from goodword.programme.team.actor import Actor
        from goodword.runs.operate.settle_copy import settle_copy
        from goodword.runs.rights.replaying import replay

        told = Restored(clock.now(), getpass.getuser(), archive.name, contents.created_at)
        migrated = settle_copy(copy, contents, told, by=Actor.console(), progress=progress)
        replay(copy, by=Actor.console(), progress=progress)
    out().print(f"Restored to {to}: {contents.rows:,} rows as of {contents.created_at:%Y-%m-%d %H:%M} UTC.")
    if migrated:
        out().print(f"It was older than this version: {migrated} migrations were applied.")
    out().print("Whoever was signed in signs in again.")
    if listed is None:
        out().print("No list of erased people lies beside the archive. If somebody was erased since, name it: --erased")
    else:
        out().print(f"{len(listed.people)} who asked to be erased are in it no more.")
    out().print("This copy sends nothing and takes no tokens. To let it take the original's place, switch that off,")
    out().print(f"then: goodword release --workspace {to}", soft_wrap=True)


def release(
    context: typer.Context,
    *,
    workspace: Annotated[
        Path | None, typer.Option("--workspace", metavar="DIR", help="The restored copy; else as for every command.")
    ] = None,
    yes: Yes = False,
) -> None:
    """Let a restored copy send again. Switch the original off first: two would ask the same people twice."""
    surroundings = here(context)
    surroundings.chosen = workspace or surroundings.chosen
    opened = open_workspace(surroundings.folder())
    surroundings.prepare(opened.path)
    from goodword.programme.team.actor import Actor
    from goodword.runs.operate.release import check_held
    from goodword.runs.operate.release import release as let_go
    from goodword.runs.operate.snapshot import name_of

    err().print(str(check_held(opened.path)), soft_wrap=True)
    name = name_of(opened)
    if not yes:
        _ask_name(name)
    let_go(opened.path, by=Actor.console(), account=getpass.getuser())
    out().print(f"{name} is released: it sends, and takes tokens.")


def _ask_name(name: str) -> None:
    if not sys.stdin.isatty():
        raise GoodwordError(
            "no-console", "Nobody is here to confirm.", "Use --yes if the original is switched off for good."
        )
    typed = typer.prompt(f"If the original is switched off, type the name of this workspace ({name})")
    if typed.strip() != name:
        raise GoodwordError("not-confirmed", f"“{typed}” is not its name; nothing was changed.")


def upgrade(
    context: typer.Context,
    *,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Where the backup goes; as for goodword backup.")
    ] = None,
) -> None:
    """Bring the programme database up to date, with a proven backup first. A failure leaves everything as it was."""
    workspace = workspace_as_it_is(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.operate.upgrade import pending
    from goodword.runs.operate.upgrade import upgrade as bring_up

    waiting = pending().pending
    if not waiting:
        out().print("Nothing to do: the database is up to date.")
        return
    out().print(f"{len(waiting)} migrations are pending:")
    for name in waiting:
        out().print(f"  {name}")
    with bars(_LABELS) as progress:
        done = bring_up(workspace, by=Actor.console(), folder=to, progress=progress)
    if done is not None:
        _say_backup(done.backup)
    out().print("The database is up to date. Start goodword serve again if it is running.")
