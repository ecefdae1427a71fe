"""Matching: all open needs together, bounds that hold, and a reason for whatever is not met."""

import random
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.matching.facts import Bar, Known, Published, Rules, Wanted
from goodword.finding.matching.points import fits
from goodword.finding.matching.proposing import Proposals, propose
from goodword.finding.matching.solving import solve
from tests.finding.matching.cast import CALL, DAY, chosen, fitting, in_the_way, matched, need, someone


def test_whoever_fits_best_is_chosen_and_the_others_stand_behind() -> None:
    found = matched([need()], [someone("hemi", fits=fitting(role="CIO")), someone("wiremu")])
    assert chosen(found) == {1: "wiremu"}
    assert [(one.place, one.person_id) for one in found.proposals] == [(1, "wiremu"), (2, "hemi")]


def test_two_needs_are_both_met_where_first_come_first_served_would_meet_one() -> None:
    both = someone("both")
    only_food = someone("food", fits=fitting(role="Nurse", use_cases=("Stock count",)))
    narrow, wide = need(1), need(2, role="", use_case="")
    assert chosen(matched([wide, narrow], [both, only_food])) == {1: "both", 2: "food"}


def test_the_urgent_need_goes_first_and_the_other_is_told_why() -> None:
    found = matched([need(1), need(2, urgent=True, role="Head of Finance")], [someone("hemi")])
    assert chosen(found) == {2: "hemi"}
    assert in_the_way(found) == {"taken": 1}


def test_nobody_is_proposed_who_may_not_be_asked_and_the_reason_says_from_when() -> None:
    bars = {
        "ana": {CALL: Bar("resting", DAY + timedelta(days=9))},
        "ben": {CALL: Bar("resting", DAY + timedelta(days=4))},
        "cem": {CALL: Bar("capped")},
    }
    found = matched([need()], [someone(name, bars=some) for name, some in bars.items()])
    assert found.proposals == []
    assert [(one.code, one.people, one.opens_on) for one in found.obstacles] == [
        ("resting", 2, date(2026, 11, 23)),
        ("capped", 1, None),
    ]


def test_a_bar_is_of_its_kind_of_act_only() -> None:
    assert chosen(matched([need()], [someone("hemi", bars={"quote": Bar("denied")})])) == {1: "hemi"}


def test_whoever_was_declined_is_not_proposed_again_for_that_need() -> None:
    found = matched([need(1, declined={"hemi"}), need(2)], [someone("hemi")])
    assert chosen(found) == {2: "hemi"}
    assert in_the_way(found) == {"declined": 1}


def test_of_one_account_no_more_are_asked_at_a_time_than_the_limit() -> None:
    people = [someone("ana", account_id="oriel"), someone("ben", account_id="oriel")]
    found = matched([need(1), need(2)], people)
    assert len(chosen(found)) == 1
    [left] = {1, 2} - set(chosen(found))
    assert in_the_way(found, left) == {"account-limit": 1, "taken": 1}
    assert len(chosen(matched([need(1), need(2)], people, an_account=2))) == 2
    assert in_the_way(matched([need()], people, open_of={"oriel": 1})) == {"account-limit": 2}


def test_people_of_no_known_account_do_not_stand_in_each_others_way() -> None:
    people = [someone("ana", account_id=""), someone("ben", account_id="")]
    assert len(chosen(matched([need(1), need(2)], people))) == 2


def test_nobody_carries_more_than_the_share() -> None:
    found = matched([need()], [someone("hemi", asked=3), someone("far", fits=fitting(industry="Energy"))])
    assert chosen(found) == {1: "far"}
    assert in_the_way(found) == {"share": 1}
    assert chosen(matched([need()], [someone("hemi", asked=3)], floor=4)) == {1: "hemi"}


def test_whoever_was_asked_less_goes_first_among_equals() -> None:
    assert chosen(matched([need()], [someone("often", asked=2), someone("seldom", asked=1)])) == {1: "seldom"}


def test_a_need_that_nobody_fits_is_told_what_would_help() -> None:
    people = [someone(f"p{number}", fits=fitting(industry="Energy", use_cases=("Stock count",))) for number in range(3)]
    found = matched([need()], people)
    assert in_the_way(found) == {"nobody-fits": 0}
    assert [(one.name, one.people) for one in found.helps] == [("industry", 3), ("use_case", 3)]


def test_no_people_at_all_is_an_answer_too() -> None:
    found = matched([need()], [])
    assert in_the_way(found) == {"nobody-fits": 0}
    assert matched([], [someone("hemi")]) == Proposals([], [], [])


def test_a_story_serves_any_number_of_needs_unless_it_was_declined() -> None:
    told = Published(story_id=7, fits=fitting())
    off = Published(story_id=8, fits=fitting(industry="Energy", use_cases=("Stock count",)))
    found = matched([need(1), need(2), need(3, declined={"story-7"})], [], told, off)
    assert [(one.need_id, one.story_id, one.place) for one in found.proposals] == [(1, 7, 1), (2, 7, 1)]


def test_somebody_who_was_never_asked_is_tried_out_where_the_lot_says_so() -> None:
    people = [someone("known", asked=1, likelihood={CALL: 0.6}), someone("new", fits=fitting(role="Head of Finance"))]
    assert chosen(matched([need()], people, exploring=0.0)) == {1: "known"}
    assert chosen(matched([need()], people, exploring=1.0)) == {1: "new"}


