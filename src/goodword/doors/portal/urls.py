"""The addresses of the advocate's own pages."""

from django.urls import path

from goodword.doors.portal.everything import ask_everything, everything
from goodword.doors.portal.linked.views import by_link
from goodword.doors.portal.views import opt_out, portal, welcome_asks

urlpatterns = [
    path("a/<str:secret>/", by_link, name="by-link"),
    path("portal/", portal, name="portal"),
    path("portal/ask-me-nothing/", opt_out, name="portal-opt-out"),
    path("portal/you-may-ask/", welcome_asks, name="portal-consent"),
    path("portal/everything/", ask_everything, name="portal-everything"),
    path("portal/everything.<slug:ending>", everything, name="portal-file"),
]
