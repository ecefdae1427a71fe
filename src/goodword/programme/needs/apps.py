"""Needs: somebody of ours wants an act, such as a reference call for a deal; who could do it, and what became of it."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """The app of needs."""

    name = "goodword.programme.needs"
    label = "needs"
    default_auto_field = "django.db.models.BigAutoField"
