"""The second step: a code of an app opens the door once, and guessing closes it."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from goodword.programme.team.actions.add_factor import add_app
from goodword.programme.team.actions.require_second_factor import lift_second_factor, require_second_factor
from goodword.programme.team.actions.reset_user import reset_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import FailedSignIn, User
from goodword.programme.team.roles import Role
from goodword.programme.team.second_factor import factors_of
from tests.programme.team.codes import code_of
from tests.team import LEILA, PASSWORD, let_in

pytestmark = pytest.mark.django_db
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def leila() -> User:
    """Leila, with an app that has a known key."""
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    return user


def halfway(client: Client, password: str = PASSWORD) -> str:
    return str(client.post("/sign-in/", {"username": LEILA, "password": password, "next": "/people/"})["Location"])


def step(client: Client, code: str) -> str:
    answer = client.post("/sign-in/second-factor/", {"code": code})
    return str(answer["Location"]) if answer.status_code == 302 else ""


def test_a_password_alone_opens_nothing_any_more(leila: User) -> None:
    client = Client()
    assert halfway(client) == "/sign-in/second-factor/"
    assert client.get("/people/").status_code == 302
    assert step(client, code_of(KEY)) == "/people/"
    assert client.get("/people/").status_code == 200


def test_nobody_takes_the_second_step_without_the_first(leila: User) -> None:
    client = Client()
    assert client.get("/sign-in/second-factor/")["Location"] == "/sign-in/"
    assert step(client, code_of(KEY)) == "/sign-in/"
    assert client.get("/people/").status_code == 302


def test_a_code_that_was_used_opens_no_other_window(leila: User) -> None:
    first, second, code = Client(), Client(), code_of(KEY)
    for client in (first, second):
        halfway(client)
    assert step(first, code) == "/people/"
    assert step(second, f"{code[:3]} {code[3:]}") == ""
    assert second.get("/people/").status_code == 302


def test_codes_of_yesterday_and_tomorrow_open_nothing(leila: User) -> None:
    client = Client()
    halfway(client)
    assert step(client, code_of(KEY, steps=-3)) == step(client, code_of(KEY, steps=3)) == ""


def test_guessing_codes_closes_the_door_though_the_password_is_right(leila: User) -> None:
    for _ in range(FailedSignIn.LIMIT):
        client = Client()
        halfway(client)  # that the password is right forgives nothing
        assert step(client, "000000" if code_of(KEY) != "000000" else "111111") == ""
    assert "Try again in 15 minutes" in client.post("/sign-in/second-factor/", {"code": code_of(KEY)}).text


def test_a_recovery_code_stands_in_once(leila: User) -> None:
    kept = factors_of(leila).codes
    assert kept is not None
    code = kept.wrap().get_unused_codes()[0]
    first, second = Client(), Client()
    for client in (first, second):
        halfway(client)
    assert step(first, code) == "/people/"
    assert step(second, code) == ""


def test_a_code_by_letter_asks_for_the_second_step_too(leila: User) -> None:
    client = Client()
    client.post("/sign-in/code/", {"email": LEILA})
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    assert client.post("/sign-in/code/enter/", {"code": code})["Location"] == "/sign-in/second-factor/"
    assert client.get("/people/").status_code == 302


def test_keys_are_sealed_in_the_database(leila: User) -> None:
    kept = str([one.data for one in Authenticator.objects.all()])
    assert KEY not in kept
    codes = factors_of(leila).codes
    assert codes is not None
    assert all(code not in kept for code in codes.wrap().get_unused_codes())


def test_a_lost_phone_is_helped_by_taking_the_factor_away(leila: User) -> None:
    password = reset_user(leila, by=Actor.console(), second_factor=True)
    assert halfway(Client(), password) == "/people/"
    assert not Authenticator.objects.exists()


def test_a_role_that_needs_a_second_factor_sees_nothing_else_until_it_has_one() -> None:
    user = let_in()
    client = Client()
    halfway(client)
    require_second_factor(Role.ADMINISTRATOR, by=Actor.console())
    for path in ("/people/", "/team/", "/me/tokens/"):
        assert client.get(path)["Location"] == "/me/security/"
    assert "needs a second factor" in client.get("/me/security/").text
    assert client.get("/me/security/app/").status_code == 200
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    assert client.get("/people/").status_code == 200


def test_the_rule_of_one_role_leaves_the_others_alone_and_can_be_lifted() -> None:
    let_in()
    client = Client()
    halfway(client)
    require_second_factor(Role.CSM, by=Actor.console())
    assert client.get("/people/").status_code == 200
    require_second_factor(Role.ADMINISTRATOR, by=Actor.console())
    lift_second_factor(Role.ADMINISTRATOR, by=Actor.console())
    assert client.get("/people/").status_code == 200
