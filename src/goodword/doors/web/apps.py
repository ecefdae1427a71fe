from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "goodword.doors.web"
    label = "web"
