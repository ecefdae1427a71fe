"""The worked tables of docs/algorithms, run: what a page says a rule computes is what it computes."""

from pathlib import Path
from typing import Any

import pytest

from tests.finding.identity.employment.whereabouts import spells_in
from tests.finding.signals.facts import ago, answer, day_ago, find, person, remark, text, use

type Row = dict[str, Any]
type Facts = dict[str, list[Row]]

PAGES = Path(__file__).parents[3] / "docs" / "algorithms"
OUTCOME = {"metric": "time", "before": "5 days", "after": "1 day", "unit": None}


def nps(*answers: tuple[float, int], complaint: bool = False) -> Facts:
    """Answers as score and days before today, at noon."""
    rows = [answer(f"r{age:03}", score, ago(age + 0.5)) for score, age in answers]
    latest = rows[-1]["response_id"]
    return {"responses": rows, "remarks": [remark(latest, "complaint")] if complaint else []}


def spoken(kind: str, age: int, channel: str, title: str | None, **more: object) -> Facts:
    return {
        "remarks": [{**remark("r", kind, polarity=0.8), **more}],
        "texts": [text("r", ago(age + 0.5), channel=channel)],
        "persons": [person("ada", title=title)],
    }


def answers(*given: tuple[int, bool], mutual: bool = False) -> Facts:
    """Answers to as many others, as days before today and whether accepted."""
    posts: list[Row] = []
    for number, (age, accepted) in enumerate(given):
        question = {"post_id": f"q{number}", "kind": "question", "person_id": f"asker {number}", "at": ago(300)}
        reply = {"post_id": f"a{number}", "kind": "answer", "person_id": "ada", "parent_id": f"q{number}"}
        posts += [question, {**reply, "at": ago(age + 0.5), "accepted": accepted}]
    if mutual:
        posts.append({"post_id": "own", "kind": "question", "person_id": "ada", "at": ago(300)})
        posts.append({"post_id": "back", "kind": "answer", "person_id": "asker 0", "at": ago(100), "parent_id": "own"})
    return {"posts": posts}


def moved(signed: int, *, used: int | None = None, dated: bool = True) -> Facts:
    def contract(account_id: str, age: int) -> Row:
        return {"contract_id": account_id, "account_id": account_id, "kind": "new", "signed_on": day_ago(age)}

    def spell(account_id: str, start: int) -> Row:
        return {
            "record_id": account_id,
            "person_key": "ada",
            "person_id": "ada",
            "account_id": account_id,
            "started_on": day_ago(start),
        }

    here = {"person_key": "ada", "person_id": "ada", "account_id": "acme"}
    told = {
        "employments": [spell("orbit", 2000), *([spell("acme", 800)] if dated else [])],
        "people": [] if dated else [here],
        "accounts": [{"account_id": name, "name": name.title()} for name in ("orbit", "acme")],
    }
    return {
        "spells": spells_in(told),
        "persons": [person("ada")],
        "contracts": [contract("orbit", 1900), contract("acme", signed)],
        "usage": [] if used is None else [use(ago(used + 0.5))],
    }


def grown(before: float | None, now: float, age: int, tenure: int) -> Facts:
    def contract(name: str, kind: str, arr: float | None, signed: int) -> Row:
        return {"contract_id": name, "account_id": "acme", "kind": kind, "arr": arr, "signed_on": day_ago(signed)}

    contracts = [contract("first", "new", before, age + tenure), contract("again", "renewal", now, age)]
    return {"contracts": contracts, "persons": [person("ada", pays=True)]}


