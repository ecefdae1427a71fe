"""The addresses of the web pages."""

from django.urls import path

from goodword.doors.web.views import people, person, record, session, theme, today

urlpatterns = [
    path("", today.today, name="today"),
    path("people/", people.people, name="people"),
    path("people/<str:person_id>/", person.person, name="person"),
    path("records/<str:table>/<path:record_id>/", record.record, name="record"),
    path("sign-in/", session.sign_in, name="sign-in"),
    path("sign-out/", session.sign_out, name="sign-out"),
    path("theme/", theme.choose, name="theme"),
]
