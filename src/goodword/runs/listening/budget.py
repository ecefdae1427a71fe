"""What asking may cost: reserved before a request leaves, settled after it, and kept over any crash.

A process that dies in between leaves what it reserved as spent: too much is counted then, never too little.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from goodword.kit.durable import write_private
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one

NAME = "spending.json"
_LOCK = "spending.lock"
_KEPT = timedelta(days=62)  # the month that runs, and the one before
_PATIENCE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be asked.

    Attributes:
        requests_a_day: requests, each attempt counted.
        requests_a_month: the same in a calendar month.
        tokens_a_day: what goes out and comes back, in the server's own count.
        tokens_a_month: the same in a calendar month.
    """

    requests_a_day: int
    requests_a_month: int
    tokens_a_day: int
    tokens_a_month: int


@dataclass(frozen=True, slots=True)
class Spent:
    """Requests and tokens."""

    requests: int = 0
    tokens: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.requests + other.requests, self.tokens + other.tokens)


@dataclass(frozen=True, slots=True)
class Reserved:
    """What one request was given: the day it counts for, and how many tokens."""

    day: date
    tokens: int


class Budget:
    """The budget of a workspace; several processes may share it. Days are UTC."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._path = folder / NAME
        self._lock = folder / _LOCK
        self._limits = limits

    def reserve(self, tokens: int, day: date) -> Reserved:
        """Take one request and so many tokens out of the budget, for good from now on unless they are settled.

        Raises:
            GoodwordError: they are not left (`endpoint-budget`), or the file cannot be read (`bad-spending`).
        """
        with self._alone():
            days = self._read()
            wanted = Spent(1, tokens)
            self._check(_of_day(days, day) + wanted, _of_month(days, day) + wanted)
            days[day] = _of_day(days, day) + wanted
            self._write(days, day)
        return Reserved(day, tokens)

    def settle(self, reserved: Reserved, tokens: int) -> None:
        """Count what a request really cost instead of what was reserved; more is counted as well."""
        with self._alone():
            days = self._read()
            there = _of_day(days, reserved.day)
            days[reserved.day] = Spent(there.requests, max(0, there.tokens - reserved.tokens) + max(0, tokens))
            self._write(days, reserved.day)

    def spent(self, day: date) -> tuple[Spent, Spent]:
        """What was spent on that day, and in its month up to now."""
        days = self._read()
        return _of_day(days, day), _of_month(days, day)

    def _check(self, today: Spent, month: Spent) -> None:
        limits = self._limits
        over = (
            ("requests_a_day", today.requests > limits.requests_a_day),
            ("tokens_a_day", today.tokens > limits.tokens_a_day),
            ("requests_a_month", month.requests > limits.requests_a_month),
            ("tokens_a_month", month.tokens > limits.tokens_a_month),
        )
        for name, is_over in over:
            if is_over:
                raise GoodwordError(
                    "endpoint-budget",
                    f"The budget for asking is spent: {name}.",
                    f"It goes on by itself when the time is over, or raise listening.endpoint.{name}.",
                    retry=True,
                )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        busy = GoodwordError("spending-busy", "Another process holds the budget.", "Try again later.", retry=True)
        with only_one(self._lock, patience_seconds=_PATIENCE_SECONDS, busy=busy):
            yield

    def _read(self) -> dict[date, Spent]:
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            return {date.fromisoformat(day): Spent(int(one[0]), int(one[1])) for day, one in told.items()}
        except FileNotFoundError:
            return {}
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            # Nothing is asked then: whoever cannot say what was spent must not spend.
            raise GoodwordError(
                "bad-spending", f"{self._path.name} cannot be read.", "Remove it to begin the budget anew."
            ) from error

    def _write(self, days: dict[date, Spent], today: date) -> None:
        kept = {day: one for day, one in sorted(days.items()) if day >= today - _KEPT}
        told = {day.isoformat(): [one.requests, one.tokens] for day, one in kept.items()}
        write_private(self._path, json.dumps(told, indent=1) + "\n")


def _of_day(days: dict[date, Spent], day: date) -> Spent:
    return days.get(day, Spent())


def _of_month(days: dict[date, Spent], day: date) -> Spent:
    found = (one for at, one in days.items() if (at.year, at.month) == (day.year, day.month))
    return sum(found, Spent())
