"""Programs that call: a token each, and what is published."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.api.rates import ALLOWANCES
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token, User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.models.token import Scope
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.team import LEILA, let_in
from tests.world import TODAY, the_cast

ROOT = "/api/v1"


class Program:
    """A program with a token."""

    def __init__(self, token: Token, secret: str) -> None:
        self.token, self.secret = token, secret
        self._client = Client(headers={"authorization": f"Bearer {secret}"})

    def get(self, path: str, **query: str | int) -> Any:  # noqa: ANN401  # Django's test answers have more than answers have
        return self._client.get(f"{ROOT}{path}", query)

    def post(self, path: str, body: object = None, **headers: str) -> Any:  # noqa: ANN401  # as above
        return self._client.post(f"{ROOT}{path}", body, content_type="application/json", headers=headers or None)

    def delete(self, path: str, **headers: str) -> Any:  # noqa: ANN401  # as above
        return self._client.delete(f"{ROOT}{path}", headers=headers or None)


def program_of(user: User, *, scope: Scope = "write", days: int = 9) -> Program:
    return Program(*make_token(user, "sheet", scope=scope, lasts=timedelta(days=days), by=Actor.console()))


type NewProgram = Callable[..., Program]


@pytest.fixture(autouse=True)
def unspent() -> Iterator[None]:
    """What a process may give out begins anew with every test, as the tables do."""
    ALLOWANCES.forget()
    yield
    ALLOWANCES.forget()


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, settings: Settings) -> Path:
    path = tmp_path / "workspace"
    create_workspace(path)
    settings.WORKSPACE = path
    return path


@pytest.fixture
def published(db: None) -> Generation:
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def program(db: None) -> Program:
    """Leila's: an administrator's, and it may write."""
    return program_of(let_in())


@pytest.fixture
def as_role(db: None) -> NewProgram:
    """A program of somebody with a role."""

    def made(role: Role, *, scope: Scope = "write", reach: Reach = "all", email: str = "") -> Program:
        address = email or (LEILA if reach == "own" else f"{role.value}@northwind.example")
        return program_of(let_in(address, role, reach=reach), scope=scope)

    return made


def problem_in(answer: Any, status: int, code: str) -> dict[str, Any]:  # noqa: ANN401  # as above
    """The problem an answer tells, which must be this one."""
    told: dict[str, Any] = answer.json()
    assert (answer.status_code, told["code"], told["status"]) == (status, code, status), told
    assert answer["Content-Type"] == "application/problem+json"
    assert told["type"].endswith(code)
    assert told["title"].endswith(".")
    assert told["detail"].endswith(".")
    assert isinstance(told["retry"], bool)
    return told
