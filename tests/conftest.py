"""What holds for every test."""

import os
from collections.abc import Iterator
from importlib import import_module

import pytest
from _pytest.nodeid import NodeId
from django.apps import apps
from django.db import connection
from django.db.models.signals import post_migrate
from hypothesis import settings
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from tests.chromium import chromium

__all__ = ["at_length", "chromium", "dying", "emptied_trail", "fast_passwords"]

# The same examples every time: a change is red because of what it changed. `HYPOTHESIS_PROFILE=explore make test` looks
# for new ones. No deadlines: how fast something is belongs to bench/.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

_GUARDS = import_module("goodword.programme.team.migrations.0008_audit_tombstones")
_KINDS, _BURDENS, _REVIEWS, _MEETINGS = (
    import_module(f"goodword.programme.permissions.migrations.{name}")
    for name in ("0002_shipped_kinds", "0003_kind_burdens", "0004_own_kinds", "0006_at_a_time")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The long passes: `make test-faults`, `make test-engines`."""
    parser.addoption("--at-length", action="store_true", help="ten times as many attempts, kills and steps")
    parser.addoption("--kills", type=int, help="kill so many senders of letters in each way, instead of 25 or 1,000")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let tests of one group run in one process, as their marks say: what they prepare once is prepared once then.

    pytest-xdist 3.8 writes the group into an attribute which pytest 9.2 does not read any more.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        if mark is not None and item.nodeid.rfind("@") <= item.nodeid.rfind("]"):
            item._id = NodeId.parse(f"{item.nodeid}@{mark.args[0]}")  # the only way in


@pytest.fixture
def at_length(request: pytest.FixtureRequest) -> int:
    """How many times as much is tried as in `make test`: 10 in the long passes."""
    return 10 if request.config.getoption("--at-length") else 1


@pytest.fixture
def dying(request: pytest.FixtureRequest) -> int | None:
    """How many senders of letters are killed in each way, where somebody says so."""
    kills: int | None = request.config.getoption("--kills")
    return kills


@pytest.fixture(autouse=True)
def fast_passwords(request: pytest.FixtureRequest) -> None:
    """Real hashing takes half a second each time, which is its purpose and no use here."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        wrapper: Settings = request.getfixturevalue("settings")
        wrapper.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def emptied_trail(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The audit trail refuses to be emptied, also for the next test: its guards are down while that is done only."""
    marker = request.node.get_closest_marker("django_db")
    emptied = "transactional_db" in request.fixturenames or bool(marker and marker.kwargs.get("transaction"))
    if emptied:
        request.getfixturevalue("transactional_db")  # so that it is emptied after what follows here
    yield
    if emptied:
        with django_db_blocker.unblock():
            _GUARDS.unprotect(connection)


def _as_migrated(**told: object) -> None:
    """Put back what migrations have written, once a database was emptied: the guards of the trail, the kinds of acts.

    A test that is not rolled back empties the database behind itself, and any test may be the next in its process.
    """
    if "plan" in told or getattr(told["sender"], "label", "") != "permissions":
        return  # of a migration, which has written them itself
    _GUARDS.protect(connection)
    _KINDS.ship(apps, None)
    _BURDENS.fill(apps, None)
    _REVIEWS.mark(apps, None)
    _MEETINGS.fill(apps, None)


post_migrate.connect(_as_migrated)
