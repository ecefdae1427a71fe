"""Lots: sites of public reviews, draws, and who was invited by them."""

from django.apps import AppConfig


class LotsConfig(AppConfig):
    """The app of public reviews."""

    name = "goodword.programme.lots"
    label = "lots"
    default_auto_field = "django.db.models.BigAutoField"
