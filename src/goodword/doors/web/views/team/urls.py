"""The addresses of the team."""

from django.urls import path

from goodword.doors.web.views.me import tokens
from goodword.doors.web.views.own_page import listed
from goodword.doors.web.views.team import people, role_table

urlpatterns = [
    path("", people.team, name="team"),
    path("let-in/", people.let_in, name="team-let-in"),
    path("roles/", role_table.role_table, name="team-roles"),
    path("roles/<slug:role>/second-factor/", role_table.demand, name="role-second-factor"),
    path("advocates/", listed.advocates, name="team-advocates"),
    path("tokens/", tokens.everybody, name="team-tokens"),
    path("tokens/<int:number>/revoke/", tokens.revoke_any, name="team-token-revoke"),
    path("<int:number>/", people.colleague, name="colleague"),
    path("<int:number>/deactivate/", people.deactivate, name="colleague-deactivate"),
    path("<int:number>/reactivate/", people.reactivate, name="colleague-reactivate"),
    path("<int:number>/reset/", people.reset, name="colleague-reset"),
]
