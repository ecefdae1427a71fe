"""A signed-in reader, and what they read."""

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast


@pytest.fixture
def reader(db: None) -> Client:
    """Leila, signed in."""
    return window_of(let_in())


@pytest.fixture
def published(db: None) -> Generation:
    """The cast, published as of today."""
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
