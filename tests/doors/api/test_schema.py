"""Made-up calls, right ones and wrong ones, as every role: no 5xx, all as described, nobody let in who may not."""

import pytest
from pytest_django.fixtures import Settings

from bench.api_fuzz import Caller, fuzz
from goodword.config.wsgi import application
from goodword.doors.api.site import operations
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import RIGHTS, Role
from tests.doors.api.conftest import NewProgram

CASES = 100
KNOWN = {"person_id": ["rhiannon", "selin", "amara", "nobody"], "answer_id": ["1", "2"], "job_id": ["1"]}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVOCATE])
def test_made_up_calls_are_answered_as_described(
    as_role: NewProgram, published: Generation, settings: Settings, role: Role
) -> None:
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 10**9)
    program = as_role(role)
    admitted = {one.route: one.policy.needs <= RIGHTS[role] for one in operations()}
    figures = fuzz(Caller(application, program.secret, admitted, KNOWN), CASES)
    assert not figures.faults, "\n".join(figures.faults[:5])
    assert figures.cases >= CASES
    assert figures.statuses[200] > 0
