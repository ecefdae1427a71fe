"""A preview that a worker makes: its page while it runs, and what it tells to whom."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.test import Client

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from goodword.programme.tuning.models import SettingChange
from goodword.runs.comparison import Comparison, Move, Turnover
from goodword.runs.jobs.models import Job
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

KEY = "holds.resting.days"
WHY = 'Two quarters & a bit: they "feel" asked too often'


def told(*people: str) -> Comparison:
    """A preview in which these people could be asked no longer."""
    same = Turnover("list", 12, 12, 0, 0)
    left = replace(same, name="ready", after=12 - len(people), left=len(people), left_ids=people)
    return Comparison(
        people=same,
        ready=left,
        first_page=replace(same, name="first_page"),
        finders=tuple(replace(same, name=kind) for kind in SIGNAL_KINDS),
        holds=(replace(left, name="resting", after=12 + len(people), came=len(people), left=0, left_ids=()),),
        risks=(),
        known_before=9,
        known_after=9,
        rises=0,
        falls=1,
        mean_move=-0.02,
        places=2,
        moves=(Move(people[0], 0.5, 0.3),),
    )


def ask(reader: Client) -> Job:
    """Ask for a preview where nothing of this lake was found before, so that a worker has to make it."""
    sent = {"value": "90", "reason": WHY, "do": "preview", "seen": "0"}
    answer = reader.post(f"/settings/{KEY}/change/", sent)
    job = Job.objects.get(kind="preview")
    assert answer.headers["Location"] == f"/settings/{KEY}/preview/{job.pk}/"
    assert job.arguments == {"trial": {KEY: 90}, "day": "2026-11-19", "reason": WHY}
    return job


def done(job: Job, what: Comparison) -> str:
    Job.objects.filter(pk=job.pk).update(state="done", ended_at=job.asked_at, result=what.as_json())
    return f"/settings/{KEY}/preview/{job.pk}/"


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]  # a response


def test_while_a_worker_is_at_it_the_page_says_so_and_asks_again(reader: Client, published: Generation) -> None:
    page = reader.get(f"/settings/{KEY}/preview/{ask(reader).pk}/")
    assert "A worker tries it on the whole workspace. Nothing is published." in text(page)
    assert 'hx-trigger="every 2s"' in page.content.decode()


def test_the_finished_preview_stands_above_the_form_with_the_value_tried(reader: Client, published: Generation) -> None:
    page = reader.get(done(ask(reader), told("rhiannon")))
    said = text(page)
    assert "What “90 days” would do" in said
    assert "12 → 11" in said
    assert "Rhiannon" in said
    assert "0 people would look likelier, 1 less likely; −2.0 points on average." in said
    assert 'value="90"' in page.content.decode()


def test_the_reason_outlives_the_wait_and_is_saved_with_the_value(reader: Client, published: Generation) -> None:
    job = ask(reader)
    waiting = reader.get(f"/settings/{KEY}/preview/{job.pk}/")
    assert field(waiting, "reason") == WHY
    ready = reader.get(done(job, told("rhiannon")))
    sent = {name: field(ready, name) for name in ("value", "reason", "seen")}
    assert sent == {"value": "90", "reason": WHY, "seen": "0"}
    reader.post(f"/settings/{KEY}/change/", {**sent, "do": "save"})
    assert SettingChange.objects.values_list("value", "reason").get() == (90, WHY)


def test_a_preview_that_was_asked_for_before_reasons_were_kept_still_has_its_page(
    reader: Client, published: Generation
) -> None:
    job = ask(reader)
    Job.objects.filter(pk=job.pk).update(arguments={"trial": {KEY: 90}, "day": "2026-11-19"})
    assert field(reader.get(f"/settings/{KEY}/preview/{job.pk}/"), "reason") == ""


def field(answer: object, name: str) -> str:
    """What a field of the form holds."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]*>', answer.content.decode())  # type: ignore[attr-defined]  # a response
    assert found
    value = re.search(r'value="([^"]*)"', found[0])
    return unescape(value[1]) if value else ""


def test_names_are_told_only_of_people_whom_the_reader_sees(published: Generation) -> None:
    owner = window_of(let_in("leila@northwind.example", Role.MANAGER, reach="own"))
    stranger = window_of(let_in("nobody@northwind.example", Role.MANAGER, reach="own"))
    address = done(ask(owner), told("rhiannon"))
    assert "Rhiannon" in text(owner.get(address))
    hidden = text(stranger.get(address))
    assert "Rhiannon" not in hidden
    assert "12 → 11" in hidden


def test_a_job_of_another_setting_or_kind_is_no_preview_of_this_one(reader: Client, published: Generation) -> None:
    job = ask(reader)
    assert reader.get(f"/settings/holds.not_now.days/preview/{job.pk}/").status_code == 404
    Job.objects.filter(pk=job.pk).update(kind="run")
    assert reader.get(f"/settings/{KEY}/preview/{job.pk}/").status_code == 404
