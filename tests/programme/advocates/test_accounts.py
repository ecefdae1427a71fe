"""What is published of accounts is what one would count by looking at each of their people."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from goodword.evidence.records.findings import RENEWALS
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import (
    KIND_BITS,
    STATES,
    Generation,
    Hold,
    ListedAccount,
    ListedPerson,
    Remark,
)
from goodword.programme.advocates.publishing.accounts import SPOKE
from goodword.programme.advocates.roster import of_account
from tests.world import TODAY, Cast, the_cast

THEMES = ("speed", "trust", "month-end close")
FACTS = st.fixed_dictionaries(
    {
        "account": st.sampled_from(["a0", "a1", "a2", "gone", None]),
        "kinds": st.sets(st.sampled_from(sorted(KIND_BITS)), max_size=3),
        "held": st.sampled_from(["", "resting", "complaint", "opted_out"]),
        "held_for": st.sampled_from([None, None, "logo"]),
        "likely": st.sampled_from([None, 0.2, 0.5, 0.7]),
        "words": st.lists(
            st.tuples(
                st.integers(0, 40),
                st.sampled_from(["praise", "win", "complaint", "wish"]),
                st.lists(st.sampled_from(THEMES), max_size=3),
            ),
            max_size=3,
        ),
        "spells": st.lists(
            st.tuples(st.sampled_from(["a0", "a1", None]), st.integers(1, 300), st.booleans()), max_size=3
        ),
        "left": st.booleans(),
    }
)


def cast_of(people: list[dict[str, Any]]) -> Cast:
    """Three accounts, the last of which nobody may be at, and these people."""
    cast = Cast()
    for number in range(3):
        cast.account(f"a{number}", f"Account {2 - number}", 1000.0 * number, owner_email="leila@northwind.example")
    for number, facts in enumerate(people):
        who = f"p{number}"
        cast.person(who, f"Person {number}", "Analyst", facts["account"], left_on=TODAY if facts["left"] else None)
        for place, (days, kind, themes) in enumerate(facts["words"]):
            at = f"{TODAY - timedelta(days=days)}T09:00"
            cast.said(who, f"t-{number}-{place}", "It works.", "It works.", at=at, kind=kind, themes=tuple(themes))
        signals = [cast.signal(who, kind, "2026-11-18T09:00") for kind in sorted(facts["kinds"])]
        if facts["held"]:
            cast.hold(who, facts["held"], "They rest.", act_kind=facts["held_for"])
        if facts["likely"]:
            cast.likely(who, {"quote": (0.1, facts["likely"], 0.9)}, signals)
        began = date(2020, 1, 1)
        for account, days, ended in facts["spells"]:
            end = began + timedelta(days=days)
            company, until = None if account else "Elsewhere", end.isoformat() if ended else None
            cast.job(who, company, "Analyst", began.isoformat(), until, account_id=account)
            began = end + timedelta(days=1)
    return cast


def left_and_came(cast: Cast, account_id: str) -> Counter[tuple[str, date]]:
    """Who left an account or came to it and when, counted row by row in the ledger."""
    findings = cast.findings()
    spells, moves = findings.spells.to_pylist(), findings.moves.to_pylist()
    by_id = {spell["spell_id"]: spell for spell in spells}
    found: Counter[tuple[str, date]] = Counter()
    for move in moves:
        before = by_id[move["from_spell_id"]]
        found["came", move["moved_not_after"]] += move["to_account_id"] == account_id
        if before["ended_by"]:
            found["left", before["ended_not_after"]] += before["account_id"] == account_id
    for person in {spell["person_id"] for spell in spells}:
        there = [one for one in spells if (one["person_id"], one["account_id"]) == (person, account_id)]
        if not there or not all(one["ended_by"] for one in there):
            continue
        last = max(there, key=lambda one: (one["ended_not_after"], one["started_on"]))
        away = [one for one in moves if (one["person_id"], one["from_account_id"]) == (person, account_id)]
        found["left", last["ended_not_after"]] += all(one["moved_not_after"] < last["started_on"] for one in away)
    return +found


class AnyPeople(TestCase):
    @settings(max_examples=25)
    @given(st.lists(FACTS, max_size=14))
    def test_what_an_account_shows_is_what_its_people_come_to(self, people: list[dict[str, Any]]) -> None:
        cast = cast_of(people)
        generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint=repr(people))
        everybody = list(ListedPerson.objects.within(generation).order_by("rank"))
        accounts = list(ListedAccount.objects.of(generation.number).order_by("rank"))
        first = {
            one.account_id: next((p.rank for p in everybody if p.account_id == one.account_id), 99) for one in accounts
        }
        assert [one.account_id for one in accounts] == sorted(first, key=lambda one: (first[one], -int(one[1])))
        for account in accounts:
            theirs = [person for person in everybody if person.account_id == account.account_id]
            assert_counted(generation, account, theirs)
            assert_moves(cast, account)


def assert_counted(generation: Generation, account: ListedAccount, theirs: list[ListedPerson]) -> None:
    assert account.people == len(theirs)
    assert account.states == {state: sum(person.state == state for person in theirs) for state in STATES}
    bits = {kind: sum(bool(person.kinds & bit) for person in theirs) for kind, bit in KIND_BITS.items()}
    assert account.kinds == {kind: count for kind, count in bits.items() if count}
    assert of_account(generation, "members", account.rank).tolist() == [person.rank for person in theirs]
    ids = [person.person_id for person in theirs]
    remarks = list(Remark.objects.within(generation).filter(person_id__in=ids))
    assert account.said == Counter(remark.kind for remark in remarks)
    good = [remark for remark in remarks if remark.kind in {"praise", "win"}]
    themes = Counter(theme for remark in good for theme in set(remark.themes))
    in_order = sorted(themes.items(), key=lambda item: (-item[1], item[0]))
    assert [(one["theme"], one["count"]) for one in account.themes] == in_order
    for one in account.themes:
        assert_theme(one, remarks)
    spoke = sorted((p for p in theirs if p.words), key=lambda p: (p.words or {})["at"], reverse=True)[:SPOKE]
    listed = {person.rank: person for person in theirs}
    found = [listed[place] for place in of_account(generation, "spoke", account.rank).tolist()]
    assert [(p.words or {})["at"] for p in found] == [(p.words or {})["at"] for p in spoke]
    holds = list(Hold.objects.within(generation).filter(person_id__in=ids))
    assert {one["code"]: one["people"] for one in account.holds} == Counter(hold.code for hold in holds)
    for one in account.holds:
        assert any((hold.person_id, hold.hold_id) == (one["person_id"], one["hold_id"]) for hold in holds)


def assert_theme(told: dict[str, Any], remarks: list[Remark]) -> None:
    of_it = [remark for remark in remarks if told["theme"] in remark.themes]
    good = [remark for remark in of_it if remark.kind in {"praise", "win"}]
    assert told["people"] == len({remark.person_id for remark in good})
    assert told["complaints"] == sum(remark.kind == "complaint" for remark in of_it)
    assert told["wishes"] == sum(remark.kind == "wish" for remark in of_it)
    (newest,) = [one for one in good if (one.person_id, one.remark_id) == (told["person_id"], told["remark_id"])]
    assert newest.at == max(one.at for one in good if one.at)


def assert_moves(cast: Cast, account: ListedAccount) -> None:
    wanted = left_and_came(cast, account.account_id)
    ways = Counter(way for way, _ in wanted.elements())
    assert (account.moves["left"], account.moves["came"]) == (ways["left"], ways["came"])
    days = sorted((on.isoformat() for _, on in wanted.elements()), reverse=True)
    assert [one["not_after"] for one in account.moves["newest"]] == days[:10]


def moves_of(cast: Cast) -> dict[str, dict[str, Any]]:
    """What is told of the moves of each account."""
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint=f"{len(cast.sightings)} sightings")
    return {one.account_id: one.moves for one in ListedAccount.objects.of(generation.number)}


def move(way: str, on: str | None, company: str, account_id: str = "", **more: str | None) -> dict[str, str | None]:
    """A move of Olena's as an account tells it."""
    bounds = {"not_before": on, "not_after": on}
    told = {"way": way, "person_id": "olena", "on": on, **bounds, "company": company, "host": ""}
    return {**told, "account_id": account_id, **more}


