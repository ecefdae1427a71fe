from django.apps import AppConfig


class BouncesConfig(AppConfig):
    name = "goodword.programme.bounces"
    label = "bounces"
