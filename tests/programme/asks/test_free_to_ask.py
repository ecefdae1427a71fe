"""What a change of a kind would do is counted for everybody at once, and says what the gate says one by one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.actions.post_load import Cost, post_load
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.free_to_ask import everybody, free_to_ask
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import Person
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.models import ActKind
from goodword.runs.kinds import free_before_and_after
from tests.permissions import CONSOLE, forbids, person
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

BOUNDS = Bounds(asks_a_quarter=3, rest_days=5)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def one_by_one(kind: str, day: date) -> set[str]:
    people: Iterable[Person] = Person.objects.filter(root=None)
    return {one.pk for one in people if may_ask(one, kind, day=day, bounds=BOUNDS) is None}


def much_happened() -> None:
    """Answers of every sort, limits, denials, records, a merge: all that the gate looks at."""
    Person.objects.create(person_id="also-selin", name="Selin Y.")
    merge_people("selin", "also-selin", by=CONSOLE, reason="one address")
    for who, kind, said in (("hemi", "talk", "not_now"), ("selin", "quote", "never"), ("rhiannon", "talk", "declined")):
        made = ask_person(who, kind, day=TODAY, bounds=BOUNDS, by=CONSOLE)
        answer_ask(made, said, day=TODAY, by=CONSOLE)
    set_limit("rhiannon", asks_a_quarter=1, days_between=200, by=CONSOLE)
    forbids(person("joost"), "logo")
    Person.objects.create(person_id="nobody-s", pays=False, influence="low", account_id="oriel")
    post_load([Cost("ask", "A-1", "nobody-s", TODAY, TODAY + timedelta(days=9), 8)])


@pytest.mark.parametrize("days", [0, 6, 46, 91, 181, 400])
def test_everybody_at_once_is_what_everybody_one_by_one_is(days: int) -> None:
    much_happened()
    ActKind.objects.filter(pk="case_study").update(needs_qualified=True, needs_story=True)
    ActKind.objects.filter(pk="beta").update(needs_qualified=True)
    day = TODAY + timedelta(days=days)
    known = everybody(day)
    for kind in policies_of_kinds().values():
        assert free_to_ask(kind, known, day=day, bounds=BOUNDS) == one_by_one(kind.code, day), kind.code


def test_a_change_says_how_many_are_free_before_and_after() -> None:
    quote = policies_of_kinds()["quote"]
    before, after = free_before_and_after({}, replace(quote, company_first=True))
    assert (before > 0, after) == (True, 0)
    assert free_before_and_after({}, replace(quote, asked_for=False)) == (before, 0)
    assert free_before_and_after({}, quote) == (before, before)
    assert free_before_and_after({}, replace(quote, code="podcast", label="Podcast"))[0] == 0


def test_more_people_are_no_more_questions(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    Person.objects.bulk_create(Person(person_id=f"p-{number}", name="P") for number in range(50))
    kind = policies_of_kinds()["quote"]
    with django_assert_max_num_queries(16):
        assert len(free_to_ask(kind, everybody(TODAY), day=TODAY, bounds=BOUNDS)) > 50
