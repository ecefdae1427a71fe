"""What happens around every view."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, DataError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from goodword.doors.web.preferred import preferences_behind
from goodword.doors.web.views.errors import missing
from goodword.programme.team.actions.follow_session import follow_session
from goodword.programme.team.models import User
from goodword.programme.team.principal import principal_of
from goodword.runs.settings.house_rules import workspace_language


class Principals:
    """Says who is asking: `request.principal`, None for strangers and for those who were let go."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user: User | AnonymousUser = request.user
        found = principal_of(user) if isinstance(user, User) or user.is_authenticated else None
        request.principal = found  # type: ignore[attr-defined]  # Django's way to hand on: an attribute of the request
        if found is not None:
            _follow(request)
        return self.get_response(request)


def _follow(request: HttpRequest) -> None:
    """Django gives a session that a key of before signed another name, while it finds out whose it is."""
    before, now = request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""), request.session.session_key
    if now and before != now:
        follow_session(before, now)


class NulUnheardOf:
    """No text of ours holds the letter NUL, and PostgreSQL refuses to look for it: whoever sends one finds nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Tell that one error from those that are ours."""
        return missing(request) if isinstance(exception, DataError) and "NUL (0x00)" in str(exception) else None


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


class ReaderLanguage:
    """Speaks the language a user chose; else the one their browser asks for, else the workspace's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = preferences_behind(request).language
        try:
            language = translation.get_supported_language_variant(chosen)
        except LookupError:
            language = _asked_for(request) or _usual_language(request)
        with translation.override(language):
            answer = self.get_response(request)
        answer.headers.setdefault("Content-Language", language)
        patch_vary_headers(answer, ["Accept-Language"])
        return answer


def _usual_language(request: HttpRequest) -> str:
    """The workspace's; for programs, which ask for none at all, the one that their descriptions are written in."""
    if "Accept-Language" not in request.headers:
        return settings.LANGUAGE_CODE
    try:
        return workspace_language(settings.WORKSPACE_SETTINGS)
    except DatabaseError:
        return settings.LANGUAGE_CODE  # what has to be said now is that the database does not answer


def _asked_for(request: HttpRequest) -> str:
    """The first language that the browser asks for and we speak; empty where there is none."""
    for wanted, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        try:
            return translation.get_supported_language_variant(wanted)
        except LookupError:
            continue
    return ""
