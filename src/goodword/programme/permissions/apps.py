from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    name = "goodword.programme.permissions"
    label = "permissions"
