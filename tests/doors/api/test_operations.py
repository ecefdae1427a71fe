"""Every operation declares its policy, and what is described is what is served."""

import json
import re
from collections import Counter

import jsonschema_rs
import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pydantic import BaseModel
from schemathesis.specs.openapi.definitions import OPENAPI_31

from goodword.doors.api.entrance import Entrance, Nowhere
from goodword.doors.api.operations import Bearer, Operations
from goodword.doors.api.problems import problem
from goodword.doors.api.site import API, description, operations
from goodword.doors.api.urls import urlpatterns
from goodword.doors.web.policies import Guarded, may, signed_in
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import RIGHTS, Right, Role
from tests.architecture.tree import ROOT
from tests.doors.api.conftest import NewProgram

SNAPSHOT = ROOT / "docs" / "reference" / "openapi.json"
PAGE = ROOT / "docs" / "reference" / "api.md"


def test_an_operation_without_a_policy_cannot_be_registered() -> None:
    group = Operations("test")

    def view(request: HttpRequest) -> None:
        raise AssertionError

    with pytest.raises(TypeError, match="declares no policy"):
        group.get("/open")(view)
    with pytest.raises(TypeError, match="declares no policy"):
        API.get("/open")(view)
    with pytest.raises(TypeError):
        group.operation("GET", "/open")  # type: ignore[call-arg]  # which is the point
    group.operation("GET", "/closed", signed_in, None, status=204)(view)
    assert [one.policy for one in group.declared] == [signed_in]


def test_an_operation_guards_itself_however_it_is_reached() -> None:
    request = RequestFactory().get("/api/v1/people")
    with pytest.raises(PermissionDenied):
        Bearer(may(Right.SEE_PEOPLE))(request)
    with pytest.raises(PermissionDenied):
        Bearer(signed_in)(request)


def test_every_address_stands_behind_an_entrance_and_every_operation_is_served() -> None:
    assert all(isinstance(route.callback, Guarded) for route in urlpatterns)
    entrances = [route.callback for route in urlpatterns if isinstance(route.callback, Entrance)]
    served = {one for entrance in entrances for one in entrance.operations.values()}
    assert served == set(operations())
    others = {type(route.callback) for route in urlpatterns} - {Entrance, Nowhere}
    assert others == {Guarded}, "the description itself"


def test_the_description_is_openapi_3_1() -> None:
    told = json.loads(json.dumps(description()))
    assert told["openapi"].startswith("3.1")
    jsonschema_rs.validator_for(OPENAPI_31).validate(told)
    for schema in told["components"]["schemas"].values():
        jsonschema_rs.Draft202012Validator({**schema, "components": told["components"]})
    references = set(re.findall(r'"#/components/(\w+)/([\w-]+)"', json.dumps(told)))
    assert all(name in told["components"][where] for where, name in references)


def test_no_two_shapes_share_a_name_for_the_description_would_tell_one_of_them_twice() -> None:
    names = Counter(one.__name__ for one in _below(BaseModel) if one.__module__.startswith("goodword.doors.api"))
    assert names["GrantOut"] == 1
    assert [name for name, many in names.items() if many > 1] == []


def _below(model: type[BaseModel]) -> set[type[BaseModel]]:
    direct = set(model.__subclasses__())
    return direct.union(*(_below(one) for one in direct))


def test_the_kept_description_is_the_live_one() -> None:
    assert json.loads(SNAPSHOT.read_text(encoding="utf-8")) == json.loads(json.dumps(description())), (
        "run `make reference`"
    )
    assert Client().get("/api/v1/openapi.json").json() == json.loads(json.dumps(description()))


def test_the_description_tells_policy_problems_limits_and_keys_of_every_operation() -> None:
    told = description()["paths"]
    for operation in operations():
        one = told[f"/api/v1{operation.path}"][operation.method.lower()]
        assert one["x-policy"] == operation.policy.name
        assert {"401", "403", "422", "429"} <= one["responses"].keys()
        assert ("Idempotency-Key" in {each["name"] for each in one["parameters"]}) == operation.changes
        assert one["security"] == [{"Bearer": []}]
        assert one["summary"]


def test_the_page_names_every_operation_with_its_policy() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for operation in operations():
        assert f"`{operation.method} {operation.path}`" in page
        assert f"| `{operation.policy.name}` |" in page


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVOCATE])
def test_each_role_is_let_in_where_its_rights_say_so_and_nowhere_else(as_role: NewProgram, role: Role) -> None:
    program = as_role(role)
    for operation in operations():
        path = re.sub(r"{\w+}", "987654", operation.path)
        answer = getattr(program, operation.method.lower())(path)
        admitted = operation.policy.needs <= RIGHTS[role]
        assert (answer.status_code == 403) != admitted, (operation, answer.content)
        assert answer.status_code < 500


def test_a_problem_of_an_action_says_whether_to_try_again() -> None:
    answer = problem(GoodwordError("busy", "It is busy.", "Wait.", retry=True), 409)
    assert json.loads(answer.content)["retry"] is True
