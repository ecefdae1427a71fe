"""The addresses of the audit trail."""

from django.urls import path

from goodword.doors.web.views.audit import looking

urlpatterns = [
    path("", looking.audit, name="audit"),
    path("check/", looking.check, name="audit-check"),
]
