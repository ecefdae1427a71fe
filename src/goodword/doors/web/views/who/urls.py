"""The addresses of who is who."""

from django.urls import path

from goodword.doors.web.views.who import correcting, deciding, looking, opting_out, reviewing

urlpatterns = [
    path("people/review/", reviewing.review, name="review-people"),
    path("people/review/later/", reviewing.later, name="suggestion-later"),
    path("people/<str:person_id>/who/", looking.who, name="who"),
    path("people/<str:person_id>/who/<str:other_id>/", looking.compare, name="who-compare"),
    path("people/<str:person_id>/who/<str:other_id>/merge/", deciding.merge, name="who-merge"),
    path("people/<str:person_id>/who/<str:other_id>/apart/", deciding.apart, name="who-apart"),
    path("people/<str:person_id>/split/", deciding.split, name="who-split"),
    path("people/<str:person_id>/merges/<int:number>/undo/", deciding.unmerge, name="who-unmerge"),
    path("people/<str:person_id>/aparts/<int:number>/undo/", deciding.join, name="who-join"),
    path("people/<str:person_id>/splits/<int:number>/undo/", deciding.rejoin, name="who-rejoin"),
    path("people/<str:person_id>/correct/<str:field>/", correcting.correct, name="who-correct"),
    path("people/<str:person_id>/corrections/<int:number>/undo/", correcting.withdraw, name="who-withdraw"),
    path("people/<str:person_id>/opt-out/", opting_out.opt_out, name="opt-out"),
]
