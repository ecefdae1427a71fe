from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "goodword.programme.outbox"
    label = "outbox"