WORKED: list[tuple[str, str, Facts]] = [
    ("promoter", "10, today", nps((10, 0))),
    ("promoter", "9, today", nps((9, 0))),
    ("promoter", "9, 182 days ago", nps((9, 182))),
    ("promoter", "9 a year ago, 10 in spring, 10 today", nps((9, 364), (10, 200), (10, 0))),
    ("promoter", "10 today, with a complaint and no praise", nps((10, 0), complaint=True)),
    ("win", "praise in a ticket, today", spoken("praise", 0, "ticket", None)),
    ("win", "praise in a ticket, 182 days ago", spoken("praise", 182, "ticket", None)),
    ("win", "a win in an e-mail, today", spoken("win", 0, "email", "Analyst")),
    ("win", "a win with its outcome, today", spoken("win", 0, "email", "Analyst", outcome=OUTCOME)),
    ("win", "the same by a CFO in a business review", spoken("win", 0, "ebr", "CFO", outcome=OUTCOME)),
    ("champion", "three answers to three people, today", answers((0, False), (0, False), (0, False))),
    ("champion", "the same, one of them accepted", answers((0, False), (0, True), (0, False))),
    ("champion", "three answers, 30 days ago", answers((30, False), (30, False), (30, False))),
    ("champion", "four answers today, one to somebody who helped back", answers(*[(0, False)] * 4, mutual=True)),
    ("repeat_customer", "the new account signed today", moved(0)),
    ("repeat_customer", "the new account signed today, and they use it today", moved(0, used=0)),
    ("repeat_customer", "the new account signed 700 days ago", moved(700)),
    ("repeat_customer", "an old customer, they use it today", moved(1000, used=0)),
    ("repeat_customer", "the same, from an undated row of people", moved(1000, used=0, dated=False)),
    ("growth", "renewed today for 1 % more, customer for a year", grown(100, 101, 0, 365)),
    ("growth", "renewed today for 20 % more, customer for a year", grown(100, 120, 0, 365)),
    ("growth", "renewed today for 60 % more, customer for six years", grown(100, 160, 0, 2200)),
    ("growth", "renewed 60 days ago for 20 % more, customer for a year", grown(100, 120, 60, 365)),
]


@pytest.mark.parametrize(("rule", "told", "facts"), WORKED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_worked_strength_is_what_the_rule_computes(rule: str, told: str, facts: Facts) -> None:
    strength = find(rule, facts)[0]["strength"]
    assert f"| {told} | {strength:.2f} |" in (PAGES / f"{rule}.md").read_text(encoding="utf-8")


def test_the_worked_crowd_of_the_super_user_page_is_what_the_rule_computes() -> None:
    """Eleven people: p1 is active on 6 days, p2 on 7 ... p11 on 16; the last three use both features."""
    usage = [
        use(ago(day + 0.5), f"p{number}", feature)
        for number in range(1, 12)
        for day in range(number + 5)
        for feature in (["board", "chart"] if number > 8 else ["board"])
    ]
    page = (PAGES / "super_user.md").read_text(encoding="utf-8")
    rows = {row["person_id"]: row for row in find("super_user", {"usage": usage})}
    assert set(rows) == {"p10", "p11"}
    for name, row in rows.items():
        cells = (row["active_days"], row["frequency_percentile"], row["features_used"], row["breadth_percentile"])
        days, often, features, broad = cells
        line = f"| {name} | {days:.0f} | {often:.2f} | {features:.0f} of 2 | {broad:.2f} | {row['strength']:.2f} |"
        assert line in page


def test_the_worked_holds_end_when_their_page_says() -> None:
    ticket = {"interaction_id": "i", "channel": "ticket", "priority": "urgent", "account_id": "acme", "at": ago(60)}
    resolved = [{**ticket, "resolved_at": ago(3.5)}, {**ticket, "resolved_at": ago(5.5)}]
    untils = [find("urgent_ticket", {"interactions": [row]})[0]["until"] for row in resolved]
    assert [str(until) for until in untils] == ["2026-11-23", "2026-11-20"]
    low = find("low_nps", {"responses": nps((3, 364))["responses"]})[0]["until"]
    asked = {"ask_id": "a", "person_id": "ada", "kind": "talk", "asked_on": day_ago(44)}
    rested = find("resting", {"ledger_asks": [asked]})[0]["until"]
    assert [str(low), str(rested)] == ["2026-11-20", "2026-11-20"]
    assert (str(day_ago(364)), str(day_ago(44))) == ("2025-11-20", "2026-10-06")
