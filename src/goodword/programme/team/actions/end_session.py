"""Sign somebody out of a browser."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import OpenSession, User
from goodword.programme.team.trail import record


def end_session(session: OpenSession, *, by: Actor) -> None:
    """End one session; in that browser one has to sign in again."""
    with transaction.atomic():
        Session.objects.filter(session_key=session.session_key).delete()
        session.delete()
        record(by, "end", "session", str(session.user_id))


def end_all_sessions(user: User, *, by: Actor) -> None:
    """End every session of a user; a page that wants to keep its own has to renew it."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
        keys = OpenSession.objects.filter(user=user)
        Session.objects.filter(session_key__in=list(keys.values_list("session_key", flat=True))).delete()
        keys.delete()
        record(by, "end", "sessions", str(user.pk))
    user.refresh_from_db(fields=["session_epoch"])


def forget_session(session_key: str) -> None:
    """Forget a session that somebody ended by signing out."""
    OpenSession.objects.filter(session_key=session_key).delete()
