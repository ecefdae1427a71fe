"""The side leads everybody to their own places, and to nothing they may not see."""

import re
from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from goodword.doors.web import toasts
from goodword.doors.web.navigation import ON_PHONES, PLACES
from goodword.programme.team.roles import RIGHTS, Role
from goodword.runs.workspace import create_workspace
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

COLLEAGUES = [role for role in Role if role is not Role.ADVOCATE]


def side(page: str) -> list[str]:
    nav = page[page.index('id="nav"') :]
    return re.findall(r'<a href="([^"]+)"', nav[: nav.index("</nav>")])


@pytest.mark.parametrize("role", COLLEAGUES)
def test_everybody_sees_their_own_places_and_may_go_there(role: Role, tmp_path: Path, settings: Settings) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    window = window_of(let_in(f"{role}@northwind.example", role))
    expected = [place.url for place in PLACES if place.url and place.right in RIGHTS[role]]
    shown = side(window.get("/measures/").text)
    assert shown == expected
    assert {url: window.get(url).status_code for url in shown} == dict.fromkeys(shown, 200)


def test_strangers_are_shown_no_places() -> None:
    assert 'id="nav"' not in Client().get("/sign-in/").text


def test_every_place_has_a_key_of_its_own() -> None:
    keys = [place.key for place in PLACES if place.route != "portal"]
    assert len(keys) == len(set(keys))


def test_what_the_bar_of_a_phone_leaves_out_is_behind_more(reader: Client) -> None:
    page = reader.get("/measures/").text
    more = page[page.index('id="more"') :]
    assert side(page)[ON_PHONES:] == [url for url in side(page) if f'<a href="{url}"' in more.split("</div>")[0]]


def test_something_is_said_once_with_a_way_back() -> None:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    toasts.say(request, "Noted.", undo_url="/undo/", undo_fields={"id": "7"})
    told = toasts.take(request)
    assert told == toasts.Toast("Noted.", "/undo/", {"id": "7"})
    assert toasts.take(request) is None
