"""Roles: given with a date and an author, one at a time, and never so that nobody is left who can give them."""

from datetime import timedelta

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actions.reactivate_user import reactivate_user
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, Token
from goodword.programme.team.principal import principal_of, principal_of_token
from goodword.programme.team.roles import CHANGING, RIGHTS, Right, Role
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db
CONSOLE = Actor.console()


def enters(client: Client) -> bool:
    return client.get("/people/").status_code == 200


def test_the_last_role_counts_and_ends_the_sessions_before_it() -> None:
    let_in()
    rosa = let_in("rosa@northwind.example", Role.SALES, name="Rosa")
    window = window_of(rosa)
    assert enters(window)
    give_role(rosa, Role.CSM, by=CONSOLE, reach="own", reason="moved")
    assert not enters(window)
    now = principal_of(rosa)
    assert now is not None
    assert (now.role, now.owner) == (Role.CSM, "rosa@northwind.example")
    entry = AuditEntry.objects.latest("number")
    assert (entry.facts_before["role"], entry.facts_after["role"], entry.reason) == ("sales", "csm", "moved")


def test_giving_the_same_role_again_changes_nothing() -> None:
    let_in()
    rosa = let_in("rosa@northwind.example", Role.SALES)
    window, entries = window_of(rosa), AuditEntry.objects.count()
    give_role(rosa, Role.SALES, by=CONSOLE)
    assert enters(window)
    assert AuditEntry.objects.count() == entries


def test_the_last_administrator_stays_one() -> None:
    leila = let_in()
    for refused in (
        lambda: give_role(leila, Role.SALES, by=CONSOLE),
        lambda: deactivate_user(leila, by=CONSOLE),
    ):
        with pytest.raises(GoodwordError) as told:
            refused()
        assert told.value.code == "last-administrator"
    let_in("rosa@northwind.example")
    give_role(leila, Role.SALES, by=CONSOLE)
    found = principal_of(leila)
    assert found is not None
    assert found.role is Role.SALES


def test_whoever_was_let_go_is_out_at_once_by_session_and_by_token() -> None:
    let_in()
    rosa = let_in("rosa@northwind.example", Role.CSM)
    window = window_of(rosa)
    token, _ = make_token(rosa, "sheet", scope="read", lasts=timedelta(days=9), by=CONSOLE)
    deactivate_user(rosa, by=CONSOLE, reason="left")
    assert not enters(window)
    assert principal_of(rosa) is None
    assert not Token.objects.live(clock.now()).filter(pk=token.pk).exists()
    reactivate_user(rosa, by=CONSOLE)
    assert not enters(window), "a session from before must not come to life again"
    assert principal_of(rosa) is not None


def test_a_token_may_no_more_than_its_user_and_reading_changes_nothing() -> None:
    rosa = let_in("rosa@northwind.example", Role.CSM)
    read, secret = make_token(rosa, "sheet", scope="read", lasts=timedelta(days=9), by=CONSOLE)
    write, _ = make_token(rosa, "bot", scope="write", lasts=timedelta(days=9), by=CONSOLE)
    assert Token.objects.of_secret(secret).get() == read
    assert secret not in str(Token.objects.values_list().get(pk=read.pk))
    reading, writing = principal_of_token(read), principal_of_token(write)
    assert reading is not None
    assert writing is not None
    assert writing.rights == RIGHTS[Role.CSM]
    assert reading.rights == RIGHTS[Role.CSM] - CHANGING
    assert not reading.may(Right.ANSWER_MOMENTS)
    revoke_token(read, by=CONSOLE)
    assert not Token.objects.live(clock.now()).filter(pk=read.pk).exists()


@pytest.mark.parametrize(("name", "days"), [("", 3), ("x", 0), ("x", -1), ("x", 400)])
def test_a_token_needs_a_name_and_an_end(name: str, days: int) -> None:
    rosa = let_in()
    with pytest.raises(GoodwordError):
        make_token(rosa, name, scope="read", lasts=timedelta(days=days), by=CONSOLE)
    assert not Token.objects.exists()


def test_an_advocate_is_a_person_and_sees_the_portal_only() -> None:
    let_in()
    rosa = let_in("rosa@customer.example", Role.SALES)
    with pytest.raises(GoodwordError):
        give_role(rosa, Role.ADVOCATE, by=CONSOLE)
    give_role(rosa, Role.ADVOCATE, by=CONSOLE, person_id="selin")
    found = principal_of(rosa)
    assert found is not None
    assert (found.person_id, found.rights) == ("selin", frozenset({Right.SEE_PORTAL}))
    assert window_of(rosa).get("/people/").status_code == 403


def test_who_comes_in_as_a_customers_person_becomes_no_colleague() -> None:
    let_in()
    hemi = let_in("hemi@teawa.example", Role.SALES)
    give_role(hemi, Role.ADVOCATE, by=CONSOLE, person_id="hemi")
    for role in set(Role) - {Role.ADVOCATE}:
        with pytest.raises(GoodwordError, match="customer's person") as told:
            give_role(hemi, role, by=CONSOLE)
        assert told.value.code == "customers-person"
    now = principal_of(hemi)
    assert now is not None
    assert now.role is Role.ADVOCATE
