"""How the reader of a page likes things."""

from django.http import HttpRequest

from goodword.programme.desk.models import Preference
from goodword.programme.team.models import User

_KEPT = "_preferences"


def preferences_behind(request: HttpRequest) -> Preference:
    """What the reader chose, asked once for each request; what holds for everybody where nobody signed in."""
    kept = getattr(request, _KEPT, None)
    if isinstance(kept, Preference):
        return kept
    user = getattr(request, "user", None)
    found = Preference.of(user) if isinstance(user, User) else Preference()
    setattr(request, _KEPT, found)
    return found
