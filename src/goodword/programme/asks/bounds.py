"""How much may be asked of one person, and how much was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from goodword.programme.asks.models import Limit, PastLoad, Reservation
from goodword.programme.asks.models.load import first_day_of_quarter
from goodword.programme.people.models import Person
from goodword.programme.permissions.kinds import Policy

_INTO_THE_NEXT = timedelta(days=100)  # from a quarter's first day: no quarter is longer, and no two are that short


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a person bears.

    Attributes:
        asks_a_quarter: asks in a calendar quarter, over all kinds and teams.
        rest_days: days after an ask in which nobody asks them again.
        days_between: days before an ask in which nobody asked them: their own wish; 0 for none.
        not_now_days: days in which nobody asks them again for anything after they answered "not now".
        points_a_quarter: what the asks of a calendar quarter may weigh together.
        load: what the ask in question weighs.
        rest_of_kind: days after it in which nobody asks them again, unless they say no to it; `rest_days` if those are
            more.
    """

    asks_a_quarter: int = 2
    rest_days: int = 45
    not_now_days: int = 90
    days_between: int = 0
    points_a_quarter: int = 12
    load: int = 1
    rest_of_kind: int = 0

    def for_kind(self, kind: Policy) -> Self:
        """The same for an ask of one kind of act, which weighs what that kind weighs and lets them rest as long."""
        return replace(self, load=kind.load, rest_of_kind=kind.rest_days)

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
        points: what each ask weighs, in the order of the days; 1 each where it is left out.
    """

    asked: tuple[date, ...] = ()
    rests_until: date | None = None
    points: tuple[int, ...] = ()

    def asked_in_quarter(self, day: date) -> int:
        """How often they were asked in the calendar quarter of a day."""
        quarter = first_day_of_quarter(day)
        return sum(first_day_of_quarter(one) == quarter for one in self.asked)

    def points_in_quarter(self, day: date) -> int:
        """What the asks of the calendar quarter of a day weigh."""
        quarter, points = first_day_of_quarter(day), self.points or (1,) * len(self.asked)
        return sum(load for one, load in zip(self.asked, points, strict=True) if first_day_of_quarter(one) == quarter)

    def full(self, day: date, bounds: Bounds) -> bool:
        """Whether the calendar quarter of a day holds as many asks as it bears."""
        return self.asked_in_quarter(day) >= bounds.asks_a_quarter

    def too_heavy(self, day: date, bounds: Bounds) -> bool:
        """Whether an ask would weigh too much beside those of its quarter; a quarter without any bears every kind."""
        there = self.points_in_quarter(day)
        return there > 0 and there + bounds.load > bounds.points_a_quarter

    def opens_on(self, day: date, bounds: Bounds) -> date:
        """The first day, this one or a later one, on which rest, cap and their own limit leave room for an ask."""
        opens = max(day, self.rests_until or day)
        if self.asked and bounds.days_between:
            opens = max(opens, self.asked[0] + timedelta(days=bounds.days_between))
        while bounds.asks_a_quarter and (self.full(opens, bounds) or self.too_heavy(opens, bounds)):
            opens = first_day_of_quarter(first_day_of_quarter(opens) + _INTO_THE_NEXT)
        return opens


def load_of(person_id: str) -> Load:
    """What asks and acts cost a human being so far, under all their ids; three questions to the database."""
    there = Person.objects.same_as(person_id)
    reserved = Reservation.objects.standing().filter(person__in=there)
    told = reserved.values_list("reserved_on", "load", "rests_until", "rests_at_least", "ask__answer__answer")
    # Whoever said no to an ask rests as after any, not as after a heavy one.
    places = [
        (day, load, least if least and said and said != "accepted" else until) for day, load, until, least, said in told
    ]
    past = list(PastLoad.objects.filter(person__in=there).values_list("happened_on", "load", "rests_until", "kind"))
    asked = [(day, load) for day, load, _ in places]
    asked += [(day, load) for day, load, _, kind in past if kind == PastLoad.ASK]
    asked.sort(reverse=True)
    rests: Iterable[date] = [until for *_, until in places] + [until for _, _, until, _ in past]
    return Load(tuple(day for day, _ in asked), max(rests, default=None), tuple(load for _, load in asked))
