"""Terms: about what somebody likes to speak, and how they want to be reached."""

from django.apps import AppConfig


class TermsConfig(AppConfig):
    """The app of terms."""

    name = "goodword.programme.terms"
    label = "terms"
    default_auto_field = "django.db.models.BigAutoField"
