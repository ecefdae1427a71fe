"""A signed-in reader, and what they read."""

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.models import User
from tests.world import TODAY, the_cast


@pytest.fixture
def reader(db: None) -> Client:
    """Leila, signed in."""
    client = Client()
    client.force_login(User.objects.create(email="leila@northwind.example", name="Leila Haddad"))
    return client


@pytest.fixture
def published(db: None) -> Generation:
    """The cast, published as of today."""
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
