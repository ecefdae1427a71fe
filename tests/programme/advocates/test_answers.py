"""Answering moments: once, with a date and an author, and with a way back."""

from datetime import timedelta

import pytest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, answered, unanswered
from goodword.programme.advocates.models import Generation, Moment
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from tests.cast import TODAY
from tests.world import the_cast

pytestmark = pytest.mark.django_db
LEILA = Actor("user", "7", "Leila", "web", user_id="7")


@pytest.fixture
def generation() -> Generation:
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def moment_of(person: str, generation: Generation) -> Moment:
    return Moment.objects.within(generation).about(person).get()


def waiting(generation: Generation, in_days: int = 0) -> set[str]:
    day = clock.today() + timedelta(days=in_days)
    return set(unanswered(Moment.objects.within(generation).waiting(), day).values_list("person_id", flat=True))


def test_a_thank_you_is_noted_once_and_takes_the_moment_off_the_list(generation: Generation) -> None:
    before = waiting(generation)
    first = answer_moment(moment_of("rhiannon", generation), "thank", by=LEILA, note=" rang her ")
    again = answer_moment(moment_of("rhiannon", generation), "pass", by=LEILA)
    assert (first.pk, first.verb, first.note, first.by) == (again.pk, "thank", "rang her", "7")
    assert before - waiting(generation) == {"rhiannon"}
    assert answered(Moment.objects.within(generation).waiting(), clock.today()) == 1
    entry = AuditEntry.objects.get(noun="moment")
    assert (entry.verb, entry.object_id, "rang" in entry.after) == ("thank", "rhiannon", False)


def test_taking_it_back_brings_the_moment_back_and_says_so_once(generation: Generation) -> None:
    given = answer_moment(moment_of("rhiannon", generation), "thank", by=LEILA)
    withdraw_answer(given, by=LEILA)
    withdraw_answer(given, by=LEILA)
    assert "rhiannon" in waiting(generation)
    assert AuditEntry.objects.filter(verb="withdraw").count() == 1
    assert answer_moment(moment_of("rhiannon", generation), "thank", by=LEILA).pk != given.pk


def test_what_was_put_off_comes_back_on_its_day(generation: Generation) -> None:
    answer_moment(moment_of("hemi", generation), "later", by=LEILA, until=clock.today() + timedelta(days=3))
    assert "hemi" not in waiting(generation, in_days=2)
    assert "hemi" in waiting(generation, in_days=3)


def test_an_answer_outlives_the_publication_of_the_same_signal_but_not_a_newer_one(generation: Generation) -> None:
    answer_moment(moment_of("rhiannon", generation), "thank", by=LEILA)
    same = publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the same again")
    assert "rhiannon" not in waiting(same)
    cast = the_cast()
    span = cast.said("rhiannon", "t-99", "You saved us again, for good.", "You saved us again", at="2026-11-19T07:00")
    cast.signal("rhiannon", "win", "2026-11-19T07:00", span, strength=1.0)
    newer = publish_findings(cast.findings(), as_of=TODAY, fingerprint="something newer")
    assert "rhiannon" in waiting(newer)


@pytest.mark.parametrize(("note", "days"), [("x" * 2001, None), ("", 0), ("", -3)])
def test_a_note_too_long_or_a_day_gone_by_changes_nothing(generation: Generation, note: str, days: int | None) -> None:
    until = None if days is None else clock.today() + timedelta(days=days)
    with pytest.raises(GoodwordError):
        answer_moment(moment_of("hemi", generation), "later", by=LEILA, note=note, until=until)
    assert not MomentAnswer.objects.exists()
