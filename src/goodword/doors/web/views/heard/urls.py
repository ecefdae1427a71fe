"""The addresses of what was heard."""

from django.urls import path

from goodword.doors.web.views.heard import labelling

urlpatterns = [
    path("people/<str:person_id>/labels/", labelling.label, name="label"),
    path("people/<str:person_id>/labels/<int:number>/undo/", labelling.undo, name="label-undo"),
]
