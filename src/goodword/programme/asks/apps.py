"""Asks: what we asked of whom, and what they answered."""

from django.apps import AppConfig


class AsksConfig(AppConfig):
    """The app of asks and answers."""

    name = "goodword.programme.asks"
    label = "asks"
    default_auto_field = "django.db.models.BigAutoField"
