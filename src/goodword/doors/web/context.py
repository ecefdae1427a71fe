"""What every page needs beside its own facts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from goodword.doors.web import toasts
from goodword.doors.web.navigation import ON_PHONES, home_of, places_for, route_url
from goodword.doors.web.policies import principal_behind
from goodword.doors.web.preferred import preferences_behind
from goodword.programme.desk.models import Notification
from goodword.programme.team.principal import Principal
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.settings.house_rules import workspace_name

THEMES = ("light", "dark")


def furniture(request: HttpRequest) -> dict[str, Any]:
    """The theme the reader chose, where they may go, what there is to say, and whether the data is made up."""
    preferences = preferences_behind(request)
    theme = request.COOKIES.get("theme", "") or preferences.theme
    about = settings.WORKSPACE_SETTINGS.get("workspace", {})
    principal = principal_behind(request)
    places = places_for(principal)
    return {
        "theme": theme if theme in THEMES else "",
        "synthetic": says_synthetic(settings.WORKSPACE, otherwise=bool(about.get("synthetic"))),
        "workspace_name": SimpleLazyObject(lambda: workspace_name(settings.WORKSPACE_SETTINGS)),
        "principal": principal,
        "places": places,
        "further_places": places[ON_PHONES:],
        "home_url": home_of(principal),
        "find_url": route_url("search") or (route_url("people") if "people" in {one.route for one in places} else ""),
        "bell_url": route_url("notifications"),
        "unread": SimpleLazyObject(lambda: _unread(principal)),
        "single_keys": preferences.single_keys,
        # Only the page that says it takes it from the session.
        "toast": SimpleLazyObject(lambda: toasts.take(request) or ""),
    }


def _unread(principal: Principal | None) -> int:
    return Notification.objects.to(principal.user).unread().count() if principal else 0
