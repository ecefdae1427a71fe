"""The addresses of the settings."""

from django.urls import path

from goodword.doors.web.views.settings import changing, looking, trying

urlpatterns = [
    path("", looking.overview, name="settings"),
    path("environment/", looking.environment, name="settings-environment"),
    path("groups/<slug:name>/", looking.group, name="settings-group"),
    path("<str:key>/", looking.setting, name="setting"),
    path("<str:key>/change/", changing.change, name="setting-change"),
    path("<str:key>/reset/", changing.reset, name="setting-reset"),
    path("<str:key>/undo/", changing.undo, name="setting-undo"),
    path("<str:key>/preview/<int:job_id>/", trying.trial, name="setting-preview"),
]
