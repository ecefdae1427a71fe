"""Needs for programs: filed by the same action as on the page, with who fits as far as the token sees them."""

import pytest

from goodword.programme.advocates.models import Hold
from goodword.programme.needs.models import Claim, Need
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.permissions import CONSOLE

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


def filed(program: Program) -> str:
    return f"/needs/{program.post('/needs', WANTED).json()['need']['need_id']}"


def test_somebody_is_claimed_taken_back_passed_over_and_not_asked(program: Program) -> None:
    need, hemi = filed(program), {"person_id": "hemi"}
    told = program.post(f"{need}/claim", hemi).json()
    assert told["claimed"] == {"person_id": "hemi", "story_id": None, "standing": "claimed"}
    assert told["need"]["standing"] == "claimed"
    assert program.post(f"{need}/claim", hemi).json()["claimed"] == told["claimed"]
    assert Claim.objects.count() == 1
    assert program.post(f"{need}/unclaim", {}).json()["claimed"] is None
    assert program.post(f"{need}/unclaim", {}).json()["need"]["standing"] == "open"
    program.post(f"{need}/claim", hemi)
    told = program.post(f"{need}/refuse", {"reason": "They are on leave."}).json()
    assert told["claimed"] is None
    assert "hemi" not in [one["person_id"] for one in told["matches"]]
    problem_in(program.post(f"{need}/claim", hemi), 422, "not-proposed")
    verbs = AuditEntry.objects.filter(door="api").exclude(verb="file").order_by("number").values_list("verb", flat=True)
    assert list(verbs) == ["claim", "take_back", "claim", "decline"]


def test_who_is_passed_over_is_proposed_no_more(program: Program) -> None:
    need = filed(program)
    problem_in(program.post(f"{need}/pass", {"person_id": "hemi", "reason": " "}), 422, "reason-needed")
    told = program.post(f"{need}/pass", {"person_id": "hemi", "reason": "Another country."}).json()
    assert "hemi" not in [one["person_id"] for one in told["matches"]]


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, "invalid"),
        ({"person_id": "hemi", "story_id": 1}, "invalid"),
        ({"person_id": "zznobody"}, "not-proposed"),
        ({"story_id": 99}, "not-proposed"),
    ],
)
def test_a_claim_names_one_of_the_matches(program: Program, sent: dict[str, object], code: str) -> None:
    problem_in(program.post(f"{filed(program)}/claim", sent), 422, code)
    assert not Claim.objects.exists()


def test_sales_claims_for_their_own_needs_and_learns_no_private_reason(program: Program, as_role: NewProgram) -> None:
    rep, foreign = as_role(Role.SALES), filed(program)
    problem_in(rep.post(f"{foreign}/claim", {"person_id": "hemi"}), 403, "forbidden")
    need = filed(rep)
    Hold.objects.all().delete()
    opt_out_person("hemi", by=CONSOLE)
    problem = problem_in(rep.post(f"{need}/claim", {"person_id": "hemi"}), 422, "not-free")
    assert "opted out" not in str(problem)
    problem_in(rep.post(f"{need}/refuse", {"reason": "No."}), 403, "forbidden")
    assert not Claim.objects.exists()
