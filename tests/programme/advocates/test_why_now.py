"""Why now: said from kinds and numbers, in the language of the reader."""

from typing import Any

import pytest
from django.utils import translation

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.finding.catalogue import FINDERS
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Moment
from goodword.programme.advocates.number_words import NUMBERS, number_label
from goodword.programme.advocates.why_now import in_one_line, why_now
from tests.cast import TODAY
from tests.world import the_cast

EVERYTHING: list[dict[str, Any]] = [
    {"kind": "promoter", "numbers": {"score": 9.5, "earlier": 1, "mismatch": 1}},
    {"kind": "promoter", "numbers": {"score": 9, "earlier": 3}},
    {"kind": "promoter", "numbers": {}},
    {"kind": "super_user", "numbers": {"features_used": 9, "features_open": 14, "active_days": 61, "days_before": 40}},
    {"kind": "super_user", "numbers": {"active_days": 12}},
    {"kind": "win", "numbers": {"outcome": 1, "executive": 1, "business_review": 1}},
    {"kind": "win", "numbers": {}},
    {"kind": "champion", "numbers": {"helped": 10.5, "accepted": 4}},
    {"kind": "repeat_customer", "numbers": {"earlier_accounts": 2, "brought": 1}},
    {"kind": "repeat_customer", "numbers": {"earlier_accounts": 1, "brought": 1}},
    {"kind": "repeat_customer", "numbers": {"earlier_accounts": 2}},
    {"kind": "repeat_customer", "numbers": {}},
    {"kind": "growth", "numbers": {"growth": 0.34, "tenure_years": 6.4}},
    {"kind": "growth", "numbers": {"growth": 0}},
]
"""Every line there is."""
ALIKE = {"Promoter"}
"""What both languages call the same."""


def lines(told: list[dict[str, Any]]) -> list[str]:
    return [in_one_line(fact) for fact in why_now(told)]


def test_every_kind_of_signal_is_told() -> None:
    assert {one["kind"] for one in EVERYTHING} == set(SIGNAL_KINDS)
    assert lines(EVERYTHING)[:5] == [
        "NPS 9.5 is their latest answer",
        "1 earlier promoter answer",
        "Comment and score disagree: read it before you thank",
        "NPS 9 is their latest answer",
        "3 earlier promoter answers",
    ]
    assert lines([EVERYTHING[3]])[1] == "61 active days after 40 in the time before"
    assert lines([EVERYTHING[8]]) == ["Brought us along: customer at 2 companies before, signed after they joined"]
    assert lines([EVERYTHING[12]]) == ["Grew by 34 % with the last contract", "6 years a customer"]


def test_no_line_is_english_for_a_german_reader() -> None:
    english = why_now(EVERYTHING)
    with translation.override("de"):
        german = why_now(EVERYTHING)
    same = [
        (one["bold"], one["text"])
        for one, other in zip(english, german, strict=True)
        if in_one_line(one) == in_one_line(other) or (one["text"] and one["text"] == other["text"])
    ]
    assert [one for one in same if one[0] not in ALIKE] == []
    assert german[0]["bold"] == "NPS 9,5"


@pytest.mark.django_db
def test_a_moment_keeps_kinds_and_numbers_and_no_words() -> None:
    generation = publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    rhiannon = Moment.objects.within(generation).get(person_id="rhiannon")
    assert rhiannon.why == [
        {"kind": "win", "numbers": {"outcome": 1, "remarks": 1}},
        {"kind": "super_user", "numbers": {"active_days": 61, "features_used": 9, "features_open": 14}},
    ]


def test_what_was_published_before_is_told_as_it_was_said_then() -> None:
    before = {"bold": "9 of 14", "text": "features open to them in use", "icon": "power", "bar": [9, 14]}
    assert why_now([before]) == [before]


def test_every_number_that_finders_count_has_a_name_in_both_languages() -> None:
    counted = {name for rule in FINDERS for name in rule.numbers}
    assert counted == set(NUMBERS)
    english = {name: number_label(name) for name in counted}
    with translation.override("de"):
        assert [name for name in counted if number_label(name) == english[name]] == []
    assert number_label("a_number_of_tomorrow") == "A number of tomorrow"
