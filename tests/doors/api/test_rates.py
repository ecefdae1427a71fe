"""How often one may call: the same limit however many processes serve, and told with every answer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.api.rates import Allowances
from goodword.kit import clock
from goodword.programme.calls.models import CallWindow
from tests.doors.api.conftest import Program, problem_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 19, 9, 30, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stopped_clock(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def test_too_many_calls_are_stopped_until_the_next_minute(
    program: Program, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.API_LIMITS = {"read": 3, "write": 1, "stranger": 2}
    left = [program.get("/me")["RateLimit"] for _ in range(3)]
    assert left == ['"read";r=2;t=40', '"read";r=1;t=40', '"read";r=0;t=40']
    answer = program.get("/me")
    assert problem_in(answer, 429, "too-many-calls")["retry"] is True
    assert answer["Retry-After"] == "40"
    assert answer["RateLimit-Policy"] == '"read";q=3;w=60'
    assert program.post("/runs").status_code == 202, "what changes something has a limit of its own"
    problem_in(program.post("/runs"), 429, "too-many-calls")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(seconds=40))
    assert program.get("/me").status_code == 200


def test_strangers_are_counted_by_address_which_is_not_kept(db: None, settings: Settings) -> None:
    settings.API_LIMITS = {"read": 3, "write": 1, "stranger": 2}
    client = Client(REMOTE_ADDR="192.0.2.7")
    assert [client.get("/api/v1/me").status_code for _ in range(3)] == [401, 401, 429]
    assert Client(REMOTE_ADDR="192.0.2.8").get("/api/v1/me").status_code == 401
    assert not any("192.0.2" in row.subject for row in CallWindow.objects.all())


def test_processes_together_let_no_more_through_than_the_limit() -> None:
    processes = [Allowances() for _ in range(4)]
    let_through = sum(processes[call % 4].take("token 1", "read", 300, NOW).allowed for call in range(600))
    assert let_through == 300
    assert CallWindow.objects.get().granted == 300


def test_most_calls_cost_no_write(django_assert_max_num_queries: object) -> None:
    allowances = Allowances()
    allowances.take("token 1", "read", 300, NOW)
    with django_assert_max_num_queries(0):  # type: ignore[operator]  # a fixture that is a function
        for _ in range(9):
            assert allowances.take("token 1", "read", 300, NOW).allowed


def test_old_windows_are_forgotten() -> None:
    Allowances().take("token 1", "read", 300, NOW)
    Allowances().take("token 1", "read", 300, NOW + timedelta(hours=2))
    assert CallWindow.objects.count() == 1
