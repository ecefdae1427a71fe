"""Remember how a sign-in went."""

from datetime import datetime

from django.db import transaction

from goodword.programme.team.models import FailedSignIn


def record_failed_sign_in(email: str, *, now: datetime) -> None:
    """Count an attempt that failed; forget those that no longer count."""
    with transaction.atomic():
        FailedSignIn.objects.filter(at__lte=now - FailedSignIn.WINDOW).delete()
        FailedSignIn.objects.create(address=FailedSignIn.disguise(email), at=now)


def record_sign_in(email: str) -> None:
    """Forget the failed attempts for an address: its owner got in."""
    FailedSignIn.objects.of(email).delete()
