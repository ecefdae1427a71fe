"""Looking through the trail, and checking it stretch by stretch."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from goodword.programme.team.actions.check_trail import check_trail, keep_checking
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.browsing import Wanted, entries, names_of, standing, words
from goodword.programme.team.models import AuditCheck, AuditEntry, AuditHead, User
from goodword.programme.team.principal import principal_of_token
from goodword.programme.team.trail import record
from tests.team import let_in

pytestmark = pytest.mark.django_db
GUARDS = import_module("goodword.programme.team.migrations.0008_audit_tombstones")


@pytest.fixture
def leila() -> User:
    return let_in()


def write(count: int) -> None:
    for number in range(count):
        record(Actor.console(), "change", "setting", f"key-{number}", before={"value": 1}, after={"value": number})


def falsify(number: int) -> None:
    """Change an entry behind the back of the application, as somebody with the database could."""
    GUARDS.unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE team_auditentry SET reason = 'never' WHERE number = %s", [number])


def test_entries_are_narrowed_by_what_was_done_to_what_and_how(leila: User) -> None:
    write(3)
    assert {entry.verb for entry in entries(Wanted(verb="change"))} == {"change"}
    assert [entry.object_id for entry in entries(Wanted(noun="setting", object_id="key-1"))] == ["key-1"]
    assert not entries(Wanted(door="api")).exists()
    assert [entry.number for entry in entries(Wanted())] == sorted(
        AuditEntry.objects.values_list("number", flat=True), reverse=True
    )


def test_who_is_found_by_name_by_address_by_token_and_by_kind(leila: User) -> None:
    token, _ = make_token(leila, "nightly", scope="write", lasts=timedelta(days=1), by=Actor.console())
    principal = principal_of_token(token)
    assert principal is not None
    record(principal.actor, "change", "setting", "by-token")
    record(Actor("user", str(leila.pk), "", "web", str(leila.pk)), "change", "setting", "by-user")
    assert [entry.object_id for entry in entries(Wanted(who="hadd"))] == ["by-user", "by-token"]
    assert [entry.object_id for entry in entries(Wanted(who=f"user:{leila.pk}"))] == ["by-user"]
    assert not entries(Wanted(who="nobody here")).exists()
    assert {entry.actor_kind for entry in entries(Wanted(who="console"))} == {"console"}


def test_days_narrow_the_trail_to_what_happened_between_them(leila: User, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [datetime(2030, 1, day, 12, tzinfo=UTC) for day in (1, 2, 3)]
    for day in days:
        monkeypatch.setattr("goodword.kit.clock.now", lambda day=day: day)
        record(Actor.console(), "change", "setting", f"{day:%d}")
    found = entries(Wanted(since=days[1] - timedelta(hours=12), until=days[2] - timedelta(hours=12)))
    assert [entry.object_id for entry in found] == ["02"]
    assert not entries(Wanted(since=days[2] + timedelta(days=9))).exists()
    assert not entries(Wanted(until=datetime(2001, 1, 1, tzinfo=UTC))).exists()


def test_the_words_that_stand_in_a_column_are_listed_once(leila: User) -> None:
    write(3)
    assert words("verb") == sorted(set(AuditEntry.objects.values_list("verb", flat=True)))
    assert words("door") == ["cli"]


def test_an_empty_trail_has_no_words() -> None:
    assert words("noun") == []


def test_people_are_called_what_they_are_called_today(
    leila: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    token, _ = make_token(leila, "nightly", scope="read", lasts=timedelta(days=1), by=Actor.console())
    asked = [("user", str(leila.pk)), ("token", str(token.pk)), ("console", ""), ("system", ""), ("user", "999")]
    with django_assert_num_queries(2):
        names = names_of(asked)
    assert [names[one].name for one in asked] == ["Leila Haddad", "nightly", "Console", "Goodword", "user 999"]
    assert names["token", str(token.pk)].user_id == str(leila.pk)


def test_a_check_goes_on_where_the_last_one_stopped() -> None:
    write(5)
    first = check_trail(most=2)
    second = check_trail()
    assert [(one.first, one.last, one.holds) for one in (first, second)] == [(1, 2, True), (3, 5, True)]
    assert standing().unchecked == 0
    write(1)
    assert standing().unchecked == 1
    assert (check_trail().first, standing().broken) == (6, None)


def test_a_check_adds_nothing_to_the_trail() -> None:
    write(2)
    check_trail()
    assert AuditHead.objects.get().number == 2


@pytest.mark.django_db(transaction=True)
def test_a_change_in_what_was_not_checked_yet_is_found_at_once() -> None:
    write(5)
    check_trail(most=2)
    falsify(4)
    made = check_trail()
    assert (made.breaks, made.sentence) == (1, "Entry 4 was changed after it was written.")
    assert standing().broken == made


@pytest.mark.django_db(transaction=True)
def test_a_change_in_what_was_checked_before_is_found_by_a_whole_check_and_stays_known() -> None:
    write(5)
    check_trail()
    falsify(2)
    assert check_trail().holds
    whole = check_trail(whole=True)
    assert not whole.holds
    write(1)
    assert check_trail().holds
    assert standing().broken == whole


@pytest.mark.django_db(transaction=True)
def test_a_rewritten_trail_is_found_where_the_last_check_stopped() -> None:
    write(5)
    check_trail()
    GUARDS.unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM team_auditentry")
    AuditHead.objects.all().delete()
    write(6)
    made = check_trail()
    assert not made.holds
    assert made.sentence == "Entry 5 is not the one that was checked before."


@pytest.mark.django_db(transaction=True)
def test_entries_cut_off_the_end_are_missed() -> None:
    write(5)
    GUARDS.unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM team_auditentry WHERE number > 3")
    assert check_trail().sentence == "The trail ends at 3, and should end at 5."


def test_the_worker_checks_until_all_is_checked_and_begins_anew_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep_checking() is None
    write(3)
    made = keep_checking()
    assert made is not None
    assert (made.first, made.last) == (1, 3)
    assert keep_checking() is None
    write(1)
    assert keep_checking() is None
    later = made.at + timedelta(hours=2)
    monkeypatch.setattr("goodword.kit.clock.now", lambda: later)
    second = keep_checking()
    assert second is not None
    assert (second.first, second.last) == (4, 4)
    monkeypatch.setattr("goodword.kit.clock.now", lambda: made.at + timedelta(days=8))
    third = keep_checking()
    assert third is not None
    assert third.whole
    assert AuditCheck.objects.count() == 3
