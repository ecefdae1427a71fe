"""Colleagues for tests: one call lets somebody in."""

from django.test import Client

from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.roles import Role

PASSWORD = "a long walk by the sea"
LEILA = "leila@northwind.example"


def let_in(
    email: str = LEILA,
    role: Role = Role.ADMINISTRATOR,
    *,
    name: str = "Leila Haddad",
    password: str = PASSWORD,
    reach: Reach = "all",
) -> User:
    """Make a user who may sign in."""
    return create_user(email, password, role=role, by=Actor.console(), name=name, reach=reach)


def window_of(user: User) -> Client:
    """A browser in which somebody has signed in."""
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    client.force_login(user)
    return client
