"""Every route says who may come in, and strangers are sent to sign in."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from goodword.doors.web.policies import Guarded, anyone
from goodword.programme.team.models import User

OPEN = {"sign-in", "theme"}
PLACES = {
    "person": {"person_id": "selin"},
    "record": {"table": "interactions", "record_id": "c-9"},
}


def routes(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


def test_every_route_declares_its_policy() -> None:
    undeclared = [route.name for route in routes() if not isinstance(route.callback, Guarded)]
    assert undeclared == []


def test_only_these_routes_are_open_to_anyone() -> None:
    assert {
        route.name for route in routes() if isinstance(route.callback, Guarded) and route.callback.policy is anyone
    } == OPEN


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(str(route.name) for route in routes() if route.name not in OPEN))
def test_strangers_are_sent_to_sign_in(name: str) -> None:
    url = reverse(name, kwargs=PLACES.get(name))
    for ask in (Client().get, Client().post):
        answer = ask(url)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/?next=")


@pytest.mark.django_db
def test_somebody_who_left_is_out_at_once(reader: Client) -> None:
    assert reader.get("/").status_code == 200
    reader.get("/")
    User.objects.update(is_active=False)
    assert reader.get("/").status_code == 302
