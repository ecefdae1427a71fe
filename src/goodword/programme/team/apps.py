from django.apps import AppConfig


class TeamConfig(AppConfig):
    name = "goodword.programme.team"
    label = "team"
