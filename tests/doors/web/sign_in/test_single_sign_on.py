"""In by single sign-on: the provider's word counts, if it is its word, about this question, for us, and verified."""

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.config.single_sign_on import read_admitted, read_providers
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, AuditEntry, User
from goodword.programme.team.roles import Role
from tests.doors.web.sign_in.provider import CLIENT, Provider, come_back, is_in, tables
from tests.team import LEILA, let_in

pytestmark = pytest.mark.django_db


def test_a_verified_address_leads_to_its_user_and_where_one_wanted_to_go(acme: Provider) -> None:
    user = let_in()
    client = Client()
    assert "Go on with Acme" in client.get("/sign-in/").text
    assert come_back(client, acme, want="?next=/people/") == "/people/"
    assert is_in(client)
    entry = AuditEntry.objects.get(noun="sign_in")
    assert (entry.actor_id, entry.facts_after) == (str(user.pk), {"how": "oidc"})


def test_once_known_the_person_counts_and_not_the_address(acme: Provider) -> None:
    let_in()
    come_back(Client(), acme)
    acme.claims = {"email": "new-name@northwind.example"}
    client = Client()
    come_back(client, acme)
    assert is_in(client)
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "lie",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "false"},
        {"email_verified": "true"},
        {"nonce": "of another visit"},
        {"nonce": None},
        {"aud": "somebody-else"},
        {"aud": [CLIENT, "somebody-else"]},
        {"aud": [CLIENT, "somebody-else"], "azp": "somebody-else"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
        {"email": "nobody@northwind.example"},
    ],
    ids=str,
)
def test_what_is_not_verified_or_not_for_us_opens_nothing(acme: Provider, lie: dict[str, object]) -> None:
    let_in()
    acme.claims = lie
    client = Client()
    assert come_back(client, acme) == "/sign-in/"
    assert not is_in(client)
    assert "did not let you in" in client.get("/sign-in/").text


def test_a_token_that_somebody_else_signed_opens_nothing(acme: Provider) -> None:
    let_in()
    acme.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    client = Client()
    come_back(client, acme)
    assert not is_in(client)


@pytest.mark.parametrize(
    ("algorithm", "key"), [("none", None), ("HS256", "the public key as if it were a secret ....")]
)
def test_a_token_that_is_not_signed_with_the_providers_key_opens_nothing(
    acme: Provider, algorithm: str, key: str | None
) -> None:
    let_in()
    acme.algorithm, acme.signs_with = algorithm, key
    client = Client()
    come_back(client, acme)
    assert not is_in(client)


def test_what_the_provider_says_elsewhere_must_be_about_the_same_person(acme: Provider) -> None:
    let_in()
    acme.claims = {"email": None, "email_verified": None}
    acme.userinfo = {"sub": "mallory", "email": LEILA, "email_verified": True}
    client = Client()
    come_back(client, acme)
    assert not is_in(client)
    acme.userinfo["sub"] = "leila-1"
    come_back(client, acme)
    assert is_in(client)


def test_nobody_comes_back_who_did_not_go(acme: Provider) -> None:
    let_in()
    begun = Client().get("/sign-in/with/acme/")
    back = acme.authorize(begun["Location"]).removeprefix("http://testserver")
    stranger = Client()
    stranger.get(back)
    assert not is_in(stranger)


def test_who_was_let_go_stays_out(acme: Provider) -> None:
    let_in("root@northwind.example")
    user = let_in(role=Role.MANAGER)
    come_back(Client(), acme)
    deactivate_user(user, by=Actor.console())
    client = Client()
    come_back(client, acme)
    assert not is_in(client)


def test_new_people_come_in_only_where_the_workspace_says_so(acme: Provider, settings: Settings) -> None:
    client = Client()
    come_back(client, acme)
    assert User.objects.count() == 0
    settings.OIDC_ADMITTED = read_admitted(tables(acme.url, new_role="csm", new_domains=["northwind.example"]))
    acme.claims = {"email": "eve@northwind.example.evil.example"}
    come_back(client, acme)
    assert User.objects.count() == 0
    acme.claims = {"email": "arjun@northwind.example", "sub": "arjun-1", "name": "Arjun Mehta"}
    come_back(client, acme)
    assert is_in(client)
    given = Assignment.objects.get(user__email="arjun@northwind.example")
    assert (given.role, given.user.name, given.user.has_usable_password()) == ("csm", "Arjun Mehta", False)


def test_a_provider_that_is_away_or_unknown_leaves_one_at_the_door(acme: Provider, settings: Settings) -> None:
    assert Client().get("/sign-in/with/nobody/").status_code == 404
    assert Client().get("/sign-in/with/nobody/back/?code=1&state=2").status_code == 404
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9/"
    assert Client().get("/sign-in/with/acme/")["Location"] == "/sign-in/"


def test_a_provider_that_is_said_by_halves_is_an_error_that_says_so() -> None:
    with pytest.raises(GoodwordError, match="no discovery"):
        read_providers(tables(""), {})
    twice = {"id": "acme", "name": "Acme", "client_id": CLIENT, "discovery": "https://acme.example"}
    with pytest.raises(GoodwordError, match="same id"):
        read_providers({"sign_in": {"oidc": [twice, twice]}}, {})
    for wrong in ({"new_role": "administrator", "new_domains": ["a.example"]}, {"new_role": "csm"}):
        with pytest.raises(GoodwordError, match="new_role and new_domains"):
            read_admitted(tables("https://acme.example", **wrong))


def test_each_provider_has_its_own_secret_from_the_environment() -> None:
    environment = {"GOODWORD_OIDC_SECRET_ACME": "its own", "GOODWORD_OIDC_SECRET": "the other"}
    assert read_providers(tables("https://acme.example"), environment)[0]["secret"] == "its own"
