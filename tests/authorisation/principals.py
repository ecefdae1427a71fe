"""Everybody who may knock: fourteen kinds of visitors, each with a browser or a token, over one published world."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.test import Client

from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token, User
from goodword.programme.team.models.token import Scope
from goodword.programme.team.roles import Role
from tests.cast import Cast
from tests.team import LEILA, let_in, window_of
from tests.world import TODAY, the_cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

ROSA = "rosa@northwind.example"
PRINCIPALS = (
    *("anonymous", "advocate self", "advocate other", "csm owner", "csm other", "sales", "executive", "analyst"),
    *("manager", "administrator", "token read", "token write", "token expired", "deactivated"),
)
"""In the order of the columns of matrix.yaml."""

OWN, FOREIGN, ERASED, MISSING = "rhiannon", "farid", "gone", "nobody-at-all"
"""A person of the csm owner's account, one of the csm other's, one who was there before, and one who never was."""

GONE_ACCOUNT = "gone-account"
"""An account that was there before."""


def world() -> Cast:
    """The cast, and a person whose account somebody else cares for."""
    cast = the_cast()
    cast.account("foreign", "Foreign Freight", 9_000, owner_email=ROSA)
    cast.person("farid", "Farid Nasser", "Dispatcher", "foreign", pays=True)
    span = cast.said(
        "farid", "t-900", "It saves us a day each week.", "It saves us a day each week.", at="2026-11-17T08:00"
    )
    cast.likely("farid", {"quote": (0.3, 0.5, 0.7)}, [cast.signal("farid", "win", "2026-11-17T08:00", span)])
    return cast


def publish_world(cast: Cast | None = None) -> None:
    """Publish twice: first with somebody who is erased afterwards."""
    before = world()
    before.account(GONE_ACCOUNT, "Gone GmbH", owner_email=LEILA)
    before.person("gone", "Greta Gone", "Analyst", "oriel")
    publish_findings(before.findings(), as_of=TODAY - timedelta(days=1), fingerprint="before")
    publish_findings((cast or world()).findings(), as_of=TODAY, fingerprint="now")


@dataclass(slots=True)
class Visitor:
    """Somebody who knocks.

    Attributes:
        name: one of PRINCIPALS.
        pages: their browser.
        secret: their token for the API; empty where they have none.
        user: who they are, if anybody.
    """

    name: str
    pages: Client
    secret: str = ""
    user: User | None = None

    def ask(self, method: str, url: str, form: Mapping[str, str] | None = None) -> "Answer":
        """Send a request: with the token to the API, with the browser to pages."""
        if url.startswith("/api/"):
            headers = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
            body = json.dumps(form or {}) if method == "POST" else ""
            return Client().generic(method, url, data=body, content_type="application/json", headers=headers)
        headers = {"Authorization": f"Bearer {self.secret}"} if self.name.startswith("token") else {}
        if method == "POST":
            return self.pages.post(url, form or {}, headers=headers)
        return self.pages.get(url, headers=headers)


def visitors() -> dict[str, Visitor]:
    """All fourteen, by name."""
    found = {"anonymous": Visitor("anonymous", Client())}
    roles = {
        "administrator": ("ada@northwind.example", Role.ADMINISTRATOR),
        "manager": ("mina@northwind.example", Role.MANAGER),
        "csm owner": (LEILA, Role.CSM),
        "csm other": (ROSA, Role.CSM),
        "sales": ("sam@northwind.example", Role.SALES),
        "executive": ("eva@northwind.example", Role.EXECUTIVE),
        "analyst": ("anna@northwind.example", Role.ANALYST),
        "deactivated": ("dora@northwind.example", Role.MANAGER),
    }
    for name, (email, role) in roles.items():
        user = let_in(email, role, name=name.title(), reach="own" if role is Role.CSM else "all")
        found[name] = _in_person(name, user)
    for name, person in (("advocate self", OWN), ("advocate other", FOREIGN)):
        user = let_in(f"{person}@customer.example", Role.SALES, name=name.title())
        give_role(user, Role.ADVOCATE, by=Actor.console(), person_id=person)
        found[name] = _in_person(name, user)
    dora = found["deactivated"].user
    assert dora is not None
    deactivate_user(dora, by=Actor.console())
    manager = found["manager"].user
    assert manager is not None
    found["token read"] = Visitor("token read", Client(), _token(manager, "read"), manager)
    found["token write"] = Visitor("token write", Client(), _token(manager, "write"), manager)
    found["token expired"] = Visitor("token expired", Client(), _token(manager, "write", expired=True), manager)
    return {name: found[name] for name in PRINCIPALS}


def _in_person(name: str, user: User) -> Visitor:
    user.refresh_from_db()
    return Visitor(name, window_of(user), _token(user, "write"), user)


def _token(user: User, scope: Scope, *, expired: bool = False) -> str:
    token, secret = make_token(user, "test", scope=scope, lasts=timedelta(days=30), by=Actor.console())
    if expired:
        began = clock.now() - timedelta(days=60)
        Token.objects.filter(pk=token.pk).update(made_at=began, expires_at=began + timedelta(days=30))
    return secret
