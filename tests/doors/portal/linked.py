"""Links as letters bring them, and the browser of whoever opens one: no account, no cookie."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.test import Client

from goodword.kit import clock
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Story
from goodword.programme.stories.telling import Said, Telling
from tests.permissions import CONSOLE, account, person

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


def asked(who: str = "hemi", kind: str = "quote") -> Ask:
    return ask_person(who, kind, day=clock.today(), bounds=Bounds(), by=CONSOLE)


def link_to(who: str, purpose: str, about: str = "", *, days: int = 14) -> str:
    """Where a link leads."""
    secret = make_link(who, purpose, about, expires_at=clock.now() + timedelta(days=days), by=CONSOLE)
    return f"/a/{secret}/"


def link_to_ask(ask: Ask, who: str = "hemi") -> str:
    return link_to(who, "answer", ask.ledger_id)


def phone() -> Client:
    """A browser that keeps no cookie and sends no form token."""
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en-GB,en;q=0.9"})


def say(url: str, **wish: str) -> "Answer":
    """Press once, and once more where that is asked; return the page it leads to."""
    first = phone().post(url, wish)
    word = word_in(first.text)
    return phone().post(url, {"sure": word}, follow=True) if word else first


def word_in(page: str) -> str:
    """The word that makes a wish count."""
    found = re.search(r'name="sure" value="([^"]+)"', page)
    return found[1] if found else ""


STORY_WORDS = "We closed the books four days earlier."


def approved_story(
    text: str = f"It used to hurt. {STORY_WORDS}", *, story: Story | None = None, audience: str = "public"
) -> Story:
    """A story that quotes Hemi, as our people approved it."""
    told = Telling(
        account=account("teawa"),
        title="Te Awa closes in five days",
        text=text,
        quotes=(Said(person("hemi"), STORY_WORDS),),
        audience=audience,
    )
    version = write_story(told, by=CONSOLE, story=story)
    approve_version(version, by=CONSOLE)
    return version.story
