"""Letters for tests."""

from datetime import datetime
from typing import Any

from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor


def a_draft(to: str = "hemi@teawa.example", **changed: Any) -> Draft:  # noqa: ANN401  # a draft's own fields
    facts: dict[str, Any] = {
        "purpose": "notification",
        "dedupe_key": f"to {to}",
        "to": to,
        "sender": "Goodword <goodword@northwind.example>",
        "subject": "Thank you",
        "text": "We closed the books four days earlier than last year, and I slept.\n",
    }
    return Draft(**(facts | changed))


def queued(to: str = "hemi@teawa.example", *, now: datetime | None = None, **changed: Any) -> Letter:  # noqa: ANN401
    """A letter that waits."""
    return queue_letter(a_draft(to, **changed), by=Actor.system(), now=now)