@pytest.mark.django_db
def test_who_went_where_is_told_with_the_account_where_it_is_known() -> None:
    cast = the_cast()
    cast.job("olena", "Kestrel Freight", "Planner", "2019-01-01", "2021-06-30")
    cast.job("olena", "Polder Rail", "Planner", "2021-07-01", "2024-12-31")
    cast.job("olena", "Zephyr Mobility", "Planner", "2025-01-01")
    told = moves_of(cast)
    assert move("left", "2021-06-30", "Polder Rail") in told["kestrel"]["newest"]
    assert move("came", "2025-01-01", "Polder Rail") in told["zephyr"]["newest"]


@pytest.mark.django_db
def test_a_move_keeps_what_is_not_certain_of_its_days() -> None:
    cast = the_cast()
    cast.seen("olena", "listed", table="people", account_id="oriel", ended_on=date(2026, 5, 3))
    cast.seen("olena", "wrote_from", table="interactions", on="2026-06-20", email="olena@polder.example")
    cast.seen("olena", "wrote_from", table="interactions", on="2026-06-21", email="olena@polder.example")
    cast.seen("amara", "wrote_from", table="interactions", on="2026-06-21", email="amara@polder.example")
    assert moves_of(cast)["oriel"]["newest"] == [move("left", "2026-05-03", "", host="polder.example")]
    cast.seen("olena", "listed", table="people", account_id="teawa")
    cast.seen("olena", "deal_role", table="deals", on="2026-06-20", account_id="teawa")
    bounds: dict[str, str | None] = {"not_before": "2026-05-03", "not_after": "2026-06-20"}
    assert move("came", None, "Oriel Foods", "oriel", **bounds) in moves_of(cast)["teawa"]["newest"]


