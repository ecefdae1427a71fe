"""How what is known compares with what is wanted, one field at a time: the same, near, different, or not known."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from goodword.finding.matching.facts import Fitting, Wanted
from goodword.finding.matching.places import countries, neighbours
from goodword.finding.matching.roles import role_of


class State(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


ALIKE, CLOSE = 2, 4
"""Companies are as large where one has at most so many times the people of the other; near up to the second."""

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("and of the for in to a an & und der die das et de la le y e".split())


def name(wanted: str, there: str) -> State:
    """Compare two names, such as industries: the same words in any order, or some of them."""
    if not there:
        return State.UNKNOWN
    one, other = _words(wanted), _words(there)
    if one == other or " ".join(wanted.casefold().split()) == " ".join(there.casefold().split()):
        return State.SAME
    return State.NEAR if one & other else State.DIFFERENT


def one_of(wanted: str, there: Iterable[str]) -> State:
    """Compare a name with several: the best of them counts."""
    found = {name(wanted, one) for one in there if one}
    return next((state for state in (State.SAME, State.NEAR, State.DIFFERENT) if state in found), State.UNKNOWN)


def size(wanted: int | None, there: int | None) -> State:
    """Compare how many people two companies have, by how many times the one is the other."""
    if not there or not wanted:
        return State.UNKNOWN
    times = max(wanted / there, there / wanted)
    return State.SAME if times <= ALIKE else State.NEAR if times <= CLOSE else State.DIFFERENT


def place(wanted: str, country: str, region: str) -> State:
    """Compare a country or region with where a company is."""
    if not country and not region:
        return State.UNKNOWN
    asked, there = countries(wanted), countries(country) or countries(region)
    if asked and there:
        if there <= asked:
            return State.SAME
        near = asked.union(*(neighbours(one) for one in asked)) if len(asked) == 1 else asked
        return State.NEAR if there & near else State.DIFFERENT
    return State.SAME if _words(wanted) in (_words(country), _words(region)) else State.DIFFERENT


def role(wanted: str, there: str) -> State:
    """Compare roles: the same part of the company and as high up, or one of the two near."""
    if not there:
        return State.UNKNOWN
    one, other = role_of(wanted), role_of(there)
    if one.words == other.words:
        return State.SAME
    same_part = bool(one.parts & other.parts) or (not one.parts and bool(one.words & other.words))
    if not same_part:
        return State.DIFFERENT
    return State.SAME if one.rank == other.rank or one.words <= other.words else State.NEAR


def language(wanted: str, there: Iterable[str]) -> State:
    """Compare languages by the first part of their codes."""
    spoken = {one.casefold().partition("-")[0] for one in there if one}
    if not spoken:
        return State.UNKNOWN
    return State.SAME if wanted.casefold().partition("-")[0] in spoken else State.DIFFERENT


_FIELDS: dict[str, Callable[[Wanted, Fitting], State]] = {
    "industry": lambda need, there: name(need.industry, there.industry),
    "employees": lambda need, there: size(need.employees, there.employees),
    "region": lambda need, there: place(need.region, there.country, there.region),
    "role": lambda need, there: role(need.role, there.role),
    "product": lambda need, there: _if_said(one_of(need.product, there.products), there),
    "use_case": lambda need, there: _if_said(one_of(need.use_case, there.use_cases), there),
    "competitor": lambda need, there: _if_said(one_of(need.competitor, there.replaced), there),
    "language": lambda need, there: language(need.language, there.languages),
}


def compared(field: str, wanted: Wanted, there: Fitting) -> State:
    """Compare one field of a need, which must say something, with somebody or something.

    Raises:
        KeyError: no need has such a field.
    """
    return _FIELDS[field](wanted, there)


def _if_said(state: State, there: Fitting) -> State:
    """What somebody did not speak of may be so all the same."""
    return State.UNKNOWN if state is State.DIFFERENT and there.heard else state


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _SMALL
