"""Solving beside other ways to the same end: an integer programme over all pairs, greedy orders, one need alone."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from goodword.finding.matching.facts import Bar, Known, Rules, Wanted
from goodword.finding.matching.points import fits
from goodword.finding.matching.proposing import propose
from goodword.finding.matching.solving import MEETS, Solution, solve
from tests.finding.matching.cast import CALL, DAY, chosen, fitting, in_the_way, need, someone

type World = tuple[list[Wanted], list[Known], Rules]


@st.composite
def towns(draw: st.DrawFn) -> World:
    """More needs than most days have open, and few enough accounts that they are in each other's way."""
    rng = random.Random(draw(st.integers(0, 10_000)))  # noqa: S311  # made-up people, no secret
    industries, roles = ("Food and drink", "Energy", "Retail", ""), ("CFO", "Nurse", "Head of Finance", "")
    needs = [
        need(number, industry=rng.choice(industries), role=rng.choice(roles), urgent=rng.random() < 0.3)
        for number in range(rng.randrange(2, 13))
    ]
    people = [
        someone(
            f"p{number:02}",
            account_id=rng.choice(("a", "b", "c", "d", "e", "")),
            fits=fitting(industry=rng.choice(industries), role=rng.choice(roles)),
            bars={CALL: Bar("resting")} if rng.random() < 0.2 else {},
            likelihood={CALL: rng.random()},
            asked=rng.randrange(4),
        )
        for number in range(rng.randrange(2, 31))
    ]
    return (
        needs,
        people,
        Rules(an_account=rng.randrange(1, 4), open_of={"a": 1}, share=0.0, seed="a town", exploring=0.2),
    )


def solved(world: World) -> Solution:
    needs, people, rules = world
    return solve(needs, people, fits(needs, [one.fits for one in people]), rules, days_left=[None] * len(needs))


def counts(world: World, found: Solution, paired: dict[int, int]) -> tuple[int, float]:
    """How many urgent needs a pairing meets, then what it is worth."""
    return sum(world[0][row].urgent for row in paired), sum(MEETS + found.worth[row, at] for row, at in paired.items())


def room(world: World, at: int) -> tuple[str, int]:
    """The account of somebody, or themselves where none is known, and how many of it may be asked."""
    _needs, people, rules = world
    account = people[at].account_id
    return account or people[at].person_id, rules.an_account - rules.open_of.get(account, 0) if account else 1


@given(towns())
def test_an_integer_programme_over_all_pairs_finds_nothing_better(world: World) -> None:
    found = solved(world)
    rows, columns = np.nonzero(found.able)
    if not len(rows):
        assert found.pairs == ()
        return
    owners = [room(world, at) for at in columns.tolist()]
    names = [*(f"need {row}" for row in rows), *(f"person {at}" for at in columns), *(f"of {one}" for one, _ in owners)]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    most = np.ones(len(numbers))
    for one, left in owners:
        most[numbers[f"of {one}"]] = left
    places = np.tile(np.arange(len(rows)), 3)
    table = sparse.csr_array((np.ones(len(names)), ([numbers[name] for name in names], places)))
    gain = found.worth[rows, columns] + MEETS + 1_000 * np.array([world[0][row].urgent for row in rows])
    best = milp(
        -gain,
        constraints=LinearConstraint(table, ub=most),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(rows), dtype=np.int64),
    )
    urgent, worth = counts(world, found, found.paired)
    assert best.fun is not None
    assert 1_000 * urgent + worth == pytest.approx(-best.fun, abs=1e-4)


@given(towns(), st.randoms(use_true_random=False))
def test_no_order_of_first_come_first_served_does_better(world: World, shuffler: random.Random) -> None:
    found, order = solved(world), list(range(len(world[0])))
    shuffler.shuffle(order)
    paired: dict[int, int] = {}
    taken: list[str] = []
    for row in order:
        free = [
            at
            for at in np.flatnonzero(found.able[row]).tolist()
            if at not in paired.values() and taken.count(room(world, at)[0]) < room(world, at)[1]
        ]
        if free:
            paired[row] = max(free, key=lambda at, row=row: found.worth[row, at])  # type: ignore[misc]
            taken.append(room(world, paired[row])[0])
    urgent, worth = counts(world, found, found.paired)
    theirs = counts(world, found, paired)
    assert urgent > theirs[0] or (urgent == theirs[0] and worth >= theirs[1] - 1e-4)


@given(towns())
def test_a_need_loses_to_others_just_where_it_would_be_met_alone(world: World) -> None:
    needs, people, rules = world
    together = propose(needs, people, [], day=DAY, rules=rules)
    for one in needs:
        if one.need_id in chosen(together):
            continue
        alone = chosen(propose([one], people, [], day=DAY, rules=rules))
        reasons = in_the_way(together, one.need_id)
        if alone:
            assert {"taken", "account-limit"} & reasons.keys()
        else:
            assert "taken" not in reasons
