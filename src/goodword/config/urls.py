"""Every address the site answers to."""

from django.urls import include, path

urlpatterns = [path("", include("goodword.doors.web.urls"))]
handler403 = "goodword.doors.web.views.errors.forbidden"
handler404 = "goodword.doors.web.views.errors.missing"
handler500 = "goodword.doors.web.views.errors.broken"
