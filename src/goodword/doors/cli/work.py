"""`goodword work`: do the jobs that people ask for, and what comes round by the clock."""

import signal
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from goodword.doors.cli.showing import err
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.parent import end_with
from goodword.runs.schedule import read_schedule
from goodword.runs.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from goodword.runs.jobs.chores import Chore

_WAIT_AFTER_FAILURE = timedelta(minutes=15)
_PATIENCE_SECONDS = 10.0
"""How long a job may take to be handed back when nobody is left to wait for it."""


def work(
    context: typer.Context,
    *,
    nightly: Annotated[
        bool, typer.Option("--nightly/--no-nightly", help="Also run every night, see goodword.toml.")
    ] = True,
    with_parent: Annotated[
        int, typer.Option("--with-parent", hidden=True, help="Stop when the process of this number is gone.")
    ] = 0,
) -> None:
    """Do jobs until stopped. `goodword serve` starts one worker itself; further ones may run beside it."""
    workspace = workspace_of(context)
    from goodword.doors import offering  # the kinds of job that only doors know
    from goodword.doors.takeouts import making
    from goodword.runs import drawing, previewing, retraining
    from goodword.runs.jobs import running  # and those of every workspace
    from goodword.runs.jobs.chores import keep_doing
    from goodword.runs.jobs.worker import work as work_on
    from goodword.runs.rights import jobs as rights

    stop = threading.Event()
    _stop_when_told(stop, with_parent=with_parent)
    chores = _chores(workspace, nightly=nightly)
    beside = threading.Thread(target=keep_doing, args=(chores, stop), daemon=True, name="chores")
    beside.start()
    modules = (offering, making, running, previewing, retraining, drawing, rights)
    kinds = {kind for module in modules for kind in module.KINDS}
    err().print(f"The worker knows {len(kinds)} kinds of job.")
    work_on(lambda: open_workspace(workspace.path), stop)
    beside.join()


def _stop_when_told(stop: threading.Event, *, with_parent: int) -> None:
    def tell(_number: int, _frame: object) -> None:
        # By a thread: what was interrupted may be looking at `stop` just now, and would wait for itself for ever.
        if not stop.is_set():
            threading.Thread(target=stop.set).start()

    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, tell)
    if with_parent:
        end_with(with_parent, stop.set, patience_seconds=_PATIENCE_SECONDS)


def _chores(workspace: Workspace, *, nightly: bool) -> "list[Chore]":
    from goodword.doors.mail.digest import queue_digests
    from goodword.doors.mail.inviting_drawn import invite_by_clock
    from goodword.doors.mail.reminding import call_off_by_clock, remind_by_clock
    from goodword.doors.mail.sending import send_due
    from goodword.programme.asks.actions.take_back_unsent import take_back_unsent
    from goodword.programme.team.actions.check_trail import keep_checking
    from goodword.programme.team.actor import Actor
    from goodword.runs.jobs.chores import Chore
    from goodword.runs.retention import purge
    from goodword.runs.rights.jobs import ask_unfinished

    chores = [
        Chore("send letters", 2, send_due),
        Chore("free places of letters that never left", 10, lambda: take_back_unsent(by=Actor.system("mail"))),
        Chore("invite who was drawn by lot", 60, invite_by_clock),
        Chore("remind of meetings", 60, remind_by_clock),
        Chore("call off meetings that may not be", 60, call_off_by_clock),
        *_reading_bounces(workspace),
        Chore("queue digests", 60, lambda: queue_digests(clock.now())),
        Chore("delete what is no longer kept", 3600, lambda: purge(open_workspace(workspace.path), clock.now())),
        Chore("check the audit trail", 20, keep_checking),
        Chore("go on with erasures", 30, ask_unfinished),
    ]
    if nightly:
        chores.append(Chore("nightly run", 20, _nightly(workspace)))
    return chores


def _reading_bounces(workspace: Workspace) -> "list[Chore]":
    from django.conf import settings

    from goodword.programme.team.actor import Actor
    from goodword.runs.bounces.taking import take_from_mailbox
    from goodword.runs.jobs.chores import Chore

    mailbox = settings.BOUNCES_MAILBOX
    if mailbox is None:
        return []
    by = Actor.system("mail")
    return [
        Chore("read what came back", 300, lambda: take_from_mailbox(open_workspace(workspace.path), mailbox, by=by))
    ]


def _nightly(workspace: Workspace) -> "Callable[[], None]":
    """Ask for a run when one is due and none was asked for since, also when the machine slept through the hour."""
    from goodword.programme.advocates.models import Publication
    from goodword.programme.team.actor import Actor
    from goodword.runs.jobs.actions.ask_job import ask_job
    from goodword.runs.jobs.models import Job
    from goodword.runs.settings.resolving import settings_now

    started = clock.now()

    def look() -> None:
        now = clock.now()
        # Read at every look: the hour may be changed in the app while the worker lives.
        due = read_schedule(settings_now(open_workspace(workspace.path).settings)).last_due(now)
        generation = Publication.current()
        published = (generation.published_at if generation else None) or started
        asked = Job.objects.filter(kind="run", asked_at__gte=due)
        # Where nothing changed nothing is published, so a run that was done counts even so. One that failed is tried
        # again after a while; one that waits or runs is under way.
        tried = asked.exclude(state="failed", ended_at__lt=now - _WAIT_AFTER_FAILURE)
        if published < due and not tried.exists():
            ask_job("run", by=Actor.system("nightly"), key="run")
            ask_job("look", by=Actor.system("nightly"), key="look")

    return look
