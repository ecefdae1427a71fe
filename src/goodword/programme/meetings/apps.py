"""Meetings: when a meeting takes place that somebody agreed to; who proposed which times, and which one was picked."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The app of meetings."""

    name = "goodword.programme.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
