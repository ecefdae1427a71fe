from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "goodword.doors.mail"
    label = "mail"
