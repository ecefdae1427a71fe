"""Every route x every principal x own, foreign, erased and missing objects, against a table written by hand.

The routes are taken from the router: one that is not in the table fails.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django.fixtures import Settings

from goodword.runs.workspace import create_workspace
from tests.authorisation.matrix import Row, rows
from tests.authorisation.objects import Places, place_everything
from tests.authorisation.principals import Visitor, publish_world, visitors

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db


def routes(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns)
        else:
            yield str(pattern.name)


def outcome(answer: "Answer") -> str:
    """What an answer comes to."""
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in/?next="):
        return "sent to sign in"
    return {401: "not let in", 403: "forbidden", 404: "missing"}.get(answer.status_code, "let in")


@dataclass
class House:
    """A published world with one of everything, and everybody who may knock."""

    places: Places
    visitors: dict[str, Visitor]

    def knock(self, visitor: Visitor, row: Row, kind: str) -> "Answer":
        """Send one request, after which everything is as before."""
        cookies = copy(visitor.pages.cookies)
        with transaction.atomic():
            answer = visitor.ask(row.method, row.at(kind, self.places), form=row.send)
            answer.close()  # what is streamed holds a file open
            transaction.set_rollback(True)
        visitor.pages.cookies = cookies
        return answer


@pytest.fixture
def house(tmp_path: Path, settings: Settings) -> House:
    workspace = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = workspace.path
    publish_world()
    found = visitors()
    return House(place_everything(workspace, found, tmp_path), found)


def test_every_route_is_in_the_table() -> None:
    assert {row.route for row in rows()} == set(routes())


@pytest.mark.parametrize("section", sorted({row.section for row in rows()}))
def test_everybody_gets_what_the_table_says(section: str, house: House) -> None:
    wrong = []
    for row in rows():
        for visitor in house.visitors.values() if row.section == section else ():
            wrong += list(differences(house, row, visitor))
    assert not wrong, "\n" + "\n".join(wrong)


def differences(house: House, row: Row, visitor: Visitor) -> Iterator[str]:
    """Where somebody gets something else than the table says, or can tell what is missing from what is foreign."""
    bodies = set()
    for kind, expected in zip(row.objects, row.answers[visitor.name], strict=False):
        answer = house.knock(visitor, row, kind)
        found = outcome(answer)
        if answer.status_code >= 500:
            yield f"{row}, {visitor.name}, {kind}: broke with {answer.status_code}"
        if found != expected:
            yield f"{row}, {visitor.name}, {kind}: {found}, not {expected}"
        if found == "missing":
            bodies.add(_same(answer.content, row.at(kind, house.places)))
    if len(bodies) > 1:
        yield f"{row}, {visitor.name}: one can tell what is foreign from what is missing"


def _same(body: bytes, url: str) -> bytes:
    """The body without the address that was asked for, and without what differs between any two answers."""
    for way in (url, escape(url), quote(url)):
        body = body.replace(way.encode(), b"(url)")
    lines = [line for line in body.splitlines() if b"csrfmiddlewaretoken" not in line]
    return b"\n".join(lines)
