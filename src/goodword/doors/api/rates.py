"""How many calls somebody may make a minute, whichever process serves them.

A process asks the table for a few calls at a time and gives them out from memory: together all processes never let more
through than the limit, and most calls cost no write. What a process asked for and did not give out is lost at the end
of the minute, so with several processes somebody may be stopped a few calls early.
"""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from goodword.programme.calls.actions.grant_calls import grant_calls

WINDOW = timedelta(minutes=1)
_SHARES = 30
_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left to somebody.

    Attributes:
        allowed: whether this call may go on.
        kind: which limit.
        limit: how many calls a minute it allows.
        left: how many are left in this minute.
        seconds: until the next one begins.
    """

    allowed: bool
    kind: str
    limit: int
    left: int
    seconds: int

    def headers(self) -> dict[str, str]:
        """What to tell the caller: draft-ietf-httpapi-ratelimit-headers, and RFC 9110 for waiting."""
        window = int(WINDOW.total_seconds())
        told = {
            "RateLimit-Policy": f'"{self.kind}";q={self.limit};w={window}',
            "RateLimit": f'"{self.kind}";r={self.left};t={self.seconds}',
        }
        return told if self.allowed else told | {"Retry-After": str(self.seconds)}


@dataclass(slots=True)
class _Share:
    begins_at: datetime
    mine: int
    elsewhere: int


class Allowances:
    """What this process may give out, by caller and limit."""

    def __init__(self) -> None:
        self._shares: dict[tuple[str, str], _Share] = {}
        self._lock = threading.Lock()

    def take(self, subject: str, kind: str, limit: int, now: datetime) -> Allowance:
        """Take one call of somebody's, and say what is left."""
        begins_at = now.replace(second=0, microsecond=0)
        seconds = max(int((begins_at + WINDOW - now).total_seconds()), 1)
        with self._lock:
            share = self._shares.get((subject, kind))
            if share is None or share.begins_at != begins_at:
                share = self._begin(subject, kind, begins_at, limit)
            # Once the table has nothing left, it is not asked again in this minute.
            if not share.mine and share.elsewhere:
                share.mine, share.elsewhere = grant_calls(
                    subject, kind, begins_at=begins_at, limit=limit, wanted=max(limit // _SHARES, 1)
                )
            allowed = share.mine > 0
            share.mine -= allowed
            return Allowance(allowed, kind, limit, share.mine + share.elsewhere, seconds)

    def forget(self) -> None:
        """Begin anew; what was asked for is not given back."""
        with self._lock:
            self._shares.clear()

    def _begin(self, subject: str, kind: str, begins_at: datetime, limit: int) -> _Share:
        if len(self._shares) >= _MOST_KEPT:
            self._shares.clear()
        self._shares[(subject, kind)] = share = _Share(begins_at, 0, limit)
        return share


ALLOWANCES = Allowances()
"""Those of this process."""
