"""The addresses of themes; one of them is named by what was heard, which may hold any sign."""

from django.urls import path

from goodword.doors.web import any_text  # noqa: F401  # lets routes say <any:…>
from goodword.doors.web.views.themes import changing, looking

urlpatterns = [
    path("themes/", looking.themes, name="themes"),
    path("themes/of/<any:theme>/", looking.one_theme, name="theme-speakers"),
    path("themes/change/", changing.change, name="theme-change"),
    path("themes/changes/<int:number>/undo/", changing.undo, name="theme-undo"),
]
