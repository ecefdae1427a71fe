"""A small cast for matching: who they are is said once, what a test is about it says itself."""

from datetime import date
from typing import Any

from goodword.finding.matching.facts import Fitting, Known, Published, Rules, Wanted
from goodword.finding.matching.proposing import Proposals, propose

DAY = date(2026, 11, 19)
CALL = "reference_call"


def need(number: int = 1, **more: Any) -> Wanted:  # noqa: ANN401  # the fields of a need
    """A need of a food company's finance, unless it says otherwise."""
    about: dict[str, Any] = {"industry": "Food and drink", "role": "CFO", "use_case": "Month-end close"}
    return Wanted(need_id=number, act_kind=CALL, **about | more)


def fitting(**more: Any) -> Fitting:  # noqa: ANN401  # as above
    """Somebody whom that need fits in each point, unless it says otherwise."""
    about: dict[str, Any] = {"industry": "Food and drink", "role": "CFO", "use_cases": ("Month-end close",)}
    return Fitting(**about | more)


def someone(name: str, *, fits: Fitting | None = None, **more: Any) -> Known:  # noqa: ANN401  # as above
    """Somebody who fits and is free, of an account of their own unless it says otherwise."""
    about: dict[str, Any] = {"person_id": name, "account_id": f"of-{name}", "fits": fits or fitting()}
    return Known(**about | more)


def matched(needs: list[Wanted], people: list[Known], *stories: Published, **rules: Any) -> Proposals:  # noqa: ANN401
    """What a matching comes to as of DAY."""
    about: dict[str, Any] = {"exploring": 0.0, "seed": "a seed"}
    return propose(needs, people, list(stories), day=DAY, rules=Rules(**about | rules))


def chosen(found: Proposals) -> dict[int, str]:
    """Who was chosen for which need."""
    return {one.need_id: one.person_id for one in found.proposals if one.chosen}


def in_the_way(found: Proposals, number: int = 1) -> dict[str, int]:
    """What keeps how many from a need."""
    return {one.code: one.people for one in found.obstacles if one.need_id == number}
