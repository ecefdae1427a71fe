"""The addresses of stories."""

from django.urls import path

from goodword.doors.web.views.stories import keeping, looking, writing

urlpatterns = [
    path("stories/", looking.stories, name="stories"),
    path("stories/making/", keeping.making, name="stories-making"),
    path("stories/<int:number>/", looking.story, name="story"),
    path("stories/<int:number>/desk/", keeping.desk, name="story-desk"),
    path("stories/<int:number>/change/", writing.change, name="story-change"),
    path("stories/<int:number>/approve/", keeping.approve, name="story-approve"),
    path("stories/<int:number>/withdraw/", keeping.withdraw, name="story-withdraw"),
    path("accounts/<path:account_id>/story/", writing.new, name="story-new"),
]
