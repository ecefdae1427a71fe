"""The addresses of what was heard."""

from django.urls import path

from goodword.doors.web.views.heard import labelling, listening, queueing

urlpatterns = [
    path("people/<str:person_id>/labels/", labelling.label, name="label"),
    path("people/<str:person_id>/labels/<int:number>/undo/", labelling.undo, name="label-undo"),
    path("listening/", listening.listening, name="listening"),
    path("listening/next/", queueing.next_ones, name="label-next"),
    path("listening/retrain/", listening.retrain, name="listening-retrain"),
    path("listening/back/", listening.back, name="listener-back"),
    path("listening/<str:version>/use/", listening.use, name="listener-use"),
]
