"""Public reviews for programs: sites, a draw by lot, its proof; and no call that invites anybody."""

import pytest

from goodword.finding.drawing.lot import draw, promise
from goodword.programme.lots.models import Draw, Eligible, Invitation, Site
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs import drawing
from goodword.runs.jobs.models import Job
from tests.doors.api.conftest import NewProgram, Program, problem_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

RULES = {"name": "Peerview", "url": "https://peerview.example/us", "disclosure": "You were drawn by lot.", "size": 3}


def test_a_site_is_added_changed_and_drawn_for_once_a_day_and_the_proof_can_be_checked(program: Program) -> None:
    site = program.post("/reviews/sites", RULES).json()
    assert (site["name"], site["days_between"], site["active"]) == ("Peerview", 365, True)
    changed = program.post(f"/reviews/sites/{site['site_id']}", RULES | {"days_between": 90}).json()
    assert changed == site | {"days_between": 90}
    assert program.get("/reviews/sites").json()["items"] == [changed]
    asked = program.post(f"/reviews/sites/{site['site_id']}/draw", {}).json()
    assert (asked["job_id"], asked["draw"]["done"], asked["draw"]["drawn"]) == (None, True, 3)
    number = asked["draw"]["draw_id"]
    assert program.get("/reviews/draws").json()["items"] == [asked["draw"]]
    proof = program.get(f"/reviews/draws/{number}").json()
    ids = Eligible.objects.filter(draw=number).values_list("person_id", flat=True)
    told = Eligible.objects.drawn().filter(draw=number).values_list("person_id", flat=True)
    assert draw(ids, 3, seed=bytes.fromhex(proof["seed"])) == tuple(told)
    assert promise(bytes.fromhex(proof["seed"])) == proof["draw"]["promise"]
    assert (proof["faults"], proof["erased_since"]) == ([], 0)
    assert {one["column"] for one in proof["compared"]} == {"nps", "likelihood", "signals", "arr"}
    assert not any(person in str(proof) for person in ids)
    problem_in(program.post(f"/reviews/sites/{site['site_id']}/draw", {}), 422, "drawn-today")
    assert set(AuditEntry.objects.filter(noun="draw").values_list("door", flat=True)) == {"api"}


def test_a_draw_that_is_not_done_shows_its_promise_and_never_its_seed(program: Program) -> None:
    site = Site.objects.get(pk=program.post("/reviews/sites", RULES).json()["site_id"])
    seed = bytes(range(32))
    made = Draw.objects.create(
        site=site, seed=seed.hex(), promise=promise(seed), size=3, as_of="2026-11-01", asked_at="2026-11-01T08:00Z"
    )
    [told] = program.get("/reviews/draws").json()["items"]
    assert (told["done"], told["promise"]) == (False, made.promise)
    assert seed.hex() not in str(told)
    problem_in(program.get(f"/reviews/draws/{made.pk}"), 404, "missing")


def test_among_many_people_a_worker_draws(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    site = program.post("/reviews/sites", RULES).json()
    monkeypatch.setattr(drawing, "AT_ONCE", 1)
    asked = program.post(f"/reviews/sites/{site['site_id']}/draw", {}).json()
    assert (asked["draw"], Job.objects.get().pk) == (None, asked["job_id"])


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"url": "peerview"}, "bad-site-url"),
        ({"disclosure": " "}, "no-disclosure"),
        ({"name": "{site}"}, "bad-site-name"),
        ({"act_kind": "reference_call"}, "kind-without-lot"),
        ({"size": 0}, "invalid"),
        ({"who": ["hemi"]}, "invalid"),
        ({"by_score": True}, "invalid"),
    ],
)
def test_a_site_that_hides_why_or_chooses_by_score_is_none(
    program: Program, changed: dict[str, object], code: str
) -> None:
    problem_in(program.post("/reviews/sites", RULES | changed), 422, code)
    assert not Site.objects.exists()


def test_no_call_invites_anybody_and_who_may_not_change_settings_draws_nobody(as_role: NewProgram) -> None:
    manager = as_role(Role.MANAGER)
    site = manager.post("/reviews/sites", RULES).json()["site_id"]
    csm = as_role(Role.CSM)
    problem_in(csm.post(f"/reviews/sites/{site}/draw", {}), 403, "forbidden")
    problem_in(manager.post(f"/reviews/sites/{site}/draw", {"who": "hemi"}), 422, "invalid")
    assert (Draw.objects.count(), Invitation.objects.count()) == (0, 0)
