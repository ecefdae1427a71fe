"""Choosing: whether people may be chosen for public reviews, and on what legal basis."""

from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    """The app of the rule of the lot."""

    name = "goodword.programme.choosing"
    label = "choosing"
    default_auto_field = "django.db.models.BigAutoField"
