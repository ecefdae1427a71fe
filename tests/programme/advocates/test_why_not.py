"""Why not now: the sentence of the findings, said anew in the language of the reader."""

import re
from datetime import date

import pytest
from django.utils import translation

from goodword.finding.signals.sentences import CODES as FOUND_CODES
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Hold, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_not import CODES, first_holds, why_fire, why_not
from goodword.programme.team.roles import RIGHTS, Role
from tests.cast import TODAY, Cast
from tests.held import COMPANY, HELD_ROWS, everybody_held

pytestmark = pytest.mark.django_db

ENGLISH = re.compile(r"\b(?:asks?|open again|gave|said|resolved|renewed|complained|nobody|urgent|ticket of|on the)\b")


@pytest.fixture
def held() -> Generation:
    return publish_findings(everybody_held(), as_of=TODAY, fingerprint="held")


def pairs(generation: Generation) -> list[tuple[Hold, ListedPerson]]:
    people = {row.person_id: row for row in ListedPerson.objects.within(generation)}
    return [(hold, people[hold.person_id]) for hold in Hold.objects.within(generation).order_by("person_id")]


def test_every_hold_the_rules_find_has_words_here() -> None:
    assert {row["code"] for row in HELD_ROWS} == CODES == FOUND_CODES


def test_english_readers_read_what_the_console_says(held: Generation) -> None:
    told = [(hold.code, why_not(hold, person, TODAY), hold.sentence) for hold, person in pairs(held)]
    assert len(told) == len(HELD_ROWS)
    # An act is called here what pages call it: a Reference call.
    assert [(code, said.lower()) for code, said, _ in told] == [(code, found.lower()) for code, _, found in told]
    assert [said for code, said, _ in told if code != "never"] == [found for code, _, found in told if code != "never"]


def test_german_readers_read_german_with_their_days_and_numbers(held: Generation) -> None:
    with translation.override("de"):
        told = {hold.person_id: (hold.code, why_not(hold, person, TODAY)) for hold, person in pairs(held)}
    assert [told[name] for name in told if ENGLISH.search(told[name][1])] == []
    assert (
        told["held08"][1]
        == "Ada 08 gab unserer Hilfe am Mi, 18. Nov 1,5 von 5; ab Fr, 18. Dez darf wieder gefragt werden."
    )
    assert "am Di, 18. Nov 2025 und ist nicht verlängert" in told["held14"][1]


def test_a_hold_without_its_facts_or_of_an_unknown_code_is_told_as_it_was_found(held: Generation) -> None:
    with translation.override("de"):
        for hold, person in pairs(held):
            hold.day, hold.until, hold.evidence, hold.sentence = None, None, [], "As it was found."
            bare = why_not(hold, person, TODAY)
            # What is open needs no day: it is open.
            assert (bare == "As it was found.") == (hold.code not in {"urgent_ticket", "high_ticket"}), hold.code
        hold.code = "a_rule_of_tomorrow"
        assert why_not(hold, person, TODAY) == "As it was found."


def test_who_may_not_know_the_reason_reads_none(held: Generation) -> None:
    sales = Sight(RIGHTS[Role.SALES])
    for hold, person in pairs(held):
        told = why_not(sales.hold(hold), sales.person(person), TODAY)
        assert told == "They cannot be asked now."


def test_an_address_is_said_only_to_those_who_see_it() -> None:
    cast = Cast()
    cast.person("p", "", "", None, email="someone@example.org")
    cast.hold("p", "opted_out", "someone@example.org opted out on Wed 18 Nov.", day="2026-11-18")
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="address")
    ((hold, person),) = pairs(generation)
    executive = Sight(RIGHTS[Role.EXECUTIVE])
    assert why_not(hold, person, TODAY).startswith("someone@example.org opted out on Wed 18 Nov;")
    told = why_not(executive.hold(hold), executive.person(person), TODAY)
    assert told.startswith("This person opted out on Wed 18 Nov;")


def test_fires_are_told_like_the_holds_they_are(held: Generation) -> None:
    (fire,) = held.counts["fires"]
    assert fire["account"] == COMPANY
    assert why_fire(fire, TODAY) == fire["sentence"]
    with translation.override("de"):
        assert not ENGLISH.search(why_fire(fire, TODAY))
    of_before = {name: fire[name] for name in ("account", "code", "sentence")} | {"code": "churn_notice"}
    assert why_fire(of_before, TODAY) == fire["sentence"], "published before facts were kept"


def test_the_first_hold_is_the_one_that_lists_show(held: Generation) -> None:
    people = {row.person_id: row for row in ListedPerson.objects.within(held) if row.hold_code}
    first = first_holds(held, people)
    assert {name: hold.sentence for name, hold in first.items()} == {
        name: row.hold_sentence for name, row in people.items()
    }


def test_days_of_another_year_carry_it(held: Generation) -> None:
    hold, person = next(pair for pair in pairs(held) if pair[0].code == "resting")
    assert "of Wed 18 Nov;" in why_not(hold, person, TODAY)
    assert "of Wed 18 Nov 2026;" in why_not(hold, person, date(2027, 1, 1))
