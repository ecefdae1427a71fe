"""Programs that read mail follow every link before a person does: nothing may come of that."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.outbox.purposes import PURPOSES
from goodword.programme.people.opted_out import opted_out
from goodword.runs.workspace import create_workspace
from tests.doors.mail.every_letter import SITE, links_in, queue_every_letter, state
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

SCANNERS: dict[str, tuple[str, dict[str, str]]] = {
    "head": ("HEAD", {}),
    "get": ("GET", {"user-agent": "Barracuda Sentinel"}),
    "without an agent": ("GET", {"user-agent": ""}),
    "prefetch": ("GET", {"sec-purpose": "prefetch", "purpose": "prefetch", "x-moz": "prefetch"}),
    "prerender": ("GET", {"sec-purpose": "prefetch;prerender"}),
    "preview": ("GET", {"user-agent": "Slackbot-LinkExpanding 1.0", "range": "bytes=0-32768"}),
}
"""How programs ask, by what we call them: method and headers."""


@pytest.fixture
def links(tmp_path: Path, settings: Settings) -> list[str]:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL, settings.SMTP_SERVER = SITE, read_server("smtp://127.0.0.1:2525")
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    letters = queue_every_letter()
    assert {one.purpose for one in letters} == set(PURPOSES)
    return links_in(letters)


def test_every_kind_of_link_is_among_them(links: list[str]) -> None:
    kinds = {link.split("/")[1] for link in links}
    assert kinds >= {"a", "stop-digest", "people", "me", "sign-in"}
    assert len([link for link in links if link.startswith("/a/")]) == 6


@pytest.mark.parametrize("scanner", SCANNERS)
def test_no_scanner_changes_anything(links: list[str], scanner: str) -> None:
    method, headers = SCANNERS[scanner]
    before = state()
    for link in links:
        answer = Client(headers=headers).generic(method, link)
        assert answer.status_code in {200, 302}, link
    assert state() == before


def test_a_second_look_and_a_changed_one_change_nothing(links: list[str]) -> None:
    before = state()
    for link in (one for one in links if one.startswith("/a/")):
        for path in (link, f"{link}?said=erase&do=stop&answer=never", f"{link}everything.json", link.rstrip("/")):
            for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"):
                assert Client().generic(method, path).status_code < 500
    assert state() == before


def test_a_press_of_a_button_alone_changes_nothing_but_an_unsubscription(links: list[str]) -> None:
    before = state()
    found = {link: Client().get(link).text for link in links if link.startswith("/a/")}
    unsubscribe = next(link for link, page in found.items() if "No more letters?" in page)
    for link in set(found) - {unsubscribe}:
        for wish in ("answer", "stop", "not_them", "limit", "export", "erase", "welcome"):
            Client().post(link, {"do": wish, "answer": "accepted"})
    assert state() == before
    Client().post(unsubscribe, {"List-Unsubscribe": "One-Click"})
    assert opted_out("hemi") is not None
    assert state() != before
