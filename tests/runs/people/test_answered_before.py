"""A moment that somebody answered stays answered, whatever id its person has since."""

import pytest

from goodword.kit import clock
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, answered, unanswered
from goodword.programme.advocates.models import Moment, Publication
from goodword.programme.advocates.querysets import MomentQuerySet
from goodword.programme.people.actions.merge_people import merge_people
from tests.runs.people.company import BY, PEOPLE, Company

SILENT = PEOPLE + "P0,A1,R. Pugh-Jones,pugh-jones@oriel.example,\n"


@pytest.fixture
def company(company: Company) -> Company:
    """The same, and somebody who never said a word, and who turns out to be Rhiannon."""
    company.load(people=SILENT)
    company.run()
    return company


def moment_of(company: Company, key: str) -> Moment:
    """The moment of who has this key, as published."""
    generation = Publication.current()
    assert generation is not None
    return Moment.objects.within(generation).about(company.id(key)).get()


def moments() -> MomentQuerySet[Moment]:
    """All that may be answered, as published."""
    generation = Publication.current()
    assert generation is not None
    return Moment.objects.within(generation).waiting()


def waiting() -> set[str]:
    """Everybody whose moment waits for an answer."""
    return set(unanswered(moments(), clock.today()).values_list("person_id", flat=True))


def test_an_answer_of_before_a_merge_is_not_asked_for_again(company: Company) -> None:
    before = moment_of(company, "P1")
    given = answer_moment(before, "thank", by=BY)
    merge_people(company.id("P0"), company.id("P1"), by=BY)
    company.run()
    now = moment_of(company, "P1")
    # The same words under another id: this is what the answer has to be found by.
    assert (now.kind, now.raised_at) == (before.kind, before.raised_at)
    assert now.person_id != before.person_id
    assert now.signal_id != before.signal_id
    assert now.person_id not in waiting()
    assert answered(moments(), clock.today()) == 1
    assert answer_moment(now, "pass", by=BY) == given
    withdraw_answer(given, by=BY)
    assert now.person_id in waiting()


def test_what_was_heard_since_then_is_a_moment_of_its_own(company: Company) -> None:
    answer_moment(moment_of(company, "P1"), "thank", by=BY)
    merge_people(company.id("P0"), company.id("P1"), by=BY)
    news = "R9,nps,10,You saved us again and we told everybody,P0,2026-10-30T09:00:00Z\n"
    company.load(responses="response_id,survey,score,comment,person_key,answered_at\n" + news)
    company.run()
    assert company.id("P1") in waiting()
    assert MomentAnswer.objects.count() == 1
