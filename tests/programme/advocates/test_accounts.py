"""What is published of accounts is what one would count by looking at each of their people."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
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
            cast.job(who, "Elsewhere", "Analyst", began.isoformat(), end.isoformat() if ended else None)
            cast.rows["employments"][-1]["account_id"] = account
            began = end + timedelta(days=1)
    return cast


def left_and_came(spells: list[dict[str, Any]]) -> Counter[tuple[str, str, date]]:
    """Who left or came where, of the spells of one person, in their order."""
    found: Counter[tuple[str, str, date]] = Counter()
    for one, after in [*pairwise(spells), *((spells[-1], None),)] if spells else ():
        stays = after is not None and after["account_id"] == one["account_id"]
        if one["account_id"] and one["ended_on"] and not stays:
            found["left", one["account_id"], one["ended_on"]] += 1
        if after is not None and after["account_id"] and not stays:
            found["came", after["account_id"], after["started_on"]] += 1
    return found


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
            assert_moves(cast, account, [person.person_id for person in theirs])


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
    assert account.themes == [{"theme": theme, "count": count} for theme, count in in_order]
    spoke = sorted((p for p in theirs if p.words), key=lambda p: (p.words or {})["at"], reverse=True)[:SPOKE]
    listed = {person.rank: person for person in theirs}
    found = [listed[place] for place in of_account(generation, "spoke", account.rank).tolist()]
    assert [(p.words or {})["at"] for p in found] == [(p.words or {})["at"] for p in spoke]
    holds = list(Hold.objects.within(generation).filter(person_id__in=ids))
    assert {one["code"]: one["people"] for one in account.holds} == Counter(hold.code for hold in holds)
    for one in account.holds:
        assert any((hold.person_id, hold.hold_id) == (one["person_id"], one["hold_id"]) for hold in holds)


def assert_moves(cast: Cast, account: ListedAccount, theirs: list[str]) -> None:
    wanted: Counter[tuple[str, str, date]] = Counter()
    for person in cast.rows["persons"]:
        spells = [row for row in cast.rows["employments"] if row["person_id"] == person["person_id"]]
        moved = left_and_came(spells)
        told = any(way == "left" and where == account.account_id for way, where, _ in moved)
        if person["left_on"] and person["person_id"] in theirs and not told:
            moved["left", account.account_id, person["left_on"]] += 1
        wanted += Counter({move: count for move, count in moved.items() if move[1] == account.account_id})
    ways = Counter(way for way, _, _ in wanted.elements())
    assert (account.moves["left"], account.moves["came"]) == (ways["left"], ways["came"])
    days = sorted((on.isoformat() for _, _, on in wanted.elements()), reverse=True)
    assert [one["on"] for one in account.moves["newest"]] == days[:10]


@pytest.mark.django_db
def test_who_went_where_is_told_with_the_account_where_it_is_known() -> None:
    cast = the_cast()
    for company, account, began, ended in (
        ("Kestrel", "kestrel", "2019-01-01", "2021-06-30"),
        ("Polder Rail", None, "2021-07-01", "2024-12-31"),
        ("Zephyr", "zephyr", "2025-01-01", None),
    ):
        cast.job("olena", company, "Planner", began, ended)
        cast.rows["employments"][-1]["account_id"] = account
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="moves")
    told = {one.account_id: one.moves for one in ListedAccount.objects.of(generation.number)}
    assert told["kestrel"]["newest"] == [
        {"way": "left", "person_id": "olena", "on": "2021-06-30", "company": "Polder Rail", "account_id": ""}
    ]
    assert told["zephyr"]["newest"] == [
        {"way": "came", "person_id": "olena", "on": "2025-01-01", "company": "Polder Rail", "account_id": ""}
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
