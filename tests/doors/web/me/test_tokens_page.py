"""Tokens: shown once, revoked for good, one's own unless one manages the team."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token
from goodword.programme.team.roles import Role
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db


def test_a_token_is_made_and_its_secret_shown_once(reader: Client) -> None:
    answer = reader.post("/me/tokens/", {"name": "warehouse", "scope": "read", "days": 30})
    found = re.search(r'<code id="secret">(gw_[\w-]+)</code>', answer.text)
    assert found is not None
    token = Token.objects.of_secret(found[1]).get()
    assert (token.name, token.scope) == ("warehouse", "read")
    assert timedelta(days=29) < token.expires_at - clock.now() < timedelta(days=31)
    assert found[1] not in reader.get("/me/tokens/").text
    assert answer.headers["Cache-Control"].count("no-store") == 1


@pytest.mark.parametrize("wrong", [{"name": ""}, {"days": 0}, {"days": 4000}, {"scope": "everything"}])
def test_what_cannot_be_is_refused_beside_the_field(reader: Client, wrong: dict[str, object]) -> None:
    answer = reader.post("/me/tokens/", {"name": "warehouse", "scope": "read", "days": 30, **wrong})
    assert answer.status_code == 422
    assert not Token.objects.exists()


def test_nobody_revokes_the_tokens_of_others_but_who_manages_the_team(reader: Client) -> None:
    colleague = let_in("arjun@northwind.example", Role.CSM)
    token, _secret = make_token(colleague, "theirs", scope="read", lasts=timedelta(days=9), by=Actor.console())
    mallory = window_of(let_in("mallory@northwind.example", Role.MANAGER))
    assert mallory.post(f"/me/tokens/{token.pk}/revoke/").status_code == 404
    assert mallory.post(f"/team/tokens/{token.pk}/revoke/").status_code == 403
    assert Token.objects.live(clock.now()).count() == 1
    assert "theirs" in reader.get("/team/tokens/").text
    reader.post(f"/team/tokens/{token.pk}/revoke/")
    assert Token.objects.live(clock.now()).count() == 0
    assert "theirs" not in reader.get("/team/tokens/").text


def test_ones_own_token_is_revoked_by_oneself() -> None:
    user = let_in(role=Role.CSM)
    token, _secret = make_token(user, "mine", scope="write", lasts=timedelta(days=9), by=Actor.console())
    window_of(user).post(f"/me/tokens/{token.pk}/revoke/")
    assert Token.objects.live(clock.now()).count() == 0


def test_who_may_make_none_sees_no_page_for_them() -> None:
    assert window_of(let_in(role=Role.SALES)).get("/me/tokens/").status_code == 403
