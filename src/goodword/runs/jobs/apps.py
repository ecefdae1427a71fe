from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "goodword.runs.jobs"
    label = "jobs"
