from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.finding.identity.employment.whereabouts import moves_in, spells_in
from tests.finding.signals.facts import AS_OF, ago, day_ago

type Row = dict[str, Any]
type World = dict[str, list[Row]]

ORBIT, ACME = "orbit", "acme"
ACCOUNTS: list[Row] = [
    {"account_id": ORBIT, "name": "Orbit", "domains": ["orbit.example"]},
    {"account_id": ACME, "name": "Acme", "domains": ["acme.example"]},
]


def job(where: str | None, start: int | None, end: int | None = None, **more: object) -> Row:
    return {
        "record_id": f"{where} {start} {end} {more.get('company_name')}",
        "person_key": "ada",
        "person_id": "ada",
        "account_id": where,
        "started_on": None if start is None else day_ago(start),
        "ended_on": None if end is None else day_ago(end),
        **more,
    }


def listed(where: str | None, *emails: str, left: int | None = None, **more: object) -> Row:
    return {
        "person_key": f"ada at {where}",
        "person_id": "ada",
        "account_id": where,
        "emails": list(emails),
        "left_on": None if left is None else day_ago(left),
        "received_at": AS_OF,
        **more,
    }


def wrote(email: str, days: float, **more: object) -> Row:
    row = {"interaction_id": f"{email} {days}", "at": ago(days + 0.5), "channel": "ticket", "person_id": "ada"}
    return {**row, "email": email, **more}


def bounced(email: str, days: float) -> Row:
    return wrote(email, days, channel="email", direction="out", status="bounced", interaction_id=f"back {email} {days}")


def told(**facts: list[Row]) -> World:
    return {"accounts": ACCOUNTS, **facts}


def ends(spell: Row, which: str) -> tuple[date | None, date | None, date | None, str | None, str | None]:
    on, early, late, by, table = (spell[f"{which}_{part}"] for part in ("on", "not_before", "not_after", "by", "table"))
    return on, early, late, by, table


def test_a_row_of_employments_is_a_spell_with_its_days_and_its_record() -> None:
    (spell,) = spells_in(told(employments=[job(ORBIT, 900, 400, title="Buyer")]))
    assert (spell["account_id"], spell["title"], spell["stated"], spell["problems"]) == (ORBIT, "Buyer", True, [])
    assert ends(spell, "started") == (day_ago(900), day_ago(900), day_ago(900), "crm_history", "employments")
    assert ends(spell, "ended") == (day_ago(400), day_ago(400), day_ago(400), "crm_history", "employments")
    assert spell["ended_id"] == spell["record_id"] == "orbit 900 400 None"


def test_an_employer_known_by_name_is_the_account_of_that_name() -> None:
    (spell,) = spells_in(told(employments=[job(None, 900, company_name="ORBIT GmbH")]))
    assert (spell["account_id"], spell["company_name"]) == (ORBIT, "ORBIT GmbH")


def test_an_explicit_last_day_ends_a_spell_that_an_employment_leaves_open() -> None:
    (spell,) = spells_in(told(employments=[job(ORBIT, 900)], people=[listed(ORBIT, left=30)]))
    assert ends(spell, "ended") == (day_ago(30), day_ago(30), day_ago(30), "left_on", "people")
    again = [job(ORBIT, 900), {**listed(ORBIT), "person_key": "another entry"}]
    (spell,) = spells_in(told(employments=again[:1], people=[listed(ORBIT, left=30), again[1]]))
    assert ends(spell, "ended") == (None, None, None, None, None)


def test_a_mail_that_came_back_bounds_the_end() -> None:
    mine = [listed(ORBIT, "ada@orbit.example")]
    letters = [wrote("ada@orbit.example", 90), bounced("ada@orbit.example", 20), bounced("ada@orbit.example", 5)]
    (spell,) = spells_in(told(people=mine, interactions=letters))
    assert ends(spell, "ended") == (None, day_ago(90), day_ago(20), "bounced", "interactions")
    assert spell["ended_id"] == "back ada@orbit.example 20"
    for sign_of_life in (wrote("ada@orbit.example", 2), wrote("ada.l@orbit.example", 2, interaction_id="x")):
        people = [listed(ORBIT, "ada@orbit.example", "ada.l@orbit.example")]
        (spell,) = spells_in(told(people=people, interactions=[*letters, sign_of_life]))
        assert spell["ended_by"] is None


