"""The addresses of stories."""

from django.urls import path

from goodword.doors.web.views.stories import looking

urlpatterns = [
    path("stories/", looking.stories, name="stories"),
    path("stories/<int:number>/", looking.story, name="story"),
]
