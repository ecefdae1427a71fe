"""One letter of every kind that Goodword writes, the links in them, and what a scanner must not change."""

import hashlib
import re
from datetime import timedelta

from django.apps import apps
from django.test import Client

from goodword.doors.mail.digest import queue_digest
from goodword.doors.mail.inviting import writer_for
from goodword.doors.mail.meetings import write
from goodword.doors.mail.testing import test_draft as draft_of_test
from goodword.doors.web.views.sign_in.letters import send_invitation
from goodword.kit import clock
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.asks.actions.send_ask import Post, send_ask
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.filling import Wording
from goodword.programme.desk.models import Preference
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.actions.queue_reminders import queue_reminders
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from tests.letters import queued
from tests.permissions import CONSOLE
from tests.programme.meetings.agreed import actor_of, agreed, picked
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
    _about_a_meeting("selin")
    return list(Letter.objects.order_by("pk"))


def _with_every_link(who: str) -> None:
    """A letter that asks, with a link of each kind that opens something."""
    own_page = make_link(who, "own_page", expires_at=clock.now() + timedelta(days=14), by=Actor.system("mail"))
    words = f"Would you?\n{{answer_link}}\nYour page:\n{SITE}/a/{own_page}/\nNo more: {{stop_link}}\n"
    post = Post(
        to="hemi@teawa.example",
        sender="Goodword <goodword@northwind.example>",
        url_of=lambda secret: f"{SITE}/a/{secret}/",
    )
    wording = Wording("Would you?", words)
    thank_person(who, "call", day=clock.today(), by=CONSOLE)
    send_ask(who, "quote", wording, post, token="a form", day=clock.today(), bounds=Bounds(), by=CONSOLE)
    queued()


def _about_a_meeting(who: str) -> None:
    """A meeting that was moved, and a reminder of it: to both sides."""
    rep = let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")
    Preference.objects.create(user=rep, digest="daily")  # so that news of the request come by letter, too
    first = picked(agreed(who, by=actor_of(rep)), 5, 6)
    assert first.slot is not None
    other = first.slot.offer.slots.order_by("-starts_at")[0]
    pick_slot(other, write=write, by=CONSOLE, instead_of=0)
    soon = other.starts_at - timedelta(hours=20)
    assert queue_reminders(now=soon, ahead=timedelta(hours=24), write=write, by=CONSOLE) == 2


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
