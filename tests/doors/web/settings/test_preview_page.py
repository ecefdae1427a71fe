"""A preview that a worker makes: its page while it runs, and what it tells to whom."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from goodword.runs.comparison import Comparison, Move, Turnover
from goodword.runs.jobs.models import Job
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

KEY = "holds.resting.days"


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
    answer = reader.post(f"/settings/{KEY}/change/", {"value": "90", "do": "preview", "seen": "0"})
    job = Job.objects.get(kind="preview")
    assert answer.headers["Location"] == f"/settings/{KEY}/preview/{job.pk}/"
    assert job.arguments == {"trial": {KEY: 90}, "day": "2026-11-19"}
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
