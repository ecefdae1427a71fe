"""Go on knowing a session that got another name."""

from goodword.programme.team.models import OpenSession


def follow_session(before: str, now: str) -> None:
    """Keep what is known of a session under its new name: since when it is open, in which browser, and how it began."""
    OpenSession.objects.filter(session_key=before).update(session_key=now)
