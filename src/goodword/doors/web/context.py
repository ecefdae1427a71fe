"""What every page needs beside its own facts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("light", "dark")


def furniture(request: HttpRequest) -> dict[str, Any]:
    """The theme the reader chose, and whether the data is made up."""
    theme = request.COOKIES.get("theme", "")
    about = settings.WORKSPACE_SETTINGS.get("workspace", {})
    return {
        "theme": theme if theme in THEMES else "",
        "synthetic": bool(about.get("synthetic")),
        "workspace_name": str(about.get("name", "")),
    }
