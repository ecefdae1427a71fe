"""The addresses of the advocate's own pages."""

from django.urls import path

from goodword.doors.portal.everything import everything
from goodword.doors.portal.linked.views import by_link, file_by_link, talk_by_link
from goodword.doors.portal.views import portal, say, talk

urlpatterns = [
    path("a/<str:secret>/", by_link, name="by-link"),
    path("a/<str:secret>/everything.<slug:ending>", file_by_link, name="by-link-file"),
    path("a/<str:secret>/talk.ics", talk_by_link, name="by-link-talk"),
    path("portal/", portal, name="portal"),
    path("portal/talk.ics", talk, name="portal-talk"),
    path("portal/say/", say, name="portal-say"),
    path("portal/everything.<slug:ending>", everything, name="portal-file"),
]
