from django.apps import AppConfig


class TuningConfig(AppConfig):
    name = "goodword.programme.tuning"
    label = "tuning"
