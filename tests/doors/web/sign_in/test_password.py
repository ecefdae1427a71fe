"""Signing in and out."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.programme.team.models import FailedSignIn
from tests.team import LEILA as EMAIL
from tests.team import PASSWORD, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Slow hashes protect people, not tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_the_right_password_leads_where_one_wanted_to_go() -> None:
    let_in()
    client = Client()
    answer = client.post(
        "/sign-in/?next=/people/", {"username": EMAIL.upper(), "password": PASSWORD, "next": "/people/"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/people/")
    assert client.get("/people/").status_code == 200


def test_nobody_is_led_to_another_site() -> None:
    let_in()
    form = {"username": EMAIL, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert Client().post("/sign-in/", form)["Location"] == "/"


def test_the_wrong_password_and_an_unknown_address_sound_the_same() -> None:
    let_in()
    wrong = Client().post("/sign-in/", {"username": EMAIL, "password": "not this one"})
    unknown = Client().post("/sign-in/", {"username": "nobody@northwind.example", "password": "not this one"})
    for answer in (wrong, unknown):
        assert answer.status_code == 200
        assert "No account has this address with this password." in answer.text


def test_after_too_many_failures_even_the_right_password_waits() -> None:
    let_in()
    for _ in range(FailedSignIn.LIMIT):
        Client().post("/sign-in/", {"username": EMAIL, "password": "not this one"})
    client = Client()
    answer = client.post("/sign-in/", {"username": EMAIL, "password": PASSWORD})
    assert "Try again in 15 minutes" in answer.text
    assert client.get("/").status_code == 302


def test_signing_out_takes_a_press_not_a_link(reader: Client) -> None:
    assert reader.get("/sign-out/").status_code == 405
    assert reader.get("/people/").status_code == 200
    assert reader.post("/sign-out/").status_code == 302
    assert reader.get("/people/").status_code == 302


def test_a_forged_form_is_refused_in_words() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/sign-in/", {"username": EMAIL, "password": PASSWORD})
    assert answer.status_code == 403
    assert "The form was too old" in answer.text
