from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "goodword.programme.calls"
    label = "calls"
