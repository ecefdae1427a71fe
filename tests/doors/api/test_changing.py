"""Calls that change something: the actions of the pages, each done once however often the call arrives."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from goodword.doors.api.callers import Caller
from goodword.doors.api.problems import problem_of
from goodword.doors.api.repeating import do_once
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.answering import MomentAnswer
from goodword.programme.advocates.models import Generation
from goodword.programme.calls.models import IdempotencyKey
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.principal import principal_of_token
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record
from tests.doors.api.conftest import NewProgram, Program, problem_in, program_of
from tests.team import let_in

pytestmark = pytest.mark.django_db

ANSWERS = "/moments/rhiannon/answers"
KEY = {"idempotency-key": "3f0c-1"}


def test_a_moment_is_answered_and_the_answer_taken_back(program: Program, published: Generation) -> None:
    before = [one["person_id"] for one in program.get("/moments").json()["items"]]
    given = program.post(ANSWERS, {"verb": "thank", "note": "called her"})
    assert given.status_code == 200
    assert given.json()["verb"] == "thank"
    assert "called her" not in given.text, "notes are for pages: the answer is kept with its key"
    after = [one["person_id"] for one in program.get("/moments").json()["items"]]
    assert after == [one for one in before if one != "rhiannon"]
    entry = AuditEntry.objects.latest("number")
    assert (entry.actor_kind, entry.actor_id, entry.door) == ("token", str(program.token.pk), "api")
    assert program.delete(f"/answers/{given.json()['answer_id']}").status_code == 204
    assert [one["person_id"] for one in program.get("/moments").json()["items"]] == before


def test_moments_come_in_pages_that_an_answer_does_not_shift(program: Program, published: Generation) -> None:
    everybody = [one["person_id"] for one in program.get("/moments").json()["items"]]
    first = program.get("/moments", limit=2).json()
    program.post(f"/moments/{everybody[0]}/answers", {"verb": "pass"})
    second = program.get("/moments", limit=2, cursor=first["next_cursor"]).json()
    seen = [one["person_id"] for one in first["items"] + second["items"]]
    assert seen == everybody[:4]
    resting = [one["person_id"] for one in program.get("/moments", state="resting").json()["items"]]
    assert set(resting) == {"amara", "ingrid", "meiling"}


def test_the_action_refuses_as_it_does_on_the_page(program: Program, published: Generation) -> None:
    past = (clock.today() - timedelta(days=1)).isoformat()
    problem_in(program.post(ANSWERS, {"verb": "later", "until": past}), 422, "day-is-over")
    problem_in(program.post(ANSWERS, {"verb": "later", "until": "soon"}), 422, "invalid")
    problem_in(program.delete("/answers/999"), 404, "missing")
    assert not MomentAnswer.objects.exists()


def test_an_answer_about_somebody_elses_account_is_missing(as_role: NewProgram, published: Generation) -> None:
    manager, csm = as_role(Role.MANAGER), as_role(Role.CSM, reach="own")
    given = manager.post("/moments/selin/answers", {"verb": "thank"}).json()["answer_id"]
    foreign, missing = csm.delete(f"/answers/{given}"), csm.delete("/answers/999")
    assert (foreign.status_code, foreign.content) == (404, missing.content)
    assert MomentAnswer.objects.standing().count() == 1


def test_the_same_call_again_gets_the_same_answer_and_does_nothing(program: Program, published: Generation) -> None:
    first = program.post(ANSWERS, {"verb": "later"}, **KEY)
    program.delete(f"/answers/{first.json()['answer_id']}")
    entries = AuditEntry.objects.count()
    again = program.post(ANSWERS, {"verb": "later"}, **KEY)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again["Content-Type"] == first["Content-Type"]
    assert (again["Idempotent-Replayed"], "Idempotent-Replayed" in first) == ("true", False)
    assert MomentAnswer.objects.count() == 1
    assert AuditEntry.objects.count() == entries
    gone = program.delete(f"/answers/{first.json()['answer_id']}", **KEY)
    assert (gone.status_code, "Idempotent-Replayed" in gone) == (204, False), "a key belongs to its route"


def test_a_key_is_not_taken_for_another_call(program: Program, published: Generation) -> None:
    program.post(ANSWERS, {"verb": "thank"}, **KEY)
    problem_in(program.post(ANSWERS, {"verb": "pass"}, **KEY), 422, "key-of-another-call")
    problem_in(program.post("/moments/hemi/answers", {"verb": "thank"}, **KEY), 422, "key-of-another-call")
    other = program_of(let_in("rosa@northwind.example", Role.MANAGER))
    assert other.post("/moments/hemi/answers", {"verb": "thank"}, **KEY).status_code == 200, "nor for another token's"


def test_a_call_that_is_under_way_is_not_begun_again(program: Program, published: Generation) -> None:
    program.post(ANSWERS, {"verb": "thank"}, **KEY)
    MomentAnswer.objects.all().delete()
    IdempotencyKey.objects.update(status=None, body="", content_type="", claimed_at=clock.now())
    assert problem_in(program.post(ANSWERS, {"verb": "thank"}, **KEY), 409, "call-under-way")["retry"] is True
    assert not MomentAnswer.objects.exists()
    IdempotencyKey.objects.update(claimed_at=clock.now() - IdempotencyKey.PATIENCE)
    assert program.post(ANSWERS, {"verb": "thank"}, **KEY).status_code == 200, "one that is not heard of did nothing"
    assert MomentAnswer.objects.count() == 1


def test_what_failed_may_be_corrected_under_the_same_key(program: Program, published: Generation) -> None:
    problem_in(program.post("/moments/gone/answers", {"verb": "thank"}, **KEY), 404, "missing")
    assert not IdempotencyKey.objects.exists()
    assert program.post(ANSWERS, {"verb": "thank"}, **KEY).status_code == 200


def test_keys_are_forgotten_after_a_day(program: Program, published: Generation) -> None:
    first = program.post(ANSWERS, {"verb": "later"}, **KEY).json()
    program.delete(f"/answers/{first['answer_id']}")
    IdempotencyKey.objects.update(expires_at=clock.now())
    again = program.post(ANSWERS, {"verb": "thank"}, **KEY)
    assert again.json()["answer_id"] != first["answer_id"]
    assert IdempotencyKey.objects.count() == 1


@pytest.mark.parametrize("key", ["", "é", "x" * 201, "a\tb"])
def test_a_key_that_cannot_be_kept_is_refused(program: Program, published: Generation, key: str) -> None:
    answer = program.post(ANSWERS, {"verb": "thank"}, **{"idempotency-key": key})
    problem_in(answer, 422, "bad-idempotency-key")
    assert not MomentAnswer.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "k"}])
def test_of_a_call_that_ends_with_an_error_nothing_is_left(program: Program, headers: dict[str, str]) -> None:
    principal = principal_of_token(program.token)
    assert principal is not None
    request = RequestFactory().post("/api/v1/things", headers=headers)

    def half_done() -> HttpResponse:
        record(principal.actor, "begin", "thing")
        return problem_of(GoodwordError("odd", "It went wrong in the middle.", "Nothing to do."))

    before = AuditEntry.objects.count()
    answer = do_once(request, Caller(program.token, principal), "POST /things", half_done)
    assert answer.status_code == 422
    assert AuditEntry.objects.count() == before
    assert not IdempotencyKey.objects.exists()
