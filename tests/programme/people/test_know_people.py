"""Accounts and persons are kept as the sources know them, and nobody gets lost."""

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.kit import clock
from goodword.programme.people.actions.know_people import know_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may
from goodword.programme.team.actor import Actor
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
    first.person("p", "Old Name", "Clerk", "a", timezone="Europe/Lisbon")
    first.person("q", "Stays", "Clerk", "a")
    second.account("a", "Acme Ltd")
    second.person("p", "New Name", "Head", None, timezone="Asia/Kathmandu")
    for cast in (first, second):
        know_people(cast.findings().accounts, cast.findings().persons)
    assert Account.objects.get().name == "Acme Ltd"
    changed = Person.objects.get(person_id="p")
    assert (changed.name, changed.title, changed.account_id) == ("New Name", "Head", None)
    assert changed.timezone == "Asia/Kathmandu"
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


def test_who_opts_out_while_a_run_is_at_work_stays_out_of_what_it_knew_before() -> None:
    findings = the_cast().findings()
    know_people(findings.accounts, findings.persons)
    begun = clock.now()
    opt_out_person("selin", by=Actor.console())
    know_people(findings.accounts, findings.persons, since=begun)
    refusal = may(Deed(verb=Verb.ASK, act_kind="quote", person_id="selin"), day=clock.today())
    assert refusal is not None
    assert refusal.code == "opted-out"


def test_who_said_so_before_a_run_began_is_as_the_run_found_them() -> None:
    findings = the_cast().findings()
    know_people(findings.accounts, findings.persons)
    opt_out_person("selin", by=Actor.console())
    know_people(findings.accounts, findings.persons, since=clock.now())
    assert Person.objects.get(person_id="selin").opted_out_on is None
