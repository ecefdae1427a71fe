"""What a person or a company said about acts, and what it comes to on a day. Pure.

A word is a grant or a denial. The newest word of the same key and the same scope counts, whatever became of it: one
that ended or was taken back leaves nothing, and brings no older one back. One that was recorded by mistake was never
said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from goodword.programme.permissions.scope import Scope

type State = Literal["granted", "denied", "unknown", "expired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A grant or a denial.

    Attributes:
        number: which came first, of two of one day.
        granted: a grant; else a denial.
        scope: what it is for.
        given_on: the day it was said.
        expires_on: the first day without it; None for no end.
        withdrawn_on: the day it was taken back.
        mistaken: whether it was never said.
    """

    number: int
    granted: bool
    scope: Scope
    given_on: date
    expires_on: date | None = None
    withdrawn_on: date | None = None
    mistaken: bool = False

    def withdrawn(self, day: date) -> bool:
        """Whether it was taken back by that day."""
        return self.withdrawn_on is not None and self.withdrawn_on <= day

    def expired(self, day: date) -> bool:
        """Whether it had ended by that day."""
        return self.expires_on is not None and self.expires_on <= day

    def holds(self, day: date) -> bool:
        """Whether it counts on that day, if it is the newest of its scope."""
        return not self.withdrawn(day) and not self.expired(day)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one key says to something somebody wants.

    Attributes:
        state: granted, denied, expired, or unknown.
        word: which word decided; of unknown, the grant that was taken back, if there was one.
    """

    state: State
    word: Word | None = None


def newest(words: Iterable[Word], day: date) -> list[Word]:
    """The word of each scope that counts on a day, the newest first."""
    said = sorted(
        (word for word in words if not word.mistaken and word.given_on <= day),
        key=lambda word: (word.given_on, word.number),
    )
    return sorted({word.scope.compared: word for word in said}.values(), key=_place, reverse=True)


def _place(word: Word) -> tuple[date, int]:
    return word.given_on, word.number


def answer(words: Iterable[Word], wanted: Scope, day: date, *, all_of_it: bool = False) -> Answer:
    """What one key says on a day: a denial beats every grant, and a grant must reach all of what is wanted.

    Args:
        words: everything that was said under the key.
        wanted: what somebody wants.
        day: for which day.
        all_of_it: whether only denials of the whole count, see `Scope.stops`.
    """
    said = newest(words, day)
    for word in said:
        if not word.granted and word.holds(day) and word.scope.stops(wanted, all_of_it=all_of_it):
            return Answer("denied", word)
    grants = [word for word in said if word.granted and word.scope.reaches(wanted)]
    lasting = [word for word in grants if word.holds(day)]
    if lasting:
        return Answer("granted", max(lasting, key=lambda word: (word.expires_on or date.max, word.number)))
    ended = next((word for word in grants if not word.withdrawn(day)), None)
    return Answer("expired", ended) if ended else Answer("unknown", grants[0] if grants else None)
