"""Canaries: a word that stands nowhere else is planted in every field that is not for everybody, and everything is
crawled as everybody. Where somebody may not see a field, its canary must not sing: on no page, in no export, no search
result, no answer of the API, and not as a hit either when the canary itself is searched for.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.models import Moment, Publication
from goodword.programme.team.actor import Actor
from goodword.runs.workspace import create_workspace
from tests.authorisation.matrix import rows
from tests.authorisation.objects import Places, place_everything
from tests.authorisation.principals import PRINCIPALS, Visitor, publish_world, visitors, world
from tests.cast import TODAY, Cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db

ALL_ACCOUNTS = {"manager", "administrator", "token read", "token write"}
CARING = ALL_ACCOUNTS | {"csm owner"}

MAY_SEE = {
    "zqcontact": CARING | {"advocate self"},
    "zqkey": CARING,
    "zqcomment": CARING | {"executive", "advocate self"},
    "zqticket": CARING | {"executive", "advocate self"},
    "zqsaid": CARING | {"executive", "advocate self"},
    "zqaround": CARING,
    "zqtitle": CARING,
    "zqhold": CARING | {"executive"},
    "zqanswer": CARING,
    "zqpublic": CARING | {"executive", "sales", "advocate self"},
    "zqname": CARING | {"executive", "sales", "advocate self"},
    "7.7731": CARING | {"executive"},
    "zqproof": CARING,
    "zqreason": {"manager", "administrator", "csm owner"},
    "77317.25": CARING | {"executive"},
    "zqdomain": CARING,
    "zqtheme": CARING | {"executive", "advocate self"},
    "zqnote": CARING,
    "zqrecord": {"manager", "administrator", "csm owner"},
    "zqrejected": {"manager", "administrator"},
    "zqupload": {"manager", "administrator"},
}
"""By canary: who may see the field it is planted in. Everybody else must not."""

MOST_PAGES = 400
SEARCHES = (
    *("/people/?q={}", "/search/?q={}", "/people/export.csv?q={}", "/search/export.csv?q={}", "/accounts/?q={}"),
    *("/accounts/export.csv?q={}", "/api/v1/search?q={}", "/api/v1/people?q={}", "/api/v1/accounts?q={}"),
)


def with_canaries() -> Cast:
    """The world, where somebody at the csm owner's account carries a canary in every field."""
    cast = world()
    for row in cast.rows["persons"]:
        if row["person_id"] == "rhiannon":
            row |= {"name": "Zqname Pugh", "email": "zqcontact@oriel.example", "emails": ["zqcontact@oriel.example"]}
            row["person_keys"] = ["crm:zqkey"]
    for row in cast.rows["accounts"]:
        if row["account_id"] == "oriel":
            row |= {"arr": 77317.25, "domains": ["zqdomain.example"]}
    spans = [
        cast.said("rhiannon", "nps-zq", "zqcomment made my week.", "zqcomment made my week.", at="2026-11-17T08:00",
                  channel="survey"),
        cast.said("rhiannon", "t-zq", "zqticket saved us a day.", "zqticket saved us a day.", at="2026-11-16T08:00",
                  themes=("zqtheme", "zqtheme of harvest")),
        cast.said("rhiannon", "p-zq", "zqpublic is the way to go.", "zqpublic is the way to go.",
                  at="2026-11-15T08:00", channel="community"),
        cast.said("rhiannon", "c-zq", "We noted zqaround. Zqsaid pays for itself.", "Zqsaid pays for itself.",
                  at="2026-11-19T08:00", channel="call", kind="win", title="zqtitle"),
    ]  # fmt: skip
    cast.signal("rhiannon", "promoter", "2026-11-17T08:00", spans[0], numbers={"score": 7.7731})
    cast.signal("rhiannon", "win", "2026-11-19T08:00", spans[3], spans[1])
    cast.signal("rhiannon", "champion", "2026-11-15T08:00", spans[2])
    cast.hold("rhiannon", "complaint", "She complained about zqhold.", act_kind="logo")
    return cast


def urls(places: Places) -> Iterator[str]:
    """Every address of the table that can be looked at, for every kind of object, and searches for each canary."""
    for row in rows():
        if row.method == "GET":
            for kind in row.objects:
                yield row.at(kind, places)
    for canary in MAY_SEE:
        for place in SEARCHES:
            yield place.format(quote(canary))


def crawl(visitor: Visitor, places: Places) -> Iterator[tuple[str, str]]:
    """Every page somebody can reach from there, with its text."""
    waiting, known = list(urls(places)), set[str]()
    while waiting and len(known) < MOST_PAGES:
        url = waiting.pop(0)
        if url in known:
            continue
        known.add(url)
        answer = visitor.ask("GET", url)
        text = body_of(answer)
        yield url, text
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            links = re.findall(r'(?:href|hx-get)="(/[^"#]*)', text)
            waiting += [unescape(link) for link in links if not link.startswith(("/static/", "/sign-"))]


def body_of(answer: "Answer") -> str:
    return answer.getvalue().decode("utf-8", errors="replace")


@pytest.mark.parametrize("name", PRINCIPALS)
def test_no_canary_sings_where_it_may_not(name: str, tmp_path: Path, settings: Settings) -> None:
    workspace = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = workspace.path
    publish_world(with_canaries())
    generation = Publication.current()
    assert generation is not None
    moment = Moment.objects.within(generation).about("rhiannon").get()
    answer_moment(moment, "thank", by=Actor.console(), note="zqanswer")
    Act.objects.create(kind="quote", done_on=TODAY, account_id="oriel", note="Zqnote: she asked for flowers.")
    everybody = visitors()
    visitor, places = everybody[name], place_everything(workspace, everybody, tmp_path)
    leaks, heard = [], set()
    for url, text in crawl(visitor, places):
        asked = {canary for canary in MAY_SEE if canary in url}
        for canary, who in MAY_SEE.items():
            if canary in text.lower() and canary not in asked:
                heard.add(canary)
                if name not in who:
                    leaks.append(f"{canary} at {url}")
    assert leaks == []
    allowed = {canary for canary, who in MAY_SEE.items() if name in who}
    if not name.startswith("token"):
        assert heard == allowed, "a canary that nobody hears proves nothing"


@pytest.mark.parametrize("name", ["sales", "executive"])
def test_an_account_is_not_found_by_a_domain_that_may_not_be_seen(name: str) -> None:
    publish_world(with_canaries())
    everybody = visitors()
    for place in ("/accounts/?q={}", "/api/v1/accounts?q={}"):
        assert "Oriel" not in everybody[name].ask("GET", place.format("zqdomain")).text
        assert "Oriel" in everybody["manager"].ask("GET", place.format("zqdomain")).text


@pytest.mark.parametrize("canary", ["zqcontact", "zqkey", "zqsaid"])
def test_what_may_not_be_seen_cannot_be_found_either(canary: str) -> None:
    publish_world(with_canaries())
    everybody = visitors()
    for name in ("sales", "csm other"):
        page = everybody[name].ask("GET", f"/people/?q={canary}").text
        assert "Zqname" not in page, name
    assert "Zqname" in everybody["manager"].ask("GET", f"/people/?q={canary}").text


def test_the_stranger_hears_nothing_at_all() -> None:
    publish_world(with_canaries())
    for row in rows():
        if row.method == "GET":
            text = Client().get(row.url.replace("{person}", "rhiannon")).text.lower()
            assert [canary for canary in MAY_SEE if canary in text] == [], row.url
