"""The addresses of asking."""

from django.urls import path

from goodword.doors.web.views.asking.letter import letter, take_back, thanked
from goodword.doors.web.views.asking.wishes import wishes

urlpatterns = [
    path("people/<str:person_id>/ask/<slug:act_kind>/", letter, name="ask-person"),
    path("people/<str:person_id>/ask/<slug:act_kind>/thanked/", thanked, name="ask-thanked"),
    path("people/<str:person_id>/wishes/", wishes, name="person-wishes"),
    path("asks/<str:ask_id>/take-back/", take_back, name="ask-take-back"),
]
