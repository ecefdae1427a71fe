from django.apps import AppConfig


class AdvocatesConfig(AppConfig):
    name = "goodword.programme.advocates"
    label = "advocates"
