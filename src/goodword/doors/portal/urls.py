"""The addresses of the advocate's own pages."""

from django.urls import path

from goodword.doors.portal.views import portal

urlpatterns = [path("portal/", portal, name="portal")]
