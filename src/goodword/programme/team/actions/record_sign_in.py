"""Remember how a sign-in went."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import FailedSignIn, OpenSession, User
from goodword.programme.team.trail import record

_LONGEST_BROWSER = 200


def count_attempt(email: str, *, now: datetime, origin: str = "") -> FailedSignIn:
    """Count an attempt for an address and from where it came; forget those that no longer count.

    Args:
        email: the address, as it was typed.
        now: when it is made.
        origin: stands for where it came from; empty if unknown.
    """
    with transaction.atomic():
        FailedSignIn.objects.filter(at__lte=now - FailedSignIn.WINDOW).delete()
        return FailedSignIn.objects.create(address=FailedSignIn.disguise(email), origin=origin, at=now)


def forgive_attempt(attempt: FailedSignIn) -> None:
    """Count an attempt no more: it was right, or was never looked at."""
    FailedSignIn.objects.filter(pk=attempt.pk).delete()


def record_failed_sign_in(email: str, *, how: str) -> None:
    """Put an attempt that failed on the trail: by id where somebody has this address, never by address.

    Args:
        email: the address, as it was typed.
        how: password, code, second factor or again.
    """
    with transaction.atomic():
        known = User.objects.filter(email=email.strip().lower()).values_list("pk", flat=True).first()
        record(Actor.system("web"), "fail", "sign_in", str(known or ""), after={"how": how})


def forget_failed_sign_ins(email: str) -> None:
    """Forget the failed attempts for an address: its owner got in."""
    FailedSignIn.objects.of(email).delete()


def record_sign_in(user: User, *, session_key: str, how: str, browser: str = "") -> None:
    """Remember that somebody came all the way in, and in which browser.

    Args:
        user: who it was.
        session_key: of the session they work in from now on.
        how: password, code, passkey or oidc.
        browser: what the browser called itself.
    """
    by = Actor("user", str(user.pk), str(user), "web")
    with transaction.atomic():
        forget_failed_sign_ins(user.email)
        gone = OpenSession.objects.filter(user=user).exclude(session_key__in=Session.objects.values("session_key"))
        gone.delete()
        facts = {"user": user, "began_at": clock.now(), "how": how, "browser": browser[:_LONGEST_BROWSER]}
        OpenSession.objects.update_or_create(session_key=session_key, defaults=facts)
        record(by, "open", "sign_in", str(user.pk), after={"how": how})