def test_what_is_not_known_of_somebody_does_not_block_them() -> None:
    someone_unknown = someone("new", fits=fitting(role=""), qualified=None)
    assert chosen(matched([need()], [someone_unknown])) == {1: "new"}


_INDUSTRIES = ("Food and drink", "Energy", "")


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Wanted], list[Known], Rules]:
    """Some needs, some people and some rules."""
    needs = [
        need(
            number,
            industry=draw(st.sampled_from(_INDUSTRIES)),
            role=draw(st.sampled_from(("CFO", "Nurse", ""))),
            urgent=draw(st.booleans()),
            declined=frozenset(draw(st.sets(st.sampled_from(("p0", "p1", "p2")), max_size=1))),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    people = [
        someone(
            f"p{number}",
            account_id=draw(st.sampled_from(("a", "b", "c", ""))),
            fits=fitting(industry=draw(st.sampled_from(_INDUSTRIES)), role=draw(st.sampled_from(("CFO", "Nurse", "")))),
            bars={CALL: Bar("resting")} if draw(st.booleans()) and draw(st.booleans()) else {},
            likelihood={CALL: draw(st.sampled_from((0.1, 0.5, 0.9)))},
            asked=draw(st.integers(0, 4)),
        )
        for number in range(draw(st.integers(0, 7)))
    ]
    rules = Rules(
        an_account=draw(st.integers(1, 2)),
        open_of={"a": draw(st.integers(0, 2))},
        exploring=draw(st.sampled_from((0.0, 0.5))),
        seed=draw(st.text(max_size=3)),
    )
    return needs, people, rules


@given(worlds())
def test_no_bound_is_ever_passed(world: tuple[list[Wanted], list[Known], Rules]) -> None:
    needs, people, rules = world
    by_id, by_need = {one.person_id: one for one in people}, {one.need_id: one for one in needs}
    found = propose(needs, people, [], day=DAY, rules=rules)
    picked = chosen(found)
    assert len(set(picked.values())) == len(picked)
    accounts = [by_id[person].account_id for person in picked.values() if by_id[person].account_id]
    for account in set(accounts):
        assert accounts.count(account) + rules.open_of.get(account, 0) <= rules.an_account
    for one in found.proposals:
        person = by_id[one.person_id]
        assert CALL not in person.bars
        assert person.person_id not in by_need[one.need_id].declined
        assert person.asked < max(rules.floor, int(rules.share * (sum(p.asked for p in people) + len(needs))))
        assert 0 <= one.fit_low <= one.fit_high <= 1


@given(worlds())
def test_each_need_is_met_or_says_what_is_in_the_way(world: tuple[list[Wanted], list[Known], Rules]) -> None:
    needs, people, rules = world
    found = propose(needs, people, [], day=DAY, rules=rules)
    for one in needs:
        assert one.need_id in chosen(found) or in_the_way(found, one.need_id)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_changes_nothing(
    world: tuple[list[Wanted], list[Known], Rules], shuffler: random.Random
) -> None:
    needs, people, rules = world
    before = propose(needs, people, [], day=DAY, rules=rules)
    shuffler.shuffle(needs)
    shuffler.shuffle(people)
    assert propose(needs, people, [], day=DAY, rules=rules) == before


@given(worlds())
def test_one_more_person_never_costs_an_urgent_need(world: tuple[list[Wanted], list[Known], Rules]) -> None:
    needs, people, rules = world
    urgent = {one.need_id for one in needs if one.urgent}
    before = len(urgent & set(chosen(propose(needs, people, [], day=DAY, rules=rules))))
    people.append(someone("one-more", account_id="b"))
    assert len(urgent & set(chosen(propose(needs, people, [], day=DAY, rules=rules)))) >= before


@given(worlds())
def test_no_other_pairing_counts_more(world: tuple[list[Wanted], list[Known], Rules]) -> None:
    """Tried against every pairing there is, with all people able rather than the list worth a look."""
    needs, people, rules = world
    needs, people = needs[:3], people[:5]
    found = fits(needs, [one.fits for one in people])
    solved = solve(needs, people, found, rules, days_left=[None] * len(needs))
    best = max(_counts(pairing, needs, people, rules, solved.worth) for pairing in _pairings(solved.able))
    ours = _counts(tuple(solved.paired.get(row, -1) for row in range(len(needs))), needs, people, rules, solved.worth)
    assert ours == pytest.approx(best, abs=1e-4)


def _pairings(able: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> list[tuple[int, ...]]:
    pairings: list[tuple[int, ...]] = [()]
    for row in able:
        options = [-1, *np.flatnonzero(row).tolist()]
        pairings = [(*one, at) for one in pairings for at in options if at < 0 or at not in one]
    return pairings


def _counts(
    pairing: tuple[int, ...],
    needs: list[Wanted],
    people: list[Known],
    rules: Rules,
    worth: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> tuple[int, float]:
    accounts = [people[at].account_id for at in pairing if at >= 0 and people[at].account_id]
    if any(accounts.count(one) > max(rules.an_account - rules.open_of.get(one, 0), 0) for one in accounts):
        return -1, 0.0
    urgent = sum(needs[row].urgent for row, at in enumerate(pairing) if at >= 0)
    return urgent, float(sum(1 + worth[row, at] for row, at in enumerate(pairing) if at >= 0))
