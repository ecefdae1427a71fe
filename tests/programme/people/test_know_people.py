"""Accounts and persons are kept as the sources know them, and nobody gets lost."""

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.programme.people.actions.know_people import know_people
from goodword.programme.people.models import Account, Person
from tests.world import Cast, the_cast

pytestmark = pytest.mark.django_db


def test_people_and_accounts_are_known_with_what_ties_them() -> None:
    findings = the_cast().findings()
    know_people(findings.accounts, findings.persons)
    selin = Person.objects.select_related("account").get(person_id="selin")
    assert (selin.name, selin.account and selin.account.name) == ("Selin Yıldız", "Zephyr Mobility")
    assert selin.person_keys == ["crm:selin"]
    lucia = Person.objects.get(person_id="lucia")
    assert lucia.account is None


def test_what_changed_is_updated_and_who_is_gone_stays() -> None:
    first, second = Cast(), Cast()
    first.account("a", "Acme")
    first.person("p", "Old Name", "Clerk", "a")
    first.person("q", "Stays", "Clerk", "a")
    second.account("a", "Acme Ltd")
    second.person("p", "New Name", "Head", None)
    for cast in (first, second):
        know_people(cast.findings().accounts, cast.findings().persons)
    assert Account.objects.get().name == "Acme Ltd"
    changed = Person.objects.get(person_id="p")
    assert (changed.name, changed.title, changed.account_id) == ("New Name", "Head", None)
    assert Person.objects.filter(person_id="q").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="counts changed rows with a function of SQLite")
def test_what_did_not_change_is_not_written_again() -> None:
    findings = the_cast().findings()
    know_people(findings.accounts, findings.persons)
    with connection.cursor() as cursor:
        cursor.execute("SELECT total_changes()")
        before = cursor.fetchone()[0]
        know_people(findings.accounts, findings.persons)
        cursor.execute("SELECT total_changes()")
        assert cursor.fetchone()[0] == before


def test_the_database_knows_the_words_for_influence() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(person_id="x", influence="enormous")
