from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "goodword.programme.people"
    label = "people"
