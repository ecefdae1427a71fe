"""The addresses of the settings."""

from django.urls import path

from goodword.doors.web.views.settings import changing, kinds, letters, looking, trying

urlpatterns = [
    path("", looking.overview, name="settings"),
    path("environment/", looking.environment, name="settings-environment"),
    path("groups/<slug:name>/", looking.group, name="settings-group"),
    path("kinds/add/", kinds.add, name="kind-add"),
    path("kinds/<slug:code>/", kinds.kind, name="kind"),
    path("kinds/<slug:code>/change/", kinds.change, name="kind-change"),
    path("kinds/<slug:code>/letters/<slug:language>/", letters.template, name="kind-letter"),
    path("kinds/<slug:code>/letters/<slug:language>/change/", letters.change, name="kind-letter-change"),
    path("kinds/<slug:code>/letters/<slug:language>/back/", letters.back, name="kind-letter-back"),
    path("kinds/<slug:code>/back/", kinds.back, name="kind-back"),
    path("<str:key>/", looking.setting, name="setting"),
    path("<str:key>/change/", changing.change, name="setting-change"),
    path("<str:key>/reset/", changing.reset, name="setting-reset"),
    path("<str:key>/undo/", changing.undo, name="setting-undo"),
    path("<str:key>/preview/<int:job_id>/", trying.trial, name="setting-preview"),
]
