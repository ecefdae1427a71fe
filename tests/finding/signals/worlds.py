"""Small random customer bases, for what must hold of every rule whatever the facts."""

from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Any

from tests.finding.identity.employment.whereabouts import spells_in
from tests.finding.signals.facts import ago, answer, day_ago, person, remark, text, use

type Row = dict[str, Any]
type World = dict[str, list[Row]]

PEOPLE = [f"p{number:02}" for number in range(16)]
ACCOUNTS = ["acme", "orbit", "helio"]
_KINDS = ["praise", "win", "thanks", "complaint", "wish"]
_TITLES = [None, "CEO", "Analyst", "Head of IT", "Product owner"]


def world(chance: Random, *, newest: float = 0.0, oldest: float = 400.0, tag: str = "") -> World:
    """Facts that happened from `oldest` to `newest` days before the end of today; negative days lie after it.

    Args:
        chance: where the facts come from.
        newest: the least age of a fact, in days.
        oldest: the greatest age of a fact, in days.
        tag: goes into every id, so that two worlds can be put together.
    """
    return {
        **_who(chance, newest, oldest, tag),
        **_said(chance, newest, oldest, tag),
        **_sold(chance, newest, oldest, tag),
        "usage": _uses(chance, newest, oldest),
        "posts": _posts(chance, newest, oldest, tag),
    }


def _uses(chance: Random, newest: float, oldest: float) -> list[Row]:
    near = min(oldest, 150.0)
    return [
        use(ago(chance.uniform(newest, near)), chance.choice([*PEOPLE, None]), chance.choice("abcde"), account_id=where)
        for _ in range(400)
        for where in [chance.choice(ACCOUNTS)]
    ]


def _posts(chance: Random, newest: float, oldest: float, tag: str) -> list[Row]:
    return [
        {
            "post_id": f"{tag}{number}",
            "kind": chance.choice(["question", "answer", "answer", "topic", "reply"]),
            "person_id": chance.choice([*PEOPLE[:8], None]),
            "at": ago(chance.uniform(newest, oldest)),
            "parent_id": f"{tag}{chance.randrange(60)}",
            "accepted": chance.choice([True, False, None]),
            "likes": chance.choice([None, 0, 3]),
        }
        for number in range(60)
    ]


def _said(chance: Random, newest: float, oldest: float, tag: str) -> World:
    def when() -> datetime:
        return ago(chance.uniform(newest, oldest))

    records = [f"{tag}r{number}" for number in range(40)]
    interactions = [
        {
            "interaction_id": f"{tag}i{number}",
            "at": when(),
            "channel": chance.choice(["ticket", "ticket", "ebr", "email"]),
            "direction": chance.choice(["in", "out", None]),
            "person_id": chance.choice([*PEOPLE, None]),
            "account_id": chance.choice([*ACCOUNTS, None]),
            "priority": chance.choice(["high", "urgent", None]),
            "status": chance.choice(["open", "resolved", None]),
            "resolved_at": chance.choice([None, when()]),
            "csat": chance.choice([None, 1.0, 5.0]),
        }
        for number in range(20)
    ]
    surveys = [
        answer(r, chance.randint(0, 10), when(), chance.choice(PEOPLE), survey=chance.choice(["nps", "nps", "csat"]))
        for r in records
    ]
    remarks = [
        remark(r, chance.choice(_KINDS), start=9 * n, polarity=chance.uniform(-1, 1)) for r in records for n in range(2)
    ]
    texts = [
        text(r, when(), chance.choice(PEOPLE), channel=chance.choice(["survey", "ebr"]), account_id=None)
        for r in records
    ]
    return {"responses": surveys, "interactions": interactions, "remarks": remarks, "texts": texts}


def _sold(chance: Random, newest: float, oldest: float, tag: str) -> World:
    def on() -> date:
        return ago(chance.uniform(newest, oldest)).date() if newest >= 0 else day_ago(-chance.randint(1, 300))

    contracts = [
        {
            "contract_id": f"{tag}c{number}",
            "account_id": chance.choice(ACCOUNTS),
            "kind": chance.choice(["new", "renewal", "renewal", "expansion", "contraction", "churn"]),
            "signed_on": on(),
            "ends_on": chance.choice([None, day_ago(chance.randint(-90, 200))]),
            "arr": chance.choice([None, 100.0, 150.0]),
            "product": chance.choice([None, "x"]),
        }
        for number in range(10)
    ]
    asks = [
        {
            "ask_id": f"{tag}k{number}",
            "person_id": chance.choice(PEOPLE),
            "kind": chance.choice(["talk", "quote"]),
            "asked_on": on(),
            "rests_until": None if number % 3 else day_ago(number * 10 - 100),
        }
        for number in range(20)
    ]
    answers = [
        {"ask_id": ask["ask_id"], "answer": chance.choice(["not_now", "never", "accepted"]), "answered_on": on()}
        for ask in asks
    ]
    acts = [
        {"act_id": f"{tag}x{n}", "person_id": chance.choice(PEOPLE), "kind": "talk", "done_on": on()} for n in range(8)
    ]
    return {"contracts": contracts, "ledger_asks": asks, "ledger_answers": answers, "ledger_acts": acts}


def _who(chance: Random, newest: float, oldest: float, tag: str) -> World:
    def on() -> date:
        return ago(chance.uniform(newest, oldest)).date() if newest >= 0 else day_ago(-chance.randint(1, 300))

    history = [
        {"account_id": chance.choice(ACCOUNTS), "field": field, "value": chance.choice(values), "valid_from": on()}
        for field, values in (
            ("plan", ["small", "big", None]),
            ("status", ["active", "prospect"]),
            ("name", ["Old", "New"]),
        )
        for _ in range(3)
    ]
    jobs = [
        {
            "record_id": f"{tag}e{number}",
            "person_key": who,
            "person_id": who,
            "account_id": chance.choice(ACCOUNTS),
            "started_on": on(),
        }
        for number in range(30)
        for who in [chance.choice(PEOPLE)]
    ]
    happened: World = {"account_history": history}
    if newest < 0:
        return happened
    latest = _latest(chance, on)
    told: World = {
        "employments": jobs,
        "account_history": history,
        **{name: latest[name] for name in ("accounts", "people")},
    }
    return {**happened, **latest, "spells": spells_in(told)}


def _latest(chance: Random, on: Callable[[], date]) -> World:
    """What bears no date, so that there is nothing of it in the future."""
    features = [{"feature": name, "plan": chance.choice([None, "small", "big"])} for name in "abcd"]
    accounts = [{"account_id": name, "name": name, "plan": chance.choice(["small", "big", None])} for name in ACCOUNTS]
    persons = [
        person(
            who,
            chance.choice([*ACCOUNTS, None]),
            title=chance.choice(_TITLES),
            pays=chance.choice([True, False, None]),
            influence=chance.choice(["high", "low", None]),
            opted_out_on=chance.choice([None, None, on()]),
        )
        for who in PEOPLE
    ]
    people = [
        {"person_key": row["person_id"], "person_id": row["person_id"], "account_id": row["account_id"]}
        for row in persons
    ]
    return {
        "features": features,
        "accounts": accounts,
        "persons": persons,
        "people": people,
    }
