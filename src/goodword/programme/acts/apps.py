"""Acts: what advocates did."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    """The app of acts."""

    name = "goodword.programme.acts"
    label = "acts"
    default_auto_field = "django.db.models.BigAutoField"
