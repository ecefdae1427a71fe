"""Every address the site answers to."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("goodword.doors.api.urls")),
    path("", include("goodword.doors.web.urls")),
    path("", include("goodword.doors.portal.urls")),
]
handler403 = "goodword.doors.web.views.errors.forbidden"
handler404 = "goodword.doors.web.views.errors.missing"
handler500 = "goodword.doors.web.views.errors.broken"
