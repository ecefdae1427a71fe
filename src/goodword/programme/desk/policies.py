"""May this be kept, and if not why."""

from urllib.parse import parse_qsl
from zoneinfo import available_timezones

from django.conf import settings

from goodword.kit.errors import GoodwordError
from goodword.programme.desk.models import LAST_HOUR, RHYTHMS, THEMES, SavedView

NAME_LIMIT = 80
_QUERY_LIMIT = 2_000


def refuse_preferences(
    *, language: str, timezone: str, theme: str, digest: str, digest_hour: int
) -> GoodwordError | None:
    """Refuse a language, zone, theme or hour that does not exist."""
    if language and language not in dict(settings.LANGUAGES):
        return GoodwordError("no-language", f"There is no language {language!r} here.", "Choose one of the list.")
    if timezone and timezone not in available_timezones():
        return GoodwordError(
            "no-time-zone", f"There is no time zone called {timezone!r}.", "Use an IANA name such as Europe/Berlin."
        )
    if theme not in THEMES:
        return GoodwordError("no-theme", f"There is no theme {theme!r}.", "Choose light, dark, or neither.")
    if digest not in RHYTHMS or not 0 <= digest_hour <= LAST_HOUR:
        return GoodwordError("no-rhythm", "A digest comes daily, weekly or never, at a full hour.", "Choose again.")
    return None


def refuse_view(name: str, query: str) -> GoodwordError | None:
    """Refuse a view without a name, or with a query string that is none."""
    if not name or len(name) > NAME_LIMIT or not name.isprintable():
        return GoodwordError("bad-view-name", f"A view needs a name of at most {NAME_LIMIT} signs.", "Write one.")
    try:
        parse_qsl(query, strict_parsing=bool(query), max_num_fields=50)
    except ValueError:
        query = "?" * (_QUERY_LIMIT + 1)
    if len(query) > _QUERY_LIMIT:
        return GoodwordError("bad-view", "These filters cannot be kept.", "Take some away and save again.")
    return None


def refuse_name(user_id: int, page: str, name: str) -> GoodwordError | None:
    """Refuse a second view of one name on one page."""
    if SavedView.objects.standing().filter(user_id=user_id, page=page, name=name).exists():
        return GoodwordError("view-exists", f"You have a view “{name}” here already.", "Choose another name.")
    return None
