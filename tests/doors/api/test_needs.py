"""Needs for programs: filed by the same action as on the page, with who fits as far as the token sees them."""

import pytest

from goodword.programme.advocates.models import Hold
from goodword.programme.needs.models import Need
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

WANTED = {"role": "finance", "use_case": "close", "prospect": "Hallam Breweries", "urgent": True}


def test_a_need_is_filed_and_answered_at_once_with_who_fits(program: Program) -> None:
    made = program.post("/needs", WANTED)
    assert made.status_code == 200, made.text
    told = made.json()
    assert (told["need"]["standing"], told["need"]["role"], told["need"]["urgent"]) == ("open", "finance", True)
    best = told["matches"][0]
    assert (best["person_id"], best["chosen"]) == ("hemi", True)
    assert {one["name"]: one["there"] for one in best["points"]}["use_case"] == "month-end close"
    assert program.get(f"/needs/{told['need']['need_id']}").json() == told
    entry = AuditEntry.objects.latest("number")
    assert (entry.actor_kind, entry.door, entry.verb, entry.noun) == ("token", "api", "file", "need")


def test_a_call_that_arrives_twice_files_one_need(program: Program) -> None:
    key = {"idempotency-key": "n-1"}
    first, again = program.post("/needs", WANTED, **key), program.post("/needs", WANTED, **key)
    assert (first.content, again["Idempotent-Replayed"]) == (again.content, "true")
    assert Need.objects.count() == 1


def test_what_makes_no_sense_is_a_problem(program: Program) -> None:
    problem_in(program.post("/needs", {}), 422, "need-says-nothing")
    problem_in(program.post("/needs", WANTED | {"act_kind": "review"}), 422, "by-lot-only")
    problem_in(program.post("/needs", WANTED | {"needed_by": "2020-01-01"}), 422, "needed-in-the-past")
    problem_in(program.post("/needs", WANTED | {"employees": -1}), 422, "invalid")
    problem_in(program.post("/needs", WANTED | {"surprise": 1}), 422, "invalid")
    problem_in(program.get("/needs/987654321"), 404, "missing")
    assert not Need.objects.exists()


def test_needs_come_in_pages_that_new_ones_do_not_shift(program: Program) -> None:
    made = [program.post("/needs", WANTED).json()["need"]["need_id"] for _time in range(3)]
    first = program.get("/needs", limit=2).json()
    program.post("/needs", WANTED)
    second = program.get("/needs", limit=2, cursor=first["next_cursor"]).json()
    assert [one["need_id"] for one in first["items"] + second["items"]] == made[::-1]


def test_sales_files_and_reads_fit_and_never_how_we_know(as_role: NewProgram) -> None:
    told = as_role(Role.SALES).post("/needs", WANTED)
    points = {one["name"]: (one["state"], one["there"]) for one in told.json()["matches"][0]["points"]}
    assert points["use_case"][1] == ""
    assert points["role"] == ("same", "General Manager Finance")
    for secret in ("month-end", "hemi@teawa.example", *(hold.sentence for hold in Hold.objects.all())):
        assert secret not in told.text


def test_who_only_reads_or_only_looks_files_nothing(as_role: NewProgram) -> None:
    problem_in(as_role(Role.EXECUTIVE).post("/needs", WANTED), 403, "forbidden")
    problem_in(as_role(Role.MANAGER, scope="read").post("/needs", WANTED), 403, "forbidden")
    assert not Need.objects.exists()


def test_who_sees_their_own_accounts_is_told_of_nobody_else(as_role: NewProgram) -> None:
    number = as_role(Role.MANAGER).post("/needs", WANTED).json()["need"]["need_id"]
    told = as_role(Role.CSM, reach="own", email="omar@northwind.example").get(f"/needs/{number}").json()
    assert told["matches"] == []
