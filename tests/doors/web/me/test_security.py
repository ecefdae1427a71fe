"""How somebody comes in, changed by themselves: never without fresh proof, and other windows end."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from goodword.programme.team.actions.add_factor import add_app
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, FailedSignIn, OpenSession, User
from goodword.programme.team.roles import Role
from goodword.programme.team.second_factor import factors_of
from tests.programme.team.codes import code_of
from tests.team import LEILA, PASSWORD, let_in, window_of

pytestmark = pytest.mark.django_db
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "a longer walk along the river"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


def come_in(password: str = PASSWORD, browser: str = FIREFOX) -> Client:
    client = Client(headers={"User-Agent": browser})
    client.post("/sign-in/", {"username": LEILA, "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


def test_nothing_changes_without_fresh_proof() -> None:
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    stale = window_of(user)
    app = factors_of(user).app
    assert app is not None
    for path in ("password/", "app/", "passkeys/add/", "codes/"):
        assert (
            stale.get(f"/me/security/{path}")["Location"]
            == f"/sign-in/again/?next=%2Fme%2Fsecurity%2F{path.replace('/', '%2F')}"
        )
    stale.post("/me/security/password/", {"password": OTHER, "once_more": OTHER})
    stale.post(f"/me/security/factors/{app.pk}/remove/")
    stale.post("/me/security/codes/")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert factors_of(user).app is not None
    assert not AuditEntry.objects.filter(noun="recovery_codes").exists()


def test_a_password_or_a_code_is_proof_and_guessing_ends() -> None:
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    for given in ({"password": PASSWORD}, {"code": code_of(KEY)}):
        window = window_of(user)
        answer = window.post("/sign-in/again/", {**given, "next": "/me/security/codes/"})
        assert answer["Location"] == "/me/security/codes/"
        assert window.get("/me/security/codes/").status_code == 200
    window = window_of(user)
    for _ in range(FailedSignIn.LIMIT):
        window.post("/sign-in/again/", {"password": "not this one"})
    assert "Try again in 15 minutes" in window.post("/sign-in/again/", {"password": PASSWORD}).text


def test_a_new_password_ends_every_other_window_and_keeps_this_one() -> None:
    let_in()
    here, there = come_in(), come_in()
    here.post("/me/security/password/", {"password": OTHER, "once_more": OTHER})
    assert (is_in(here), is_in(there)) == (True, False)
    assert not is_in(come_in(PASSWORD))
    assert is_in(come_in(OTHER))
    assert AuditEntry.objects.filter(verb="change", noun="password").count() == 1


@pytest.mark.parametrize(
    ("first", "second", "said"), [("short", "short", "too short"), (OTHER, PASSWORD, "not the same")]
)
def test_a_password_that_cannot_be_used_is_refused_in_words(first: str, second: str, said: str) -> None:
    user = let_in()
    answer = come_in().post("/me/security/password/", {"password": first, "once_more": second})
    assert answer.status_code == 422
    assert said in answer.text
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_who_came_in_by_code_chooses_a_password_without_knowing_the_old_one() -> None:
    user = let_in()
    client = Client()
    client.post("/sign-in/code/", {"email": LEILA})
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    client.post("/sign-in/code/enter/", {"code": code})
    client.post("/me/security/password/", {"password": OTHER, "once_more": OTHER})
    user.refresh_from_db()
    assert user.check_password(OTHER)


def test_other_windows_are_listed_and_ended_one_by_one_or_together() -> None:
    let_in()
    here, second, third = come_in(), come_in(browser="Mozilla/5.0 (iPhone) Safari/605"), come_in()
    page = here.get("/me/security/").text
    assert "Firefox on Linux" in page
    assert "Safari on iPhone" in page
    number = OpenSession.objects.get(browser__contains="iPhone").pk
    here.post(f"/me/security/sessions/{number}/end/")
    assert [is_in(one) for one in (here, second, third)] == [True, False, True]
    here.post("/me/security/sessions/end/")
    assert [is_in(one) for one in (here, second, third)] == [True, False, False]
    assert here.get("/me/security/").text.count("Firefox on Linux") == 1


def test_nobody_ends_the_windows_of_others() -> None:
    let_in()
    theirs = come_in()
    number = OpenSession.objects.get().pk
    mallory = window_of(let_in("mallory@northwind.example", Role.MANAGER))
    assert mallory.post(f"/me/security/sessions/{number}/end/").status_code == 404
    assert is_in(theirs)


def test_another_role_ends_every_window() -> None:
    let_in("root@northwind.example")
    user = let_in(role=Role.MANAGER)
    window = come_in()
    give_role(user, Role.SALES, by=Actor.console())
    assert not is_in(window)


def test_signing_out_ends_the_session_for_good() -> None:
    let_in()
    window = come_in()
    cookie = window.cookies["sessionid"].value
    window.post("/sign-out/")
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert not is_in(thief)
    assert not OpenSession.objects.exists()


def test_an_app_is_added_with_its_first_code_and_recovery_codes_come_with_it() -> None:
    user = let_in()
    window = come_in()
    found = re.search(r'<code class="break">(\w+)</code>', window.get("/me/security/app/").text)
    assert found is not None
    assert window.post("/me/security/app/", {"code": "000000"}).status_code == 422
    assert window.post("/me/security/app/", {"code": code_of(found[1])})["Location"] == "/me/security/codes/"
    codes = re.findall(r"<code>(\w+)</code>", window.get("/me/security/codes/").text)
    assert len(set(codes)) == 10
    window.post("/me/security/codes/")
    assert not set(re.findall(r"<code>(\w+)</code>", window.get("/me/security/codes/").text)) & set(codes)
    app = factors_of(user).app
    assert app is not None
    window.post(f"/me/security/factors/{app.pk}/remove/")
    assert not Authenticator.objects.exists()
    told = [
        f"{one.verb} {one.noun}"
        for one in AuditEntry.objects.order_by("number")
        if "factor" in one.noun or "codes" in one.noun
    ]
    assert told == ["add second_factor", "renew recovery_codes", "remove second_factor"]


def test_nobody_removes_the_factors_of_others() -> None:
    user = let_in()
    add_app(user, KEY, code_of(KEY), by=Actor.console())
    app = factors_of(user).app
    assert app is not None
    let_in("mallory@northwind.example", Role.MANAGER)
    mallory = Client()
    mallory.post("/sign-in/", {"username": "mallory@northwind.example", "password": PASSWORD})
    assert mallory.post(f"/me/security/factors/{app.pk}/remove/").status_code == 404
    assert User.objects.filter(authenticator=app).exists()


def test_a_passkey_that_the_browser_never_made_is_refused() -> None:
    let_in()
    window = come_in()
    window.get("/me/security/passkeys/add/")
    for nonsense in ("", "{}", '{"id": "x"}', '{"rawId": "AA", "type": "public-key", "response": {}}', "[1]", "null"):
        assert window.post("/me/security/passkeys/add/", {"name": "x", "credential": nonsense}).status_code == 422
        assert Client().post("/sign-in/passkey/", {"credential": nonsense})["Location"] == "/sign-in/"
    assert not Authenticator.objects.exists()
