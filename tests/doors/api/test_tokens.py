"""Only a live token in the header opens the door, and it opens no more than its user's role and its scope allow."""

from datetime import timedelta

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Token
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in, program_of
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db
CONSOLE = Actor.console()


def test_a_session_opens_nothing_here(published: Generation) -> None:
    window = window_of(let_in())
    assert window.get("/people/").status_code == 200
    answer = window.get("/api/v1/people")
    problem_in(answer, 401, "token-missing")
    assert answer["WWW-Authenticate"] == 'Bearer realm="goodword"'
    assert Client(enforce_csrf_checks=True).post("/api/v1/runs").status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic Z3c6", "Token gw_x", "gw_x"])
def test_a_header_without_a_token_is_told_so(db: None, header: str) -> None:
    answer = Client(headers={"authorization": header}).get("/api/v1/me")
    problem_in(answer, 401, "token-missing")
    assert answer["WWW-Authenticate"] == 'Bearer realm="goodword"'


def test_each_token_that_opens_nothing_is_told_why(program: Program) -> None:
    problem_in(Client(headers={"authorization": "Bearer gw_guess"}).get("/api/v1/me"), 401, "token-unknown")
    now = clock.now()
    Token.objects.filter(pk=program.token.pk).update(made_at=now - timedelta(days=9), expires_at=now)
    problem_in(program.get("/me"), 401, "token-expired")
    revoke_token(program.token, by=CONSOLE)
    answer = program.get("/me")
    problem_in(answer, 401, "token-revoked")
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]


def test_whoever_was_let_go_is_out_at_once(program: Program) -> None:
    rosa = let_in("rosa@northwind.example", Role.CSM)
    hers = program_of(rosa)
    assert hers.get("/me").status_code == 200
    deactivate_user(rosa, by=CONSOLE)
    problem_in(hers.get("/me"), 401, "token-without-user")


@pytest.mark.parametrize("query", [{"token": "x"}, {"access_token": "x"}, {"API_KEY": "x"}, {"q": "gw_abc"}])
def test_a_token_in_the_address_is_refused_even_beside_a_good_one(program: Program, query: dict[str, str]) -> None:
    told = problem_in(program.get("/people", **query), 400, "token-in-address")
    assert "Revoke" in told["detail"]


def test_a_token_that_reads_changes_nothing(as_role: NewProgram, published: Generation) -> None:
    reader = as_role(Role.MANAGER, scope="read")
    assert reader.get("/people").status_code == 200
    assert reader.get("/audit").status_code == 200
    for answer in (
        reader.post("/moments/rhiannon/answers", {"verb": "thank"}),
        reader.post("/runs"),
        reader.delete("/answers/1"),
        reader.delete(f"/tokens/{reader.token.pk}"),
    ):
        problem_in(answer, 403, "forbidden")


def test_the_day_of_use_is_remembered(program: Program) -> None:
    assert program.token.used_on is None
    program.get("/me")
    program.token.refresh_from_db()
    assert program.token.used_on == clock.today()


def test_one_sees_and_revokes_ones_own_tokens_only(program: Program) -> None:
    other = program_of(let_in("rosa@northwind.example", Role.CSM))
    told = program.get("/tokens")
    assert [one["token_id"] for one in told.json()["items"]] == [program.token.pk]
    assert program.secret not in told.text
    problem_in(program.delete(f"/tokens/{other.token.pk}"), 404, "missing")
    assert other.get("/me").status_code == 200
    assert other.delete(f"/tokens/{other.token.pk}").status_code == 204
    problem_in(other.get("/me"), 401, "token-revoked")


def test_whatever_goes_wrong_is_a_problem_with_its_mend(program: Program, published: Generation) -> None:
    problem_in(program.get("/no/such/thing"), 404, "missing")
    problem_in(program.get("/"), 404, "missing")
    answer = program.post("/people", {})
    problem_in(answer, 405, "method")
    assert answer["Allow"] == "GET"
    told = problem_in(program.get("/people", limit=0, state="sleepy"), 422, "invalid")
    assert {one["where"] for one in told["errors"]} == {"query.limit", "query.state"}
    problem_in(program.get("/people", stat="ready"), 422, "unknown-parameter")
    problem_in(program.get("/people", q="a\x00b"), 422, "invalid")
    problem_in(program.get("/people/a%00b"), 404, "missing")
    problem_in(program.post("/moments/rhiannon/answers", {"verb": "thank", "mood": 3}), 422, "invalid")
    problem_in(program.post("/moments/rhiannon/answers", {"verb": "thank", "note": "\ud800"}), 422, "invalid")
    problem_in(program.get("/jobs/99999999999999999999"), 422, "invalid")
    raw = Client(headers={"authorization": f"Bearer {program.secret}"})
    for body in ("{", b"\xff\xfe", "[" * 100_000):
        answer = raw.post("/api/v1/moments/rhiannon/answers", body, content_type="application/json")
        problem_in(answer, 400, "unreadable")
    answer = raw.post("/api/v1/moments/rhiannon/answers", "x" * 3_000_000, content_type="application/json")
    problem_in(answer, 413, "too-large")
