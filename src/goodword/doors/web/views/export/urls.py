"""The addresses of exports: each is that of its page with `export.` and the format behind it."""

from django.urls import path

from goodword.doors.web import any_text  # noqa: F401  # lets routes say <any:…>
from goodword.doors.web.views.export import of_accounts, of_data, of_house, of_needs, of_people, of_stories, of_themes

urlpatterns = [
    path("people/export.<slug:ending>", of_people.people, name="export-people"),
    path("accounts/export.<slug:ending>", of_accounts.accounts, name="export-accounts"),
    path("themes/export.<slug:ending>", of_themes.themes, name="export-themes"),
    path("themes/of/<any:theme>/export.<slug:ending>", of_themes.theme, name="export-theme"),
    path("today/export.<slug:ending>", of_people.today, name="export-today"),
    path("answers/export.<slug:ending>", of_people.answers, name="export-answers"),
    path("search/export.<slug:ending>", of_people.search, name="export-search"),
    path("views/export.<slug:ending>", of_house.views, name="export-views"),
    path("notifications/export.<slug:ending>", of_house.notifications, name="export-notifications"),
    path("me/tokens/export.<slug:ending>", of_house.tokens, name="export-tokens"),
    path("permissions/export.<slug:ending>", of_people.permissions, name="export-permissions"),
    path("requests/export.<slug:ending>", of_needs.requests, name="export-requests"),
    path("stories/export.<slug:ending>", of_stories.stories, name="export-stories"),
    path("data/sources/export.<slug:ending>", of_data.sources, name="export-sources"),
    path("data/doubts/export.<slug:ending>", of_data.doubts, name="export-doubts"),
    path("data/imports/export.<slug:ending>", of_data.imports, name="export-imports"),
    path("data/imports/<str:import_id>/export.<slug:ending>", of_data.rejected, name="export-rejected"),
    path("jobs/export.<slug:ending>", of_data.jobs, name="export-jobs"),
    path("settings/export.<slug:ending>", of_house.settings, name="export-settings"),
    path("settings/groups/<slug:name>/export.<slug:ending>", of_house.settings_group, name="export-settings-group"),
    path("audit/export.<slug:ending>", of_house.audit, name="export-audit"),
    path("team/export.<slug:ending>", of_house.team, name="export-team"),
    path("team/advocates/export.<slug:ending>", of_people.advocates, name="export-advocates"),
    path("team/tokens/export.<slug:ending>", of_house.team_tokens, name="export-team-tokens"),
]
