"""Which of our users a provider of single sign-on speaks of."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role


def user_behind(provider: str, claims: Mapping[str, Any]) -> User | None:
    """The user with the address that a provider has verified; never one with an address somebody only typed.

    Where the workspace says so, somebody new with an address of a named domain is let in with a named role.
    """
    email = str(claims.get("email", "")).strip().lower()
    if not email or claims.get("email_verified") is not True:  # some say "false", which is true as a text
        return None
    known = User.objects.filter(email=email).first()
    return known or _admitted(provider, email, str(claims.get("name", "")))


def _admitted(provider: str, email: str, name: str) -> User | None:
    role, domains = settings.OIDC_ADMITTED.get(provider, ("", ()))
    if not role or email.rpartition("@")[2] not in domains:
        return None
    try:
        return create_user(email, "", role=Role(role), by=Actor.system("web"), name=name)
    except GoodwordError:
        return None
