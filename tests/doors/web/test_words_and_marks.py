"""Numbers, days and money in plain words; marks that never overstate; reasons that add up."""

import math
import re
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from goodword.doors.web import wording
from goodword.doors.web.charts import marks
from goodword.doors.web.reasons import explain

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (94_000, "EUR", "€94k"),
        (2_840_000, "EUR", "€2.84m"),
        (1_000_000, "USD", "$1m"),
        (9_400, "GBP", "£9,400"),
        (0, "EUR", "€0"),
        (-52_000, "CHF", "−CHF 52k"),
        (41_500, "", "42k"),
        (None, "EUR", ""),
    ],
)
def test_money_is_short_and_carries_its_currency(amount: float | None, currency: str, said: str) -> None:
    assert wording.money(amount, currency) == said


def test_days_carry_the_year_only_where_it_is_another() -> None:
    assert wording.day(date(2026, 11, 18), TODAY) == "Wed 18 Nov"
    assert wording.day(date(2025, 8, 20), TODAY) == "Wed 20 Aug 2025"
    assert wording.ago("2026-11-18T16:42:00", TODAY) == "yesterday"
    assert wording.ago(date(2026, 11, 19), TODAY) == "today"
    assert wording.day(None, TODAY) == ""


def test_instants_are_told_in_the_active_zone() -> None:
    at = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    with timezone.override("Europe/Berlin"):
        assert wording.moment(at, TODAY) == "Thu 19 Nov, 00:30"
        assert wording.moment("2026-11-18T23:30:00", TODAY) == "Thu 19 Nov, 00:30"


def test_counts_are_words_up_to_twelve() -> None:
    assert [wording.many(count, "fire") for count in (1, 2, 13, 1_300)] == [
        "one fire",
        "two fires",
        "13 fires",
        "1,300 fires",
    ]
    assert wording.number(0) == "none"
    assert wording.sentences(["none of them.", "", "two more."]) == "None of them. Two more."


@pytest.mark.parametrize(
    ("started", "ended", "said"),
    [
        ("2020-03-01", "2026-06-30", "2020 to 2026"),
        ("2026-07-01", None, "since Jul 2026"),
        (None, "2026-07-01", "until Jul 2026"),
        ("2026-01-01", "2026-07-01", "2026"),
        (None, None, "when is not known"),
    ],
)
def test_spells_of_work_are_told_in_years(started: str | None, ended: str | None, said: str) -> None:
    assert wording.spell(started, ended) == said


@given(st.lists(st.floats(-6, 6), min_size=1, max_size=12))
def test_the_steps_of_a_likelihood_add_up_to_the_number_shown(weights: list[float]) -> None:
    reasons = [{"signal_id": "base" if place == 0 else f"s{place}", "weight": w} for place, w in enumerate(weights)]
    steps = explain(reasons, {"s1": ("A win", None)})
    assert sum(step.points for step in steps) == steps[-1].after
    assert abs(steps[-1].after - 100 / (1 + math.exp(-sum(weights)))) <= 0.5 + 1e-6
    assert steps[0].label == "What is usual for this kind of act"


def test_what_weighs_most_stands_first_and_unknown_reasons_have_a_name() -> None:
    reasons = [
        {"signal_id": "s1", "weight": 0.2},
        {"signal_id": "ask-7", "weight": -1.0},
        {"signal_id": "base", "weight": -2},
    ]
    labels = [step.label for step in explain(reasons, {"s1": ("A win", None)})]
    assert labels == ["What is usual for this kind of act", "An earlier ask, answer or act", "A win"]


@given(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_an_interval_stays_in_its_box(low: float, point: float, high: float) -> None:
    drawn = marks.interval(low, point, high)
    places = [float(place) for place in re.findall(r"(?:M|H)([-\d.]+)", drawn)]
    assert len(places) == 6
    assert all(0 <= place <= 100 for place in places)


def test_marks_without_a_sentence_are_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in marks.bar(3, 9)
    assert 'role="img" aria-label="3 of 9"' in marks.bar(3, 9, label="3 of 9")
    assert "&quot;&gt;" in marks.bar(3, 9, label='">')
    assert 'width="0"' in marks.bar(3, 0)