def test_a_new_address_on_a_ticket_or_a_post_tells_of_a_move_between_two_days() -> None:
    people = [listed(ORBIT, "ada@orbit.example", "ada@acme.example", left=40)]
    post = {"post_id": "p", "kind": "topic", "person_id": "ada", "email": "ada@acme.example", "at": ago(10.5)}
    for facts in ({"interactions": [wrote("Ada@Acme.example", 10)]}, {"posts": [post]}):
        (move,) = moves_in(told(people=people, **facts))
        assert (move["from_account_id"], move["to_account_id"]) == (ORBIT, ACME)
        assert (move["moved_not_before"], move["moved_not_after"]) == (day_ago(40), day_ago(10))
        assert move["approximate"] is True


def test_who_is_seen_elsewhere_has_left_unless_seen_again() -> None:
    people = [listed(ORBIT, "ada@orbit.example", "ada@acme.example")]
    letters = [wrote("ada@orbit.example", 300), wrote("ada@orbit.example", 100), wrote("ada@acme.example", 50)]
    orbit, acme = spells_in(told(people=people, interactions=letters))
    assert (orbit["account_id"], acme["account_id"]) == (ORBIT, ACME)
    assert ends(orbit, "ended") == (None, day_ago(100), day_ago(50), "moved_on", "interactions")
    assert len(moves_in(told(people=people, interactions=letters))) == 1
    back = [*letters, wrote("ada@orbit.example", 20)]
    assert [spell["ended_by"] for spell in spells_in(told(people=people, interactions=back))] == [None, None]


def test_a_deal_for_another_buyer_tells_of_a_move() -> None:
    deal = {
        "deal_id": "d", "created_on": day_ago(20), "prospect_name": "Acme Ltd", "person_key": "ada", "person_id": "ada"
    }  # fmt: skip
    facts = told(employments=[job(ORBIT, 900, 60)], deals=[deal])
    (move,) = moves_in(facts)
    assert (move["to_account_id"], move["moved_not_after"]) == (ACME, day_ago(20))
    assert spells_in(facts)[-1]["started_by"] == "deal_role"


def test_usage_at_another_account_is_a_spell_and_a_mention_is_none() -> None:
    use = {"at": ago(10), "account_id": ACME, "person_id": "ada", "feature": "board"}
    assert len(spells_in(told(employments=[job(ORBIT, 900, 60)], usage=[use]))) == 2
    call = {"interaction_id": "c", "at": ago(10), "channel": "call", "account_id": ACME, "person_id": "ada"}
    assert len(spells_in(told(employments=[job(ORBIT, 900, 60)], interactions=[call]))) == 1


def test_an_address_on_one_forwarded_mail_proves_nothing() -> None:
    people = [listed(ORBIT, "ada@orbit.example")]
    once = told(people=people, interactions=[wrote("ben@acme.example", 10)])
    assert [spell["account_id"] for spell in spells_in(once)] == [ORBIT]
    twice = told(people=people, interactions=[wrote("ada@acme.example", 10), wrote("ada@acme.example", 3)])
    assert {spell["account_id"] for spell in spells_in(twice)} == {ORBIT, ACME}


@pytest.mark.parametrize("free", ["gmail.com", "qq.com", "users.noreply.github.com"])
def test_free_mail_and_vanity_domains_never_decide(free: str) -> None:
    people = [listed(ORBIT, "ada@orbit.example", f"ada@{free}", "ada@lovelace.example")]
    letters = [wrote(f"ada@{free}", 10), wrote("ada@lovelace.example", 5), wrote(f"ada@{free}", 2)]
    facts = told(people=people, interactions=letters)
    assert [spell["account_id"] for spell in spells_in(facts)] == [ORBIT]
    assert not moves_in(facts)


