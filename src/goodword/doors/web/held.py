"""Says on every page of a restored copy that it sends nothing."""

from django.conf import settings
from django.http import HttpRequest

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.restored import sending_is_held


def held(_request: HttpRequest) -> dict[str, GoodwordError | None]:
    """Why this workspace sends nothing; None where it may."""
    return {"sending_held": sending_is_held(settings.WORKSPACE)}
