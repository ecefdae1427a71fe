"""In by a code: for whoever has the address, and nobody learns who that is."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword.programme.outbox.models import Letter
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, FailedSignIn
from goodword.programme.team.roles import Role
from tests.team import LEILA, let_in

pytestmark = pytest.mark.django_db


def ask(client: Client, email: str = LEILA) -> str:
    """Ask for a code; return the one that was sent, empty if none was."""
    before = Letter.objects.count()
    answer = client.post("/sign-in/code/", {"email": email, "next": "/people/"})
    assert answer["Location"] == "/sign-in/code/enter/?next=%2Fpeople%2F"
    if Letter.objects.count() == before:
        return ""
    letter = Letter.objects.latest("pk")
    assert (letter.to, letter.purpose) == (email.lower(), "sign_in_code")
    found = re.search(r"^ {4}(\S+)$", letter.text, re.MULTILINE)
    assert found is not None
    return found[1]


def enter(client: Client, code: str) -> str:
    answer = client.post("/sign-in/code/enter/", {"code": code, "next": "/people/"})
    return str(answer["Location"]) if answer.status_code == 302 else ""


def test_the_code_opens_the_door_once_and_leads_where_one_wanted_to_go() -> None:
    let_in()
    client, other = Client(), Client()
    code = ask(client, LEILA.upper())
    assert enter(client, code) == "/people/"
    assert client.get("/people/").status_code == 200
    assert enter(other, code) == "/sign-in/code/?next=%2Fpeople%2F"
    assert other.get("/people/").status_code == 302


def test_a_code_opens_only_the_window_that_asked_for_it() -> None:
    let_in()
    asked, other = Client(), Client()
    code = ask(asked)
    ask(other, "nobody@northwind.example")
    assert enter(other, code) == ""
    assert other.get("/people/").status_code == 302


def test_known_unknown_and_closed_accounts_look_the_same_at_every_step() -> None:
    let_in("root@northwind.example")
    deactivate_user(let_in("gone@northwind.example", Role.SALES), by=Actor.console())
    pages = {}
    for email in ("root@northwind.example", "gone@northwind.example", "nobody@northwind.example"):
        client = Client()
        ask(client, email)
        shown = [client.get("/sign-in/code/enter/").text, client.post("/sign-in/code/enter/", {"code": "wrong"}).text]
        last = [client.post("/sign-in/code/enter/", {"code": "wrong"}) for _ in range(2)]
        shown += [answer.text for answer in last] + [str(last[-1].headers.get("Location"))]
        hidden = re.compile(r'value="[A-Za-z0-9]{64}"')
        pages[email] = [hidden.sub("", text).replace(email, "EMAIL") for text in shown]
    known, closed, unknown = pages.values()
    assert known == closed == unknown
    assert [letter.to for letter in Letter.objects.all()] == ["root@northwind.example"]


def test_three_wrong_codes_spend_it() -> None:
    let_in()
    client = Client()
    code = ask(client)
    assert enter(client, "BBBB-BBBB") == enter(client, "CCCC-CCCC") == ""
    assert enter(client, "DDDD-DDDD").startswith("/sign-in/code/")
    assert enter(client, code).startswith("/sign-in/code/")
    assert client.get("/people/").status_code == 302


def test_codes_and_passwords_are_counted_together() -> None:
    let_in()
    for _ in range(FailedSignIn.LIMIT - 1):
        Client().post("/sign-in/", {"username": LEILA, "password": "not this one"})
    client = Client()
    code = ask(client)
    refused = client.post("/sign-in/code/enter/", {"code": code})
    assert "Try again in 15 minutes" in refused.text
    assert "Try again in 15 minutes" in Client().post("/sign-in/code/", {"email": LEILA}).text


def test_an_address_gets_only_so_many_letters_known_or_not() -> None:
    let_in()
    for email in (LEILA, "nobody@northwind.example"):
        for _ in range(FailedSignIn.LIMIT):
            ask(Client(), email)
        assert "Try again in 15 minutes" in Client().post("/sign-in/code/", {"email": email}).text
    assert Letter.objects.count() == FailedSignIn.LIMIT


def test_what_happened_is_on_the_trail_and_no_address_or_code_is() -> None:
    user = let_in()
    client = Client()
    code = ask(client)
    enter(client, "BBBB-BBBB")
    enter(client, code)
    told = [
        (one.verb, one.object_id, one.after) for one in AuditEntry.objects.filter(noun="sign_in").order_by("number")
    ]
    assert told == [("fail", str(user.pk), '{"how":"code"}'), ("open", str(user.pk), '{"how":"code"}')]
    everything = "".join(f"{one.before}{one.after}{one.reason}{one.object_id}" for one in AuditEntry.objects.all())
    assert "leila" not in everything.lower()
    assert code not in everything


def test_an_unknown_address_costs_the_same_work_as_a_known_one() -> None:
    let_in()
    written = []
    for email in (LEILA, "nobody@northwind.example"):
        with CaptureQueriesContext(connection) as asked:
            ask(Client(), email)
        written.append(sorted(one["sql"].split(" (")[0] for one in asked if one["sql"].startswith("INSERT")))
    assert written[0] == written[1]
    assert len(written[0]) > 3


def test_who_is_let_go_between_two_steps_stays_out() -> None:
    let_in("root@northwind.example")
    user = let_in(role=Role.SALES)
    client = Client()
    code = ask(client)
    deactivate_user(user, by=Actor.console())
    assert enter(client, code) == "/sign-in/"
    assert client.get("/people/").status_code == 302
    assert not AuditEntry.objects.filter(verb="open", noun="sign_in").exists()
