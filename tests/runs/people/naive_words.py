"""What people and companies allowed and forbade, as the naive model counts it."""

from dataclasses import dataclass
from datetime import date

from tests.runs.people.naive_parts import Id


@dataclass(frozen=True)
class Word:
    """A grant or a denial."""

    number: int
    person: Id
    account: str
    kind: str
    granted: bool
    day: date
    ends: date | None


@dataclass(frozen=True)
class Words:
    """What a company and a person said, and which of it was taken back: when, and whether it was never said."""

    company: list[Word]
    person: list[Word]
    taken_back: dict[int, tuple[date, bool]]

    def of(self, whose: str) -> list[Word]:
        """What one of the two said."""
        return self.company if whose == "company" else self.person

    def refuses(self, verb: str, kind: str, day: date, *, company_known: bool) -> str:
        """Why something may not be done, as a code; empty where it may."""
        for whose in ("company", "person"):
            if any(not one.granted and _stops(one, kind, verb) for one in self._counting(self.of(whose), day)):
                return f"denied-by-{whose}"
        if verb == "contact":
            return ""
        if kind == "quote" and not company_known:
            return "no-company"
        for whose in ("person", "company") if kind == "quote" else ("person",):
            if code := self._missing(self.of(whose), kind, day):
                return f"{code}-from-{whose}"
        return ""

    def _counting(self, words: list[Word], day: date, *, also_over: bool = False) -> list[Word]:
        """The newest word of each scope, unless it is over."""
        newest: dict[str, Word] = {}
        for one in sorted(words, key=lambda one: (one.day, one.number)):
            if not self.taken_back.get(one.number, (day, False))[1]:
                newest[one.kind] = one
        return [one for one in newest.values() if also_over or not (self._back(one) or _over(one, day))]

    def _back(self, word: Word) -> bool:
        return word.number in self.taken_back

    def _missing(self, words: list[Word], kind: str, day: date) -> str:
        said = [one for one in self._counting(words, day, also_over=True) if one.granted and one.kind in ("", kind)]
        if any(not self._back(one) and not _over(one, day) for one in said):
            return ""
        if any(not self._back(one) for one in said):
            return "expired"
        return "withdrawn" if said else "unknown"


def _over(word: Word, day: date) -> bool:
    return word.ends is not None and word.ends <= day


def _stops(word: Word, kind: str, verb: str) -> bool:
    return word.kind == "" or (verb != "contact" and word.kind == kind)
