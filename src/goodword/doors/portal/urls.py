"""The addresses of the advocate's own pages."""

from django.urls import path

from goodword.doors.portal.everything import everything
from goodword.doors.portal.linked.views import by_link, file_by_link, meeting_by_link
from goodword.doors.portal.views import meeting, portal, say

urlpatterns = [
    path("a/<str:secret>/", by_link, name="by-link"),
    path("a/<str:secret>/everything.<slug:ending>", file_by_link, name="by-link-file"),
    path("a/<str:secret>/meeting.ics", meeting_by_link, name="by-link-meeting"),
    path("portal/", portal, name="portal"),
    path("portal/meeting.ics", meeting, name="portal-meeting"),
    path("portal/say/", say, name="portal-say"),
    path("portal/everything.<slug:ending>", everything, name="portal-file"),
]
