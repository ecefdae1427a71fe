"""Remind both sides of meetings that are near; the worker does so by the clock."""

from datetime import timedelta

from django.conf import settings

from goodword.doors.mail.meetings import write
from goodword.doors.mail.sending import refuse_sending
from goodword.kit import clock
from goodword.programme.meetings.actions.queue_reminders import queue_reminders
from goodword.programme.team.actor import Actor
from goodword.runs.settings.house_rules import reminder_hours


def remind_by_clock() -> int:
    """Queue the reminders that are due; nothing where no letter leaves, or nobody wants reminders."""
    hours = reminder_hours(settings.WORKSPACE_SETTINGS)
    if not hours or refuse_sending() is not None:
        return 0
    by = Actor.system("meetings")
    return queue_reminders(now=clock.now(), ahead=timedelta(hours=hours), write=write, by=by)
