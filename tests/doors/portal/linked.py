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
from tests.permissions import CONSOLE

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
