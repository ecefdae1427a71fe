"""Stories: what customers say of their success, in words that somebody approved."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """The app of stories."""

    name = "goodword.programme.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
