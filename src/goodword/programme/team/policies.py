"""May this be done, and if not why."""

from datetime import datetime

from goodword.kit.errors import GoodwordError
from goodword.programme.team.models import FailedSignIn


def refuse_sign_in(email: str, *, now: datetime) -> GoodwordError | None:
    """Refuse further attempts for an address that failed too often of late."""
    failed = FailedSignIn.objects.of(email).since(now - FailedSignIn.WINDOW)
    if failed.count() < FailedSignIn.LIMIT:
        return None
    return GoodwordError(
        code="too-many-attempts",
        sentence="Too many attempts for this address.",
        mend=f"Wait {FailedSignIn.WINDOW.seconds // 60} minutes, then try again.",
        retry=True,
    )
