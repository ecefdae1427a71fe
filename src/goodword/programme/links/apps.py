"""Links in letters: each opens one thing, for one person, for a time."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """The app of links."""

    name = "goodword.programme.links"
    label = "links"
    default_auto_field = "django.db.models.BigAutoField"
