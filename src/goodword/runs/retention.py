"""What is deleted by itself once nobody needs it any more, and when: the numbers are settings."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from goodword.programme.desk.models import Notification
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import FailedSignIn
from goodword.programme.team.trail import record
from goodword.runs.intake.uploads import abandoned_uploads, sweep_uploads
from goodword.runs.jobs.models import Job
from goodword.runs.listening.answers import old_answers, remove_old_answers
from goodword.runs.rights.files import old_takeouts
from goodword.runs.settings.of_workspace import RETAINED
from goodword.runs.settings.resolving import resolve
from goodword.runs.settings.setting import Words
from goodword.runs.workspace import Workspace

TAKEOUTS_KEPT = timedelta(days=7)
"""How long an export of everything held about somebody waits to be fetched."""

_SETTING = "retention."


@dataclass(frozen=True, slots=True)
class Retained:
    """One kind of thing that is deleted by itself.

    Attributes:
        name: a short word.
        label: what people call it.
        setting: the key of the number of days; empty where it goes as soon as it is of no use.
        late: counts what is older than that, at an instant.
        delete: deletes it, and says how many that were.
    """

    name: str
    label: Words
    setting: str
    late: Callable[[Workspace, datetime, timedelta], int]
    delete: Callable[[Workspace, datetime, timedelta], int]


@dataclass(frozen=True, slots=True)
class Due:
    """What would be deleted now.

    Attributes:
        what: the kind of thing.
        days: for how long it is kept.
        count: how many are older.
    """

    what: Retained
    days: int
    count: int


def due_now(workspace: Workspace, now: datetime) -> list[Due]:
    """Say what a purge would delete at this instant, everything that exists."""
    days = _days(workspace)
    kept = [(one, days.get(one.setting, 0)) for one in KEPT]
    return [Due(one, number, one.late(workspace, now, timedelta(days=number))) for one, number in kept]


def purge(workspace: Workspace, now: datetime) -> dict[str, int]:
    """Delete for good what is older than the settings say; return how many of each kind that were."""
    days = _days(workspace)
    gone = {one.name: one.delete(workspace, now, timedelta(days=days.get(one.setting, 0))) for one in KEPT}
    told = {name: count for name, count in gone.items() if count}
    if told:
        record(Actor.system("retention"), "purge", "retention", before=told)
    return gone


def _days(workspace: Workspace) -> dict[str, int]:
    keys = [f"{_SETTING}{name}" for name in RETAINED]
    return {key: int(one.value) for key, one in resolve(workspace.settings, keys).items()}


def _remove(folders: list[Path]) -> int:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return len(folders)


def _rows(name: str, label: Words, older: Callable[[datetime], QuerySet[Model]], *, setting: str = "") -> Retained:
    return Retained(
        name=name,
        label=label,
        setting=setting,
        late=lambda _workspace, now, kept: older(now - kept).count(),
        delete=lambda _workspace, now, kept: _deleted(older(now - kept)),
    )


def _deleted(rows: QuerySet[Model]) -> int:
    """Delete rows with what hangs on them, and count the rows themselves."""
    count = rows.count()
    rows.delete()
    return count


def _needed() -> list[str]:
    """The uploads that a job still has to load."""
    return [job.arguments["upload"] for job in Job.objects.under_way().filter(kind="load")]


KEPT: tuple[Retained, ...] = (
    _rows(
        "failed_sign_ins",
        RETAINED["failed_sign_ins_days"][0],
        lambda cut: FailedSignIn.objects.filter(at__lt=cut),
        setting="retention.failed_sign_ins_days",
    ),
    _rows("sessions", _("Sessions that ended"), lambda cut: Session.objects.filter(expire_date__lt=cut)),
    _rows(
        "jobs",
        RETAINED["jobs_days"][0],
        lambda cut: Job.objects.ended().filter(ended_at__lt=cut),
        setting="retention.jobs_days",
    ),
    _rows(
        "notifications",
        RETAINED["notifications_days"][0],
        lambda cut: Notification.objects.filter(at__lt=cut),
        setting="retention.notifications_days",
    ),
    Retained(
        name="uploads",
        label=RETAINED["uploads_days"][0],
        setting="retention.uploads_days",
        late=lambda workspace, now, kept: len(abandoned_uploads(workspace, now, needed=_needed(), kept=kept)),
        delete=lambda workspace, now, kept: len(sweep_uploads(workspace, now, needed=_needed(), kept=kept)),
    ),
    Retained(
        name="answers",
        label=RETAINED["answers_days"][0],
        setting="retention.answers_days",
        late=lambda workspace, now, kept: old_answers(workspace, (now - kept).date()),
        delete=lambda workspace, now, kept: remove_old_answers(workspace, (now - kept).date()),
    ),
    Retained(
        name="takeouts",
        label=_("Exports of everything held about somebody"),
        setting="",
        late=lambda workspace, now, _kept: len(old_takeouts(workspace, now - TAKEOUTS_KEPT)),
        delete=lambda workspace, now, _kept: _remove(old_takeouts(workspace, now - TAKEOUTS_KEPT)),
    ),
)
"""Everything that is deleted by itself."""