@pytest.mark.django_db
def test_a_new_name_another_account_of_one_company_and_who_is_still_there_are_no_moves() -> None:
    cast = the_cast()
    cast.former.append({"account_id": "oriel", "field": "name", "value": "Oriel & Sons"})
    cast.account("oriel-uk", "Oriel Foods UK", parent_account_id="oriel")
    cast.job("olena", "Oriel & Sons", "Planner", "2018-01-01", "2020-12-31")
    cast.job("olena", "Oriel Foods", "Planner", "2021-01-01", "2023-12-31")
    cast.job("olena", "Oriel Foods UK", "Head of Planning", "2024-01-01")
    told = moves_of(cast)
    for account in ("oriel", "oriel-uk"):
        assert told[account] == {"left": 0, "came": 0, "newest": []}


@pytest.mark.django_db
def test_who_comes_back_and_leaves_again_left_twice() -> None:
    cast = the_cast()
    cast.job("olena", None, "Planner", "2018-01-01", "2019-12-31", account_id="oriel")
    cast.job("olena", None, "Planner", "2020-01-01", "2021-12-31", account_id="teawa")
    cast.job("olena", None, "Planner", "2022-01-01", "2023-12-31", account_id="oriel")
    told = moves_of(cast)["oriel"]
    assert told["newest"] == [
        move("left", "2023-12-31", ""),
        move("came", "2022-01-01", "Te Awa Dairy", "teawa"),
        move("left", "2019-12-31", "Te Awa Dairy", "teawa"),
    ]


@pytest.mark.django_db
def test_an_account_carries_what_its_record_says_and_until_when_its_contracts_run() -> None:
    cast = the_cast()
    cast.account("acme", "Acme", 5.0, owner_email=" Leila@Northwind.example ", industry="Retail", segment="SMB",
                 country="DE", plan="Pro", status="active", started_on=date(2020, 2, 3), domains=["acme.example"],
                 parent_account_id="oriel")  # fmt: skip
    findings = cast.findings()
    renewals = pa.table({"account_id": ["acme"], "renews_on": [date(2027, 1, 31)]}, schema=RENEWALS.arrow())
    tables = {name: getattr(findings, name) for name in Findings.__slots__}
    generation = publish_findings(Findings(**tables | {"renewals": renewals}), as_of=TODAY, fingerprint="acme")
    acme = ListedAccount.objects.of(generation.number).get(account_id="acme")
    assert (acme.owner_email, acme.industry, acme.segment, acme.country) == (
        "leila@northwind.example",
        "Retail",
        "SMB",
        "DE",
    )
    assert (acme.plan, acme.status, acme.started_on, acme.renews_on) == (
        "Pro",
        "active",
        date(2020, 2, 3),
        date(2027, 1, 31),
    )
    assert (acme.arr, acme.currency, acme.domains, acme.parent_account_id) == (5.0, "EUR", ["acme.example"], "oriel")
    assert generation.counts["segments"] == ["SMB"]
