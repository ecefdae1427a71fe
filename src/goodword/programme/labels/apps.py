from django.apps import AppConfig


class LabelsConfig(AppConfig):
    name = "goodword.programme.labels"
    label = "labels"