def test_addresses_without_dates_are_no_move() -> None:
    both = listed(None, "ada@orbit.example", "ada@acme.example")
    assert len(spells_in(told(people=[both]))) == 2
    assert not moves_in(told(people=[both]))
    at_orbit = told(people=[both], employments=[job(ORBIT, 900)])
    assert [spell["account_id"] for spell in spells_in(at_orbit)] == [ORBIT]
    left = told(people=[both], employments=[job(ORBIT, 900, 100)])
    assert [move["to_account_id"] for move in moves_in(left)] == [ACME]


RENAMES: list[World] = [
    {"account_history": [{"account_id": ACME, "field": "name", "value": "Orbit", "valid_from": day_ago(5000)}]},
    {"account_history": [{"account_id": ACME, "field": "domain", "value": "orbit.example", "valid_from": day_ago(9)}]},
    {"accounts": [{**ACCOUNTS[0], "parent_account_id": ACME}, ACCOUNTS[1]]},
    {"accounts": [ACCOUNTS[0], {**ACCOUNTS[1], "name": "ORBIT Ltd."}]},
]


@pytest.mark.parametrize("rename", RENAMES)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=6, deadline=None, derandomize=True)
def test_a_rename_or_an_acquisition_never_makes_a_move(rename: World, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a repeatable world, no secret
    facts = told(
        employments=[
            job(chance.choice([ORBIT, ACME, None]), chance.randint(500, 900), company_name=name)
            for name in chance.sample(["Orbit", "Acme", "orbit gmbh", "ACME, Inc."], 3)
        ],
        people=[listed(chance.choice([ORBIT, ACME]), "ada@orbit.example", "ada@acme.example", left=9)],
        interactions=[wrote(chance.choice(["ada@orbit.example", "ada@acme.example"]), days) for days in (300, 200, 7)],
    )  # fmt: skip
    assert not moves_in({**facts, **rename})


def test_reversed_dates_are_kept_as_bounds_and_said() -> None:
    (spell,) = spells_in(told(employments=[job(ORBIT, 400, 900)]))
    assert spell["problems"] == ["reversed_dates"]
    assert ends(spell, "started") == (None, day_ago(900), day_ago(400), "crm_history", "employments")
    assert ends(spell, "ended") == (None, day_ago(900), day_ago(400), "crm_history", "employments")


def test_reversed_dates_make_no_move_that_may_not_have_been() -> None:
    swapped = job(ORBIT, 400, 900)
    assert not moves_in(told(employments=[swapped, job(ACME, 600)]))
    assert not moves_in(told(employments=[swapped, job(ACME, 600, 500)]))
    before, after = (moves_in(told(employments=[swapped, other])) for other in (job(ACME, 2000, 1000), job(ACME, 300)))
    assert [move["to_account_id"] for move in (*before, *after)] == [ORBIT, ACME]


def test_overlapping_dates_are_kept_and_said() -> None:
    spells = spells_in(told(employments=[job(ORBIT, 900, 300), job(ACME, 500, 100)]))
    assert [spell["problems"] for spell in spells] == [["overlaps"], ["overlaps"]]
    apart = spells_in(told(employments=[job(ORBIT, 900, 500), job(ACME, 500)]))
    assert [spell["problems"] for spell in apart] == [[], []]


def test_a_side_job_within_another_is_no_move() -> None:
    assert not moves_in(told(employments=[job(ORBIT, 900, 100), job(ACME, 500, 300)]))
    assert moves_in(told(employments=[job(ORBIT, 900, 300), job(ACME, 500, 100)]))


def test_an_account_nobody_knows_and_a_name_that_names_nobody_stay() -> None:
    odd = [job("gone", 900, 500), job(None, 400, 200, company_name="self-employed"), job(ACME, 100)]
    spells = spells_in(told(employments=odd))
    assert [spell["problems"] for spell in spells] == [["unknown_account"], ["no_company"], []]
    assert [move["to_account_id"] for move in moves_in(told(employments=odd))] == [ACME]


def test_employers_with_a_last_day_only_come_in_the_order_of_these() -> None:
    rows = [job(None, None, days, company_name=name) for name, days in (("One", 900), ("Two", 500), ("Three", None))]
    moves = moves_in(told(employments=rows))
    assert [(move["moved_not_before"], move["moved_not_after"]) for move in moves] == [
        (day_ago(900), None), (day_ago(500), None)
    ]  # fmt: skip
    assert all(move["approximate"] for move in moves)


def test_a_person_with_three_hundred_addresses_is_one_person_with_their_companies() -> None:
    emails = [f"ada{n}@{domain}" for n in range(100) for domain in ("orbit.example", "acme.example", "gmail.com")]
    spells = spells_in(told(people=[listed(None, *emails)], interactions=[wrote(email, 50) for email in emails]))
    assert {spell["account_id"] for spell in spells} == {ORBIT, ACME}


def test_what_happens_after_the_day_is_not_known() -> None:
    early = AS_OF - timedelta(days=200)
    facts = told(
        employments=[job(ORBIT, 900, 100), job(ACME, 90)],
        people=[listed(ORBIT, "ada@orbit.example", "ada@acme.example", left=100)],
        interactions=[wrote("ada@acme.example", 50)],
    )
    (spell,) = spells_in(facts, as_of=early)
    assert (spell["account_id"], spell["ended_by"]) == (ORBIT, None)
    assert not moves_in(facts, as_of=early)
    assert len(moves_in(facts)) == 1


@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_order_repetition_and_delay_of_rows_do_not_matter(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a repeatable world, no secret
    once, again = _life(chance), {}
    for name, rows in once.items():
        more = rows + ([] if name in {"accounts", "usage"} else chance.choices(rows, k=2))
        again[name] = [{**row, "received_at": datetime(2027, 1, 1)} for row in chance.sample(more, len(more))]
    assert spells_in(again) == spells_in(once)
    assert moves_in(again) == moves_in(once)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_nothing_is_lost_and_bounds_hold_their_day(seed: int) -> None:
    facts = _life(Random(seed))  # noqa: S311 - a repeatable world, no secret
    spells = spells_in(facts)
    stated = {spell["record_id"] for spell in spells if spell["stated"]}
    assert stated == {row["record_id"] for row in facts["employments"]}
    assert len({spell["spell_id"] for spell in spells}) == len(spells)
    for spell in spells:
        for which in ("started", "ended"):
            on, early, late, by, table = ends(spell, which)
            assert on is None or early == on == late
            assert early is None or late is None or early <= late
            assert (by is None) == (table is None) == (on is None and early is None and late is None)
    known = {spell["spell_id"]: spell for spell in spells}
    for move in moves_in(facts):
        assert known[move["from_spell_id"]]["company_id"] != known[move["to_spell_id"]]["company_id"]


def _life(chance: Random) -> World:
    def days() -> int | None:
        return chance.choice([None, chance.randint(1, 900)])

    names = ["Orbit", "Acme Ltd", "Elsewhere", "n/a"]
    emails = ["ada@orbit.example", "ada@acme.example", "ada@gmail.com"]
    return told(
        employments=[
            {
                **job(chance.choice([ORBIT, ACME, None, "gone"]), days(), days(), company_name=chance.choice(names)),
                "record_id": f"e{number}",
            }
            for number in range(4)
        ],
        people=[
            {**listed(chance.choice([ORBIT, ACME, None]), *chance.sample(emails, 2), left=days()), "person_key": key}
            for key in ("one", "two")
        ],
        interactions=[wrote(chance.choice(emails), chance.randint(1, 900)) for _ in range(4)]
        + [bounced(chance.choice(emails), chance.randint(1, 900))],
        usage=[
            {"at": ago(chance.randint(1, 900)), "account_id": ORBIT, "person_id": "ada", "feature": "board"}
            for _ in range(2)
        ],
    )
