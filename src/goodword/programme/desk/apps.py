from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "goodword.programme.desk"
    label = "desk"
