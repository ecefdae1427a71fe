"""What the worker does about meetings by the clock: remind of those that are near, call off what may not be."""

from datetime import timedelta

from django.conf import settings

from goodword.doors.mail.meetings import write
from goodword.doors.mail.sending import refuse_sending
from goodword.kit import clock
from goodword.programme.meetings.actions.keep_promises import call_off_refused
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


def call_off_by_clock() -> int:
    """Call off the meetings to come of whoever opted out or took their permission back."""
    return call_off_refused(now=clock.now(), write=write, by=Actor.system("meetings"))
