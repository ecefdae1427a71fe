from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "goodword.programme.rights"
    label = "rights"
