"""What a browser is told: no inline style or script, nothing from elsewhere, and headers that keep it so."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from goodword.programme.advocates.models import Generation

pytestmark = pytest.mark.django_db

WEB = Path(__file__).parents[3] / "src/goodword/doors/web"
URLS = ("/today/", "/people/", "/people/selin/", "/people/nobody/", "/no-such-page/")


class Finder(HTMLParser):
    """Collects what a strict policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.found += [f"{tag} {name}" for name in known if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in known):
            self.found.append(f"inline {tag}")
        places = [value for name, value in attrs if name in {"src", "href", "action"} and value]
        self.found += [value for value in places if not value.startswith(("/", "#", "?"))]


def test_no_page_needs_what_the_policy_forbids(reader: Client, published: Generation) -> None:
    pages = [reader.get(url).text for url in URLS] + [Client().get("/sign-in/").text]
    for page in pages:
        finder = Finder()
        finder.feed(page)
        assert finder.found == []


def test_every_answer_carries_the_headers(reader: Client, published: Generation) -> None:
    for url in URLS:
        answer = reader.get(url)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"


def test_styles_and_scripts_fetch_nothing_from_elsewhere() -> None:
    for path in (WEB / "static/web").iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|url\(", text), path.name


def test_templates_are_short_and_never_trust_text() -> None:
    for path in (WEB / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 150, path.name
        assert "|safe" not in text, path.name
        assert "autoescape off" not in text, path.name


def test_static_files_are_served_without_an_extra_step() -> None:
    answer = Client().get("/static/web/goodword.css")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/css")
    assert b"".join(answer.streaming_content).startswith(b"/* Goodword")  # type: ignore[attr-defined]  # files stream
    answer.close()


def test_the_theme_is_remembered_and_turns_back() -> None:
    client = Client()
    answer = client.post("/theme/", {"next": "/sign-in/"})
    assert answer["Location"] == "/sign-in/"
    assert 'data-theme="dark"' in client.get("/sign-in/").text
    client.post("/theme/")
    assert 'data-theme="light"' in client.get("/sign-in/").text
    assert client.post("/theme/", {"next": "https://elsewhere.example/"})["Location"] == "/"
    assert client.get("/theme/").status_code == 405
    client.cookies["theme"] = '"><script>'
    assert "<script>" not in client.get("/sign-in/").text.replace("<script type", "")


def test_a_word_that_is_no_address_leads_home(reader: Client) -> None:
    for word in ("no such page", "people"):
        assert reader.post("/people/answers/", {"next": word})["Location"] == "/"
