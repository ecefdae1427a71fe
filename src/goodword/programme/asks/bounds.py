"""How much may be asked of one person, and how much was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from goodword.programme.asks.models import Limit, PastLoad, Reservation
from goodword.programme.asks.models.load import first_day_of_quarter
from goodword.programme.people.models import Person

_INTO_THE_NEXT = timedelta(days=100)  # from a quarter's first day: no quarter is longer, and no two are that short


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a person bears.

    Attributes:
        asks_a_quarter: asks in a calendar quarter, over all kinds and teams.
        rest_days: days after an ask in which nobody asks them again.
        days_between: days before an ask in which nobody asked them: their own wish; 0 for none.
        not_now_days: days in which nobody asks them again for anything after they answered "not now".
    """

    asks_a_quarter: int = 2
    rest_days: int = 45
    not_now_days: int = 90
    days_between: int = 0

    def within(self, limit: Limit | None) -> Self:
        """Ours and theirs together: whichever is the less."""
        if limit is None:
            return self
        asks = self.asks_a_quarter if limit.asks_a_quarter is None else min(self.asks_a_quarter, limit.asks_a_quarter)
        between = max(self.days_between, limit.days_between or 0)
        return replace(self, asks_a_quarter=asks, days_between=between)


@dataclass(frozen=True, slots=True)
class Load:
    """What asks and acts cost a person so far.

    Attributes:
        asked: the days on which they were asked, the newest first.
        rests_until: the first day on which none of it lets them rest any more; None where nothing does.
    """

    asked: tuple[date, ...] = ()
    rests_until: date | None = None

    def asked_in_quarter(self, day: date) -> int:
        """How often they were asked in the calendar quarter of a day."""
        quarter = first_day_of_quarter(day)
        return sum(first_day_of_quarter(one) == quarter for one in self.asked)

    def opens_on(self, day: date, bounds: Bounds) -> date:
        """The first day, this one or a later one, on which rest, cap and their own limit leave room for an ask."""
        opens = max(day, self.rests_until or day)
        if self.asked and bounds.days_between:
            opens = max(opens, self.asked[0] + timedelta(days=bounds.days_between))
        while bounds.asks_a_quarter and self.asked_in_quarter(opens) >= bounds.asks_a_quarter:
            opens = first_day_of_quarter(first_day_of_quarter(opens) + _INTO_THE_NEXT)
        return opens


def load_of(person_id: str) -> Load:
    """What asks and acts cost a human being so far, under all their ids; three questions to the database."""
    there = Person.objects.same_as(person_id)
    reserved = list(Reservation.objects.standing().filter(person__in=there).values_list("reserved_on", "rests_until"))
    past = list(PastLoad.objects.filter(person__in=there).values_list("happened_on", "rests_until", "kind"))
    asked = [day for day, _ in reserved] + [day for day, _, kind in past if kind == PastLoad.ASK]
    rests: Iterable[date] = [until for _, until in reserved] + [until for _, until, _ in past]
    return Load(tuple(sorted(asked, reverse=True)), max(rests, default=None))
