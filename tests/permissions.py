"""Words of the cast about what we may do: one call a word."""

from datetime import date
from typing import Any

from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.proofs import ProofStore
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.team.actor import Actor
from tests.world import TODAY

CONSOLE = Actor.console()
TOLD = Evidence(kind="said", said_to="leila@northwind.example", wording="You may quote me.")


def saying(key: Person | Account, act_kind: str = "", **more: Any) -> Saying:  # noqa: ANN401  # the fields of a scope and of a saying
    """A word of somebody, said ten days ago unless it says otherwise."""
    sides = {name: more.pop(name) for name in ("asset", "audience", "prospect", "channel", "territory") if name in more}
    about: dict[str, Any] = {"given_on": date(2026, 11, 9), "evidence": TOLD} | more
    return Saying(key=key, scope=Scope(act_kind=act_kind, **sides), **about)


def person(person_id: str) -> Person:
    return Person.objects.get(pk=person_id)


def account(account_id: str) -> Account:
    return Account.objects.get(pk=account_id)


def allows(
    key: Person | Account,
    act_kind: str = "",
    *,
    by: Actor = CONSOLE,
    proofs: ProofStore | None = None,
    **more: Any,  # noqa: ANN401  # as above
) -> Grant:
    """They said yes; for everybody unless it says otherwise."""
    return grant_permission(saying(key, act_kind, **({"audience": "public"} | more)), by=by, proofs=proofs)


def forbids(key: Person | Account, act_kind: str = "", *, by: Actor = CONSOLE, **more: Any) -> Grant:  # noqa: ANN401  # as above
    """They said no."""
    return deny_permission(saying(key, act_kind, **more), by=by)


__all__ = ["CONSOLE", "TODAY", "TOLD", "account", "allows", "forbids", "person", "saying"]
