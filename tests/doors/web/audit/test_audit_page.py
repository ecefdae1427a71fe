"""The audit trail as a page."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditCheck, AuditEntry
from goodword.programme.team.roles import RIGHTS, Right, Role
from goodword.programme.team.trail import record
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]  # a response


def numbers(answer: object) -> list[int]:
    found = re.findall(r'<span class="num">(\d+)</span></span>\s*</p>', answer.content.decode())  # type: ignore[attr-defined]  # a response
    return [int(number) for number in found]


def write(count: int, door: str = "cli") -> None:
    for number in range(count):
        actor = Actor("console", "", "", door)
        record(
            actor, "change", "setting", f"key-{number}", before={"value": 1, "same": 0}, after={"value": 2, "same": 0}
        )


def test_an_entry_says_who_did_what_and_what_was_before(reader: Client) -> None:
    reader.post("/settings/holds.resting.days/change/", {"value": "60", "do": "save", "reason": "people are tired"})
    page = reader.get("/audit/?noun=setting")
    told = text(page)
    assert "Leila Haddad leila@northwind.example · changed the setting Resting: Rest" in told
    assert "Value 45 days → became 60 days" in told
    assert "Why: people are tired" in told
    assert 'href="/settings/holds.resting.days/"' in page.content.decode()


def test_what_stayed_the_same_is_left_out(reader: Client) -> None:
    write(1)
    page = reader.get("/audit/?noun=setting").text
    assert re.findall(r"<dt>(\w+)</dt>", page) == ["Value"]


def test_the_trail_is_paged_both_ways_without_gaps(reader: Client) -> None:
    write(60)
    everything = list(AuditEntry.objects.order_by("-number").values_list("number", flat=True))
    first = reader.get("/audit/")
    seen = numbers(first)
    assert seen == everything[:25]
    second = reader.get(f"/audit/?older={seen[-1]}")
    assert numbers(second) == everything[25:50]
    assert numbers(reader.get(f"/audit/?newer={numbers(second)[0]}")) == everything[:25]
    assert numbers(reader.get("/audit/?older=nonsense")) == everything[:25]


def test_filters_narrow_it_and_unknown_words_narrow_nothing(reader: Client) -> None:
    write(2, door="api")
    assert "api" in text(reader.get("/audit/?door=api"))
    assert len(numbers(reader.get("/audit/?door=api"))) == 2
    assert len(numbers(reader.get("/audit/?object_id=key-1"))) == 1
    assert "Nothing fits" in text(reader.get("/audit/?who=nobody-here"))
    assert numbers(reader.get("/audit/?verb=nonsense&since=soon")) == numbers(reader.get("/audit/"))
    assert "Nothing fits" in text(reader.get("/audit/?until=2001-01-01"))


def test_the_head_says_whether_the_chain_holds_once_somebody_looked(reader: Client) -> None:
    write(2)
    assert "Nobody has checked the chain yet." in text(reader.get("/audit/"))
    page = text(reader.post("/audit/check/", follow=True))
    assert "The chain holds." in page
    assert AuditEntry.objects.order_by("-number")[0].digest in page
    write(1)
    assert "1 entry came since." in text(reader.get("/audit/"))


def test_a_break_is_told_before_anything_else(reader: Client) -> None:
    AuditCheck.objects.create(
        at="2026-11-19T09:00Z",
        first=1,
        last=9,
        digest="x",
        breaks=1,
        sentence="Entry 4 was changed after it was written.",
    )
    told = text(reader.get("/audit/"))
    assert "The trail is not what it was. Entry 4 was changed after it was written." in told


def test_only_those_who_may_see_the_trail_see_it() -> None:
    for role in (role for role in Role if role is not Role.ADVOCATE):
        window = window_of(let_in(f"{role}@northwind.example", role))
        expected = 200 if Right.SEE_AUDIT in RIGHTS[role] else 403
        assert window.get("/audit/").status_code == expected
        assert window.post("/audit/check/").status_code == (302 if expected == 200 else 403)


def test_the_page_asks_the_database_as_often_for_many_entries_as_for_few(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    write(30)
    reader.get("/audit/")
    with django_assert_max_num_queries(20):
        reader.get("/audit/")
