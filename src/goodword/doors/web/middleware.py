"""What happens around every view."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone


class UserTimeZone:
    """Shows times in the zone of whoever is signed in; the workspace's zone where they chose none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = getattr(request.user, "timezone", "")
        try:
            zone = ZoneInfo(chosen) if chosen else None
        except (ZoneInfoNotFoundError, ValueError):
            zone = None  # zones are renamed now and then; a page in the workspace's zone beats no page
        with timezone.override(zone):
            return self.get_response(request)
