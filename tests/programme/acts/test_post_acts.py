"""Acts that arrive as records are posted once, and the ledger follows what imports assert."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from goodword.programme.acts.actions.post_acts import ActRecord, post_acts
from goodword.programme.acts.models import Act

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
RECORD = ActRecord(
    source="files",
    record_id="ACT-1",
    kind="talk",
    done_on=date(2026, 5, 1),
    person_key="P1",
    account_id="A1",
    url="",
    deal_id="",
    note="",
)


def test_posting_the_same_record_again_posts_nothing() -> None:
    assert post_acts([RECORD], at=AT).missing == [RECORD.key]
    again = post_acts([RECORD], at=AT)
    assert (again.missing, again.changed, again.surplus) == ([], [], [])
    assert Act.objects.standing().count() == 1


def test_a_corrected_act_changes_in_place() -> None:
    post_acts([RECORD], at=AT)
    post_acts([replace(RECORD, note="at the spring meetup")], at=AT)
    assert [act.note for act in Act.objects.standing()] == ["at the spring meetup"]


def test_an_act_whose_import_was_undone_no_longer_counts_until_it_comes_back() -> None:
    post_acts([RECORD], at=AT)
    post_acts([], at=AT)
    assert Act.objects.standing().count() == 0
    post_acts([RECORD], at=AT)
    assert (Act.objects.standing().count(), Act.objects.count()) == (1, 1)


def test_the_database_itself_refuses_to_post_a_record_twice() -> None:
    post_acts([RECORD], at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Act.objects.create(kind="talk", done_on=AT.date(), record_source="files", record_id="ACT-1")
