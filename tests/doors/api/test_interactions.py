"""What somebody said arrives by a program: kept once, heard, and on Today at once."""

from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from goodword.evidence.lake.local import LocalLake
from goodword.programme.advocates.models import Generation, Moment, Signal
from goodword.programme.calls.models import IdempotencyKey
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.suppression import marks_of
from goodword.programme.rights.actions.begin_erasure import begin_erasure
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.landing_texts import land_texts
from goodword.runs.workspace import open_workspace
from tests.doors.api.conftest import NewProgram, Program, problem_in

pytestmark = pytest.mark.django_db

TO = "/people/rhiannon/interactions"
WIN = "We cut onboarding from six weeks to four days"
KEY = {"idempotency-key": "call-4711"}


def waiting(program: Program) -> list[str]:
    return [one["person_id"] for one in program.get("/moments").json()["items"]]


def kept(workspace: Path) -> int:
    """How many interactions rest in the lake once all of them have gone there."""
    land_texts(open_workspace(workspace))
    return sum(rows.num_rows for rows in LocalLake(workspace / "lake").stored("interactions"))


def test_a_text_leads_its_moment_at_once_and_is_kept_once(
    program: Program, published: Generation, workspace: Path
) -> None:
    before = Moment.objects.get(person_id="rhiannon")
    told: dict[str, Any] = program.post(TO, {"text": WIN, "channel": "call", "interaction_id": "c1"}, **KEY).json()
    assert (told["new"], told["resting"], told["why_not"]) == (True, False, None)
    (remark,) = told["remarks"]
    assert (remark["kind"], WIN[remark["start"] : remark["end"]]) == ("win", remark["quote"])
    now = Moment.objects.get(person_id="rhiannon")
    assert now.words is not None
    assert (now.signal_id, now.words["quote"], now.further) == (told["signal_id"], WIN, before.further + 1)
    assert waiting(program).count("rhiannon") == 1
    for headers in (KEY, {}):
        again = program.post(TO, {"text": WIN, "channel": "call", "interaction_id": "c1"}, **headers)
        assert again.json()["signal_id"] == told["signal_id"]
    assert kept(workspace) == 1
    assert Signal.objects.filter(signal_id=told["signal_id"]).count() == 1
    assert AuditEntry.objects.filter(verb="raise", noun="moment", object_id="rhiannon").count() == 1


def test_a_text_that_is_only_heard_is_kept_nowhere_whatever_key_it_comes_with(
    program: Program, published: Generation, workspace: Path
) -> None:
    moments = list(Moment.objects.order_by("pk").values())
    for text in (f"Hello. {WIN}.", "We love the dashboards."):  # a key that was remembered would bring the first answer
        (remark,) = program.post("/hearing", {"text": text, "channel": "call"}, **KEY).json()["remarks"]
        assert remark["quote"] == text[remark["start"] : remark["end"]]
        assert remark["kind"] == ("win" if WIN in text else "praise")
        assert 0.5 < remark["probability"] <= 1
    assert not IdempotencyKey.objects.exists()
    assert not AuditEntry.objects.filter(noun="moment").exists()
    assert (kept(workspace), list(Moment.objects.order_by("pk").values())) == (0, moments)
    assert not (workspace / "heard").exists()


def test_who_only_hears_sends_a_bounded_text_so_many_times_a_minute_and_may_see_words(
    program: Program, as_role: NewProgram, published: Generation, settings: Settings
) -> None:
    problem_in(program.post("/hearing", {"text": ""}), 422, "invalid")
    problem_in(program.post("/hearing", {"text": "a" * 20_001}), 422, "invalid")
    problem_in(program.post("/hearing", {"text": WIN, "channel": "fax"}), 422, "invalid")
    problem_in(as_role(Role.SALES).post("/hearing", {"text": WIN}), 403, "forbidden")
    reader = as_role(Role.EXECUTIVE, scope="read", email="e@northwind.example")
    settings.API_LIMITS = {**settings.API_LIMITS, "write": 1}
    assert reader.post("/hearing", {"text": WIN}).status_code == 200
    problem_in(reader.post("/hearing", {"text": WIN}), 429, "too-many-calls")


def test_an_answer_to_it_stands(program: Program, published: Generation) -> None:
    program.post(TO, {"text": WIN, "interaction_id": "c1"})
    program.post("/moments/rhiannon/answers", {"verb": "thank"})
    assert "rhiannon" not in waiting(program)
    program.post(TO, {"text": WIN, "interaction_id": "c1"})
    assert "rhiannon" not in waiting(program)
    program.post(TO, {"text": f"{WIN}, again", "interaction_id": "c2"})
    assert "rhiannon" in waiting(program)


def test_who_opted_out_gets_no_moment_and_of_who_was_erased_nothing_is_kept(
    program: Program, published: Generation, workspace: Path
) -> None:
    opt_out_person("rhiannon", by=Actor.console())
    told = program.post(TO, {"text": WIN}).json()
    assert (told["signal_id"], told["why_not"]) == (None, "opted_out")
    assert kept(workspace) == 1
    email = program.get("/people/hemi").json()["email"]
    begin_erasure("erased-1", marks_of([], [email]), by=Actor.console())
    problem_in(program.post("/people/hemi/interactions", {"text": WIN}), 422, "text-rejected")
    assert kept(workspace) == 1


def test_what_no_load_would_take_is_refused_with_the_way_out_and_not_kept(
    program: Program, published: Generation, workspace: Path
) -> None:
    problem_in(program.post(TO, {"text": ""}), 422, "invalid")
    problem_in(program.post(TO, {"text": "   "}), 422, "bad-text")
    problem_in(program.post(TO, {"text": WIN, "channel": "fax"}), 422, "invalid")
    problem_in(program.post(TO, {"text": WIN, "account_id": "nowhere"}), 422, "unknown-account")
    problem_in(program.post("/people/per_unheard_of/interactions", {"text": WIN}), 404, "missing")
    assert kept(workspace) == 0


def test_only_who_may_load_data_may_send_a_text(as_role: NewProgram, published: Generation) -> None:
    problem_in(as_role(Role.CSM).post(TO, {"text": WIN}), 403, "forbidden")
    problem_in(
        as_role(Role.MANAGER, scope="read", email="m@northwind.example").post(TO, {"text": WIN}), 403, "forbidden"
    )
    assert as_role(Role.MANAGER).post(TO, {"text": WIN}).status_code == 200
