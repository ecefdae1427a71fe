"""`goodword jobs`: what was asked for, how far it is, and giving it up."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from goodword.doors.cli.showing import Shape, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.runs.jobs.models import Job

jobs = typer.Typer(help="Work that was asked for: loads, undos, runs.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="JOB", help="Its number in the list.")]
HowShown = Annotated[Shape, typer.Option("--format", help="How to write the result.")]


@jobs.command("list")
def listed(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many, the newest first.")] = 25,
    shape: HowShown = Shape.TABLE,
) -> None:
    """List jobs with how far they are."""
    workspace_of(context)
    from goodword.runs.jobs.models import Job

    found = list(Job.objects.order_by("-asked_at", "-pk")[:limit])
    if shape is Shape.JSON:
        write_json([job.facts() for job in found])
        return
    if not found:
        out().print("Nothing was asked for yet.")
        return
    table = Table("Job", "What", "Asked (UTC)", "By", "State", "How far")
    for job in found:
        table.add_row(str(job.pk), job.kind, f"{job.asked_at:%Y-%m-%d %H:%M}", _asker(job), job.state, _how_far(job))
    out().print(table)


@jobs.command("show")
def show(context: typer.Context, job: Number, *, shape: HowShown = Shape.TABLE) -> None:
    """Show one job with its result or with what went wrong."""
    workspace_of(context)
    found = _job(job)
    if shape is Shape.JSON:
        write_json(found.facts())
        return
    out().print(f"Job {found.pk}: {found.kind}, {found.state}. {_how_far(found)}", soft_wrap=True)
    for name, value in (found.result or {}).items():
        out().print(f"{name}: {value}", soft_wrap=True)
    if found.error is not None:
        out().print(str(found.error), soft_wrap=True)


@jobs.command("cancel")
def cancel(context: typer.Context, job: Number) -> None:
    """Give a job up. What it did so far counts only where it was whole."""
    workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.jobs.actions.cancel_job import cancel_job

    given_up = cancel_job(job, by=Actor.console())
    now = "is cancelled" if given_up.state == "cancelled" else "stops as soon as it can"
    out().print(f"Job {job} {now}.")


def _job(number: int) -> "Job":
    from goodword.runs.jobs.models import Job

    found = Job.objects.filter(pk=number).first()
    if found is None:
        raise GoodwordError("no-job", f"There is no job {number}.", "See what there is with: goodword jobs list")
    return found


def _asker(job: "Job") -> str:
    return f"{job.asked_by_kind} {job.asked_by_id}".strip()


def _how_far(job: "Job") -> str:
    if job.state == "waiting":
        return f"waits after an error: {job.error_sentence}" if job.error_code else "waits"
    if job.state != "running":
        return job.error_sentence
    far = f"{job.percent} %" if job.percent is not None else "length not known yet"
    return f"{job.stage}: {far}" if job.stage else far
