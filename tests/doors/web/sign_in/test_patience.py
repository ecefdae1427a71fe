"""How often one may try: for one address, and from one place, whatever a client writes about where it is."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.config.proxies import read_proxies
from goodword.kit import clock
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actions.add_factor import add_app
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import FailedSignIn
from tests.programme.team.codes import code_of
from tests.team import LEILA, PASSWORD, let_in

pytestmark = pytest.mark.django_db
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
REALLY = FailedSignIn.ORIGIN_LIMIT
MOST = 10
MALLORY, OFFICE = "203.0.113.66", "198.51.100.7"


@pytest.fixture(autouse=True)
def lower_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of these sentences are as true with fewer attempts."""
    monkeypatch.setattr(FailedSignIn, "ORIGIN_LIMIT", MOST)


def browser_at(address: str, forwarded: str = "") -> Client:
    """A browser whose connection comes from an address, with whatever it or a proxy wrote about it."""
    return Client(REMOTE_ADDR=address, headers={"X-Forwarded-For": forwarded} if forwarded else None)


def fail(client: Client, email: str) -> int:
    return client.post("/sign-in/", {"username": email, "password": "not this one"}).status_code


def try_in(client: Client, email: str = LEILA, password: str = PASSWORD) -> int:
    return client.post("/sign-in/", {"username": email, "password": password}).status_code


def spray(address: str, times: int = MOST) -> None:
    """One guess at each of many accounts, which no limit of one account sees."""
    assert [fail(browser_at(address), f"person{number}@northwind.example") for number in range(times)] == [200] * times


def test_guessing_at_many_accounts_closes_the_door_to_where_it_comes_from_and_to_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FailedSignIn, "ORIGIN_LIMIT", REALLY)
    let_in()
    spray(MALLORY, REALLY)
    assert try_in(browser_at(MALLORY)) == 429
    assert try_in(browser_at(OFFICE)) == 302


def test_the_refusal_is_a_page_that_says_why_and_when_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    let_in()
    at = datetime(2036, 11, 19, 9, 0, 20, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: at)
    spray(MALLORY)
    monkeypatch.setattr(clock, "now", lambda: at + timedelta(minutes=5))
    page = browser_at(MALLORY).post("/sign-in/?next=/people/", {"username": LEILA, "password": PASSWORD})
    assert (page.status_code, page["Retry-After"]) == (429, "600")
    assert "too many attempts from your network" in page.text
    assert "Try again in 10 minutes, at 09:16 UTC." in page.text
    assert 'href="/sign-in/?next=%2Fpeople%2F"' in page.text
    monkeypatch.setattr(clock, "now", lambda: at + FailedSignIn.WINDOW - timedelta(seconds=1))
    last = browser_at(MALLORY).post("/sign-in/", {"username": LEILA, "password": PASSWORD})
    assert (last.status_code, last["Retry-After"]) == (429, "1")
    assert "Try again in one minute" in last.text
    monkeypatch.setattr(clock, "now", lambda: at + FailedSignIn.WINDOW)
    assert try_in(browser_at(MALLORY)) == 302


def test_a_browser_that_lies_about_where_it_is_gains_nothing() -> None:
    let_in()
    for number in range(MOST):
        fail(browser_at(MALLORY, f"192.0.2.{number}"), f"person{number}@northwind.example")
    assert try_in(browser_at(MALLORY, "192.0.2.200")) == 429


def test_behind_our_proxy_browsers_are_told_apart_and_lies_count_no_more(settings: Settings) -> None:
    let_in()
    settings.PROXIES = read_proxies("10.0.0.7", secure=True)
    for number in range(MOST):
        # Some proxies add to what a client wrote: the last address is the one that they saw.
        fail(browser_at("10.0.0.7", f"192.0.2.{number}, {MALLORY}"), f"person{number}@northwind.example")
    assert try_in(browser_at("10.0.0.7", f"{OFFICE}, {MALLORY}")) == 429
    assert try_in(browser_at("10.0.0.7", OFFICE)) == 302


def test_one_household_of_ipv6_is_one_place() -> None:
    let_in()
    for number in range(MOST):
        fail(browser_at(f"2001:db8:5:6::{number:x}"), f"person{number}@northwind.example")
    assert try_in(browser_at("2001:db8:5:6:ffff::1")) == 429
    assert try_in(browser_at("2001:db8:5:7::1")) == 302


def test_codes_are_asked_for_only_so_often_from_one_place() -> None:
    let_in()
    for number in range(MOST):
        browser_at(MALLORY).post("/sign-in/code/", {"email": f"person{number}@northwind.example"})
    refused = browser_at(MALLORY).post("/sign-in/code/", {"email": LEILA})
    assert (refused.status_code, Letter.objects.count()) == (429, 0)
    assert re.search(r"Try again in \d+ minutes, at \d\d:\d\d", refused.text)
    assert try_in(browser_at(MALLORY)) == 429
    assert browser_at(OFFICE).post("/sign-in/code/", {"email": LEILA}).status_code == 302


def test_a_right_code_and_a_right_second_factor_wait_as_well() -> None:
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    by_letter, halfway = browser_at(MALLORY), browser_at(MALLORY)
    by_letter.post("/sign-in/code/", {"email": LEILA})
    letter = Letter.objects.get()
    assert try_in(halfway) == 302
    spray(MALLORY, MOST - 1)
    found = re.search(r"^ {4}(\S+)$", letter.text, re.MULTILINE)
    assert found is not None
    assert by_letter.post("/sign-in/code/enter/", {"code": found[1]}).status_code == 429
    assert halfway.post("/sign-in/second-factor/", {"code": code_of(KEY)}).status_code == 429


def test_wrong_codes_second_factors_and_proofs_count_from_one_place() -> None:
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    window, other = browser_at(MALLORY), browser_at(MALLORY)
    window.force_login(user)
    window.post("/sign-in/again/", {"password": "not this one"})
    try_in(other)
    other.post("/sign-in/second-factor/", {"code": "12345"})
    other.post("/sign-in/code/", {"email": "nobody@northwind.example"})
    other.post("/sign-in/code/enter/", {"code": "BBBB-BBBB"})
    assert FailedSignIn.objects.exclude(origin="").count() == 4
    assert FailedSignIn.objects.values("origin").distinct().count() == 1
    spray(MALLORY, MOST - 4)
    assert window.post("/sign-in/again/", {"password": PASSWORD}).status_code == 429


def test_an_office_that_signs_in_by_code_is_forgiven_and_a_guest_forgives_only_themselves() -> None:
    let_in()
    let_in("mallory@northwind.example")
    spray(OFFICE, MOST - 1)
    for _ in range(3):
        assert try_in(browser_at(OFFICE), "mallory@northwind.example") == 302
    assert fail(browser_at(OFFICE), "mallory@northwind.example") == 200
    assert try_in(browser_at(OFFICE), "mallory@northwind.example") == 429


def test_where_somebody_was_is_not_written_down() -> None:
    fail(browser_at(MALLORY), LEILA)
    kept = FailedSignIn.objects.get()
    assert kept.origin
    assert "203.0" not in f"{kept.origin} {kept.address}"
