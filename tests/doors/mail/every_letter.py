"""One letter of every kind that Goodword writes, the links in them, and what a scanner must not change."""

import hashlib
import re
from datetime import timedelta

from django.apps import apps
from django.test import Client

from goodword.doors.mail.digest import queue_digest
from goodword.doors.mail.inviting import writer_for
from goodword.doors.mail.testing import test_draft as draft_of_test
from goodword.doors.web.views.sign_in.letters import send_invitation
from goodword.kit import clock
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from tests.letters import queued
from tests.permissions import CONSOLE
from tests.team import LEILA, let_in

SITE = "https://goodword.northwind.example"

METERS = frozenset({"sessions.Session", "calls.CallWindow", "team.FailedSignIn"})
"""Tables that count who knocks; nobody's data, and nothing anybody decided."""


def queue_every_letter() -> list[Letter]:
    """Write them all: to colleagues, and to a customer's person. Letters must be addressed from `SITE`."""
    leila = let_in()
    Client().post("/sign-in/code/", {"email": LEILA})
    send_invitation("new@northwind.example", inviter="Leila", workspace="Northwind")
    queue_letter(draft_of_test(LEILA, "Goodword <goodword@northwind.example>", SITE), by=CONSOLE)
    assert queue_digest(leila)
    generation = Publication.current()
    selin = ListedPerson.objects.within(generation).get(person_id="selin")  # type: ignore[arg-type]  # it is published
    invite_person(selin, by=CONSOLE, write=writer_for(selin, leila))
    _with_every_link("hemi")
    return list(Letter.objects.order_by("pk"))


def _with_every_link(who: str) -> None:
    """A letter that asks, with a link of each kind that opens something."""
    ask = ask_person(who, "quote", day=clock.today(), bounds=Bounds(), by=CONSOLE)
    lasts = {"by": Actor.system("mail"), "expires_at": clock.now() + timedelta(days=14)}
    answer = make_link(who, "answer", ask.ledger_id, **lasts)  # type: ignore[arg-type]  # both are what they should be
    own_page = make_link(who, "own_page", **lasts)  # type: ignore[arg-type]  # as above
    unsubscribe = make_link(who, "unsubscribe", **lasts)  # type: ignore[arg-type]  # as above
    words = f"Would you?\n{SITE}/a/{answer}/\nYour page:\n{SITE}/a/{own_page}/\n"
    queued(text=words, unsubscribe_url=f"{SITE}/a/{unsubscribe}/")


def links_in(letters: list[Letter]) -> list[str]:
    """Every address of ours in them, without the site."""
    texts = [f"{one.text}\n{one.html}\n{one.unsubscribe_url}" for one in letters]
    found = {path for text in texts for path in re.findall(re.escape(SITE) + r"(/[^\s\"'<>)]*)", text)}
    return sorted(path.rstrip(".,;") for path in found)


def state() -> dict[str, str]:
    """Everything in the database but the meters, a digest a table."""
    return {
        model._meta.label: _digest(sorted(map(str, model._base_manager.values_list())))
        for model in apps.get_models()
        if model._meta.label not in METERS
    }


def _digest(rows: list[str]) -> str:
    return hashlib.sha256("\n".join(rows).encode("utf-8", "replace")).hexdigest()
