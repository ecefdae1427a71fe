"""Who may sign in: checked addresses and passwords, and a door that closes after too many failures."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actions.record_sign_in import count_attempt, forget_failed_sign_ins
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import FailedSignIn, User
from goodword.programme.team.policies import refuse_sign_in
from goodword.programme.team.roles import Role

pytestmark = pytest.mark.django_db


PASSWORD = "a long walk by the sea"
GIVEN: Any = {"role": Role.MANAGER, "by": Actor.console()}
NOW = datetime(2026, 11, 19, 9, tzinfo=UTC)


def test_a_user_signs_in_however_the_address_is_written() -> None:
    made = create_user(" Leila@Northwind.Example ", PASSWORD, **GIVEN, name="Leila Haddad", timezone="Asia/Beirut")
    assert made.email == "leila@northwind.example"
    assert authenticate(username="LEILA@northwind.example", password=PASSWORD) == made
    assert authenticate(username="leila@northwind.example", password="another long walk") is None


@pytest.mark.parametrize(
    ("email", "password", "timezone", "code"),
    [
        ("leila", PASSWORD, "", "bad-email"),
        ("leila@northwind.example", "short", "", "weak-password"),
        ("leila@northwind.example", "12345678901234", "", "weak-password"),
        ("leila@northwind.example", "leila@northwind", "", "weak-password"),
        ("leila@northwind.example", PASSWORD, "Mars/Olympus", "no-time-zone"),
    ],
)
def test_what_cannot_work_is_refused_with_its_mend(email: str, password: str, timezone: str, code: str) -> None:
    with pytest.raises(GoodwordError) as caught:
        create_user(email, password, **GIVEN, timezone=timezone)
    assert caught.value.code == code
    assert caught.value.mend
    assert not User.objects.exists()


def test_an_address_has_one_account() -> None:
    create_user("leila@northwind.example", PASSWORD, **GIVEN)
    with pytest.raises(GoodwordError, match="has an account already"):
        create_user("LEILA@northwind.example", PASSWORD, **GIVEN)
    assert User.objects.count() == 1


def test_the_database_keeps_addresses_in_lower_case() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Leila@northwind.example")


def test_too_many_failures_close_the_door_for_that_address_only() -> None:
    for _ in range(FailedSignIn.LIMIT - 1):
        count_attempt("leila@northwind.example", now=NOW)
    assert refuse_sign_in("leila@northwind.example", now=NOW) is None
    count_attempt("LEILA@northwind.example", now=NOW)
    refusal = refuse_sign_in("leila@northwind.example", now=NOW)
    assert refusal is not None
    assert refusal.retry
    assert refuse_sign_in("grace@northwind.example", now=NOW) is None


def test_the_door_opens_again_with_time_or_success() -> None:
    for _ in range(FailedSignIn.LIMIT):
        count_attempt("leila@northwind.example", now=NOW)
    assert refuse_sign_in("leila@northwind.example", now=NOW + FailedSignIn.WINDOW + timedelta(seconds=1)) is None
    forget_failed_sign_ins("leila@northwind.example")
    assert refuse_sign_in("leila@northwind.example", now=NOW) is None


def test_failures_are_kept_without_the_address_and_not_for_ever() -> None:
    count_attempt("my-secret-password@typed.example", now=NOW)
    assert "secret" not in FailedSignIn.objects.get().address
    count_attempt("leila@northwind.example", now=NOW + timedelta(hours=1))
    assert FailedSignIn.objects.count() == 1
