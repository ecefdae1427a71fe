"""The cast in a database of its own, and a token for each role, for `make api-fuzz`."""

import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command

django.setup()

from goodword.config.wsgi import application  # noqa: E402  # models need Django set up
from goodword.doors.api.site import operations  # noqa: E402  # as above
from goodword.programme.advocates.actions.publish_findings import publish_findings  # noqa: E402  # as above
from goodword.programme.team.actions.create_user import create_user  # noqa: E402  # as above
from goodword.programme.team.actions.make_token import make_token  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.programme.team.roles import RIGHTS, Role  # noqa: E402  # as above
from goodword.runs.workspace import create_workspace  # noqa: E402  # as above
from tests.world import TODAY, the_cast  # noqa: E402  # as above


@dataclass(frozen=True, slots=True)
class World:
    """What one pass needs; see `bench.api_fuzz.fuzz`."""

    application: Any
    secret: str
    admitted: dict[str, bool]
    known: dict[str, list[str]]


def known_ids() -> dict[str, list[str]]:
    """Ids of the cast that addresses may name."""
    return {"person_id": ["rhiannon", "selin", "hemi", "amara", "nobody"], "answer_id": ["1", "2"], "job_id": ["1"]}


def admitted(role: Role) -> dict[str, bool]:
    """By route, whether a role may."""
    return {one.route: one.policy.needs <= RIGHTS[role] for one in operations()}


def every_role(wanted: list[str]) -> Iterator[tuple[str, World]]:
    """A world for each role, or for those that are named."""
    with tempfile.TemporaryDirectory(prefix="goodword-fuzz-") as folder:
        create_workspace(Path(folder))
        settings.WORKSPACE = Path(folder)
        settings.ALLOWED_HOSTS = ["*"]
        settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 10**9)
        logging.getLogger("django.request").setLevel(logging.ERROR)  # thousands of refusals are what is wanted
        call_command("migrate", verbosity=0)
        publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
        for role in Role:
            if role is Role.ADVOCATE or (wanted and role.value not in wanted):
                continue
            user = create_user(
                f"{role.value}@northwind.example", "a long walk by the sea", role=role, by=Actor.console()
            )
            _, secret = make_token(user, "fuzz", scope="write", lasts=timedelta(days=2), by=Actor.console())
            yield role.value, World(application, secret, admitted(role), known_ids())
