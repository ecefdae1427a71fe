"""The addresses of what administrators do about a person's data."""

from django.urls import path

from goodword.doors.web.views.rights import person_data

urlpatterns = [
    path("people/<str:person_id>/data/", person_data.person_data, name="person-data"),
    path("people/<str:person_id>/data/export/", person_data.export, name="person-data-export"),
    path("people/<str:person_id>/data/everything.<slug:ending>", person_data.file, name="person-data-file"),
    path("people/<str:person_id>/erase/", person_data.erase, name="person-erase"),
]
