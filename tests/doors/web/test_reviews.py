"""The pages of public reviews: add a site, see who could be drawn, draw, look at the proof; choose nobody."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.web.views.reviews import looking
from goodword.finding.drawing.lot import draw, promise
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.choosing.models import LotRule
from goodword.programme.lots.models import Draw, Eligible, Site
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.kinds import Policy
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs import drawing
from goodword.runs.jobs.kinds import Task
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import create_workspace, open_workspace
from tests.permissions import CONSOLE
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

RULES = {"name": "Peerview", "url": "https://peerview.example/us", "disclosure": "By lot.", "size": 3}
RULES |= {"act_kind": "review", "active": "on"}
BASIS = "Counsel’s advice of 3 November 2026 on a closed panel."


@pytest.fixture
def boss(db: None, settings: Settings, tmp_path: Path) -> Client:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    return window_of(let_in(role=Role.ADMINISTRATOR))


def added(reader: Client) -> Site:
    answer = reader.post("/reviews/sites/add/", RULES | {"days_between": 300})
    assert answer.status_code == 302
    return Site.objects.get()


def test_a_site_is_added_and_its_page_counts_who_could_be_drawn(boss: Client) -> None:
    assert "No site yet." in boss.get("/reviews/").text
    assert "drawn by lot" not in boss.get("/reviews/sites/add/").text
    assert "You were invited by lot" in boss.get("/reviews/sites/add/").text
    where = added(boss)
    opt_out_person("hemi", by=CONSOLE)
    page = boss.get(f"/reviews/sites/{where.pk}/").text
    assert "<dt>opted out</dt><dd>1</dd>" in page
    assert "could be drawn today." in page
    wrong = boss.post(f"/reviews/sites/{where.pk}/", RULES | {"days_between": 300, "url": "peerview"})
    assert (wrong.status_code, "is no address of a page" in wrong.text) == (422, True)
    assert Site.objects.get().url == "https://peerview.example/us"


def test_a_site_may_draw_for_a_kind_of_ones_own_that_goes_by_lot_and_for_no_other(boss: Client) -> None:
    assert "Video review" not in boss.get("/reviews/sites/add/").text
    kind = Policy("video_review", by_choice=False, public_review=True, label="Video review")
    add_kind(kind, by=CONSOLE)
    assert "Video review" in boss.get("/reviews/sites/add/").text
    chosen = boss.post("/reviews/sites/add/", RULES | {"days_between": 300, "act_kind": "quote"})
    assert (chosen.status_code, Site.objects.count()) == (422, 0)
    boss.post("/reviews/sites/add/", RULES | {"days_between": 300, "act_kind": "video_review"})
    assert Site.objects.get().act_kind_id == "video_review"
    assert "Video review" in boss.get("/reviews/").text


def test_a_draw_is_made_once_a_day_and_its_proof_shown_without_a_name(boss: Client) -> None:
    where = added(boss)
    answer = boss.post(f"/reviews/sites/{where.pk}/draw/")
    made = Draw.objects.get()
    assert answer["Location"] == f"/reviews/draws/{made.pk}/"
    page = boss.get(answer["Location"]).text
    assert "The seed is the promised one" in page
    assert made.seed in page
    assert not [row.person.name for row in Eligible.objects.select_related("person") if row.person.name in page]
    again = boss.post(f"/reviews/sites/{where.pk}/draw/")
    assert (again.status_code, "There was a draw for Peerview today." in again.text) == (422, True)
    assert f"/reviews/draws/{made.pk}/" in boss.get("/reviews/").text


def test_rows_that_somebody_changed_show_in_the_proof(boss: Client) -> None:
    boss.post(f"/reviews/sites/{added(boss).pk}/draw/")
    Eligible.objects.filter(place=1).update(place=None)
    assert "It does not fit." in boss.get(f"/reviews/draws/{Draw.objects.get().pk}/").text


def test_both_files_hold_what_it_takes_to_draw_again_and_stand_in_the_trail(boss: Client) -> None:
    boss.post(f"/reviews/sites/{added(boss).pk}/draw/")
    made = Draw.objects.get()
    told = json.loads(boss.get(f"/reviews/draws/{made.pk}/proof.json").content)
    seed = bytes.fromhex(told["seed"])
    drawn = {one["person_id"] for one in told["people"] if one["drawn"]}
    again = set(draw([one["person_id"] for one in told["people"]], 3, seed=seed))
    assert (promise(seed), drawn) == (told["promise"], again)
    sheet = boss.get(f"/reviews/draws/{made.pk}/eligible.csv").getvalue().decode()
    rows = list(csv.DictReader(line for line in io.StringIO(sheet) if not line.startswith("#")))
    assert [row["person_id"] for row in rows] == [one["person_id"] for one in told["people"]]
    assert AuditEntry.objects.filter(noun="list", object_id="review-eligible").count() == 2


def test_only_an_administrator_switches_the_lot_off_with_a_legal_basis_and_everybody_sees_it(boss: Client) -> None:
    manager = window_of(let_in("m@northwind.example", role=Role.MANAGER))
    assert manager.post("/reviews/rule/", {"legal_basis": BASIS}).status_code == 403
    assert boss.post("/reviews/rule/", {"legal_basis": "because"}).status_code == 422
    assert not LotRule.objects.exists()
    assert boss.post("/reviews/rule/", {"legal_basis": BASIS}).status_code == 302
    assert BASIS in manager.get("/reviews/").text
    boss.post("/reviews/rule/", {"on": "1"})
    assert BASIS not in manager.get("/reviews/").text
    assert list(AuditEntry.objects.filter(noun="lot_rule").order_by("number").values_list("verb", "reason")) == [
        ("switch_off", BASIS),
        ("switch_on", ""),
    ]


def test_among_many_a_worker_draws_and_no_page_looks_at_everybody(
    boss: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = added(boss)
    for module in (drawing, looking):
        monkeypatch.setattr(module, "AT_ONCE", 1)
    page = boss.get(f"/reviews/sites/{where.pk}/").text
    assert "is found out with the draw" in page
    assert "could be drawn today." not in page
    asked = boss.post(f"/reviews/sites/{where.pk}/draw/")
    assert boss.post(f"/reviews/sites/{where.pk}/draw/").headers["location"] == asked.headers["location"]
    assert not Draw.objects.exists()
    workspace = open_workspace(settings.WORKSPACE)
    for _attempt in range(2):  # as after a worker that was killed once it had drawn
        job = Job.objects.get()
        task = Task(workspace, job.arguments, CONSOLE, str(job.pk), lambda *_: None)
        result = drawing.draw_job(task)
    made = Draw.objects.get()
    assert result == {"draw": made.pk, "eligible": made.done.eligible, "drawn": 3}
    Job.objects.update(state="done", result=result, ended_at=made.done.at)
    assert f'href="/reviews/draws/{made.pk}/"' in boss.get(asked.headers["location"]).text
    proof = boss.get(f"/reviews/draws/{made.pk}/").text
    assert "does not check it each time" in proof
    assert "It was a lot." not in proof
    again = boss.post(f"/reviews/sites/{where.pk}/draw/")
    assert (again.status_code, "There was a draw for Peerview today." in again.text) == (422, True)


def test_a_proof_keeps_how_the_drawn_compared_when_somebody_is_gone_since(boss: Client) -> None:
    where = added(boss)
    boss.post(f"/reviews/sites/{where.pk}/draw/")
    made = Draw.objects.get()
    before = json.loads(boss.get(f"/reviews/draws/{made.pk}/proof.json").content)
    Eligible.objects.filter(draw=made, place=None).first().delete()  # type: ignore[union-attr]  # one is there
    after = json.loads(boss.get(f"/reviews/draws/{made.pk}/proof.json").content)
    assert (after["associations"], after["faults"], after["erased_since"]) == (before["associations"], [], 1)
    assert [one["ticket"] for one in after["people"]] == sorted(one["ticket"] for one in after["people"])
