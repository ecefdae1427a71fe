from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "goodword.doors.portal"
    label = "portal"
