"""Asks that arrive as records are posted once, and the ledger follows what imports assert."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from goodword.programme.asks.actions.post_asks import AskRecord, post_asks
from goodword.programme.asks.actions.reserve_place import reserve_place
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
RECORD = AskRecord(
    source="files",
    record_id="ASK-1",
    person_key="P1",
    kind="talk",
    asked_on=date(2026, 5, 1),
    asked_by="leila@vendor.example",
    answer="",
    answered_on=None,
)


def made_here() -> Ask:
    person = Person.objects.create(person_id="ann")
    place = reserve_place(person.pk, "quote", day=date(2026, 5, 1), bounds=Bounds(), by=Actor.console())
    return Ask.objects.create(kind="quote", person_key="P1", asked_on=date(2026, 5, 1), reservation=place)


def test_posting_the_same_record_again_posts_nothing() -> None:
    assert post_asks([RECORD], at=AT).missing == [RECORD.key]
    again = post_asks([RECORD, RECORD], at=AT)
    assert (again.missing, again.changed, again.surplus) == ([], [], [])
    assert Ask.objects.standing().count() == 1


def test_an_answer_that_arrives_later_is_written_to_the_same_ask() -> None:
    post_asks([RECORD], at=AT)
    post_asks([replace(RECORD, answer="accepted", answered_on=date(2026, 5, 9))], at=AT)
    answer = Answer.objects.get(ask=Ask.objects.get())
    assert (answer.answer, answer.answered_on) == ("accepted", date(2026, 5, 9))


def test_an_answer_without_a_day_counts_from_the_day_of_the_ask() -> None:
    post_asks([replace(RECORD, answer="not_now")], at=AT)
    assert Answer.objects.get().answered_on == RECORD.asked_on


def test_an_ask_whose_import_was_undone_no_longer_counts_until_it_comes_back() -> None:
    post_asks([RECORD], at=AT)
    post_asks([], at=AT)
    assert Ask.objects.standing().count() == 0
    post_asks([RECORD], at=AT)
    assert Ask.objects.standing().count() == 1
    assert Ask.objects.count() == 1


def test_the_same_id_from_two_sources_is_two_asks() -> None:
    post_asks([RECORD, replace(RECORD, source="crm")], at=AT)
    assert Ask.objects.standing().count() == 2


def test_an_ask_made_in_goodword_is_never_withdrawn_by_an_import() -> None:
    made_here()
    post_asks([], at=AT)
    assert Ask.objects.standing().count() == 1


def test_an_ask_is_found_by_the_id_that_findings_use_for_it() -> None:
    post_asks([RECORD], at=AT)
    own = made_here()
    ids = {ask.ledger_id for ask in Ask.objects.all()}
    assert ids == {"ASK-1", f"ledger:{own.pk}"}
    assert Ask.objects.all().named([*ids, "ledger:soon", "nothing"]).count() == 2


def test_the_database_itself_refuses_to_post_a_record_twice() -> None:
    post_asks([RECORD], at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.create(kind="talk", person_key="P1", asked_on=AT.date(), record_source="files", record_id="ASK-1")


def test_the_database_itself_refuses_an_ask_of_ours_without_its_place() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.create(kind="talk", person_key="P1", asked_on=AT.date())
    assert not Ask.objects.exists()
