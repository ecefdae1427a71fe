"""The command line: one command a verb, each a thin door."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from goodword.doors.cli import (
    ask_letters,
    audit,
    claims,
    digest,
    doctor,
    doubts,
    find,
    grants,
    jobs,
    kinds,
    learning,
    letters,
    listening,
    load,
    lots,
    meetings,
    moments,
    needs,
    operate,
    outbox,
    people,
    rights,
    run,
    serve,
    settings,
    start,
    stories,
    themes,
    users,
    work,
)
from goodword.doors.cli.hearing.hear import hear
from goodword.doors.cli.surroundings import here

app = typer.Typer(
    name="goodword",
    help="Customer advocacy: who would put in a good word, why, and may we ask.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("init")(start.init)
app.command("sample")(start.sample)
app.command("load")(load.load)
app.command("imports")(load.imports)
app.command("undo")(load.undo)
app.command("doubts")(doubts.doubts)
app.command("find")(find.find)
app.command("why")(find.why)
app.command("run")(run.run)
app.command("serve")(serve.serve)
app.command("work")(work.work)
app.add_typer(jobs.jobs, name="jobs")
app.add_typer(users.users, name="user")
app.add_typer(people.people, name="people")
app.command("opt-out")(people.opt_out)
app.command("backup")(operate.backup)
app.command("restore")(operate.restore)
app.command("release")(operate.release)
app.command("upgrade")(operate.upgrade)
app.command("export-person")(rights.export_person)
app.command("erase-person")(rights.erase_person)
app.command("doctor")(doctor.doctor)
app.command("digest")(digest.digest)
app.add_typer(outbox.outbox, name="outbox")
app.add_typer(grants.grants, name="grant")
app.add_typer(moments.moments, name="moments")
app.add_typer(ask_letters.asks, name="ask")
app.add_typer(lots.lots, name="lots")
app.add_typer(stories.stories, name="stories")
needs.needs.add_typer(claims.claims)
needs.needs.add_typer(meetings.meetings)
app.add_typer(needs.needs, name="needs")
app.command("match")(needs.match)
app.add_typer(kinds.kinds, name="kinds")
app.add_typer(letters.letters, name="letters")
app.command("hear")(hear)
listening.listening.command("status")(learning.status)
listening.listening.command("retrain")(learning.retrain)
listening.listening.command("use")(learning.use)
listening.listening.command("back")(learning.back)
app.add_typer(listening.listening, name="listening")
app.add_typer(themes.themes, name="themes")
app.add_typer(settings.settings, name="settings")
app.add_typer(audit.audit, name="audit")


def _say_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if asked:
        typer.echo(f"goodword {version('goodword')}")
        raise typer.Exit


@app.callback()
def goodword(
    context: typer.Context,
    *,
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", "-w", help="The workspace; else GOODWORD_WORKSPACE, else the current folder."),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """Customer advocacy: who would put in a good word, why, and may we ask."""
    here(context).chosen = workspace
