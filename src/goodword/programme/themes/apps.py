from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "goodword.programme.themes"
    label = "themes"
