"""What just happened, said once on the next page or beside a changed part, with a way to take it back."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest

_KEY = "toast"


@dataclass(frozen=True, slots=True)
class Toast:
    """A sentence about what was done.

    Attributes:
        text: the sentence, in the reader's language.
        undo_url: where a POST takes it back; empty where there is no way back.
        undo_fields: what that POST carries.
    """

    text: str
    undo_url: str = ""
    undo_fields: dict[str, str] = field(default_factory=dict)


def say(request: HttpRequest, text: str, *, undo_url: str = "", undo_fields: dict[str, str] | None = None) -> None:
    """Keep a sentence for the next page that this reader sees."""
    request.session[_KEY] = asdict(Toast(str(text), undo_url, undo_fields or {}))


def take(request: HttpRequest) -> Toast | None:
    """Return what is to be said, once."""
    session: Any = getattr(request, "session", None)
    kept = session.pop(_KEY, None) if session is not None and _KEY in session else None
    return Toast(**kept) if kept else None
