"""Draw for public reviews: at once where few are known, by a job where many are."""

import secrets
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from goodword.evidence.records.known import KNOWN
from goodword.finding.drawing.answers import nps_answers
from goodword.finding.drawing.lot import SEED_BYTES, draw, promise
from goodword.kit.clock import end_of
from goodword.programme.advocates.models import Publication
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.models import Drawing, Site
from goodword.programme.lots.policies import nobody_published, refuse_draw
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.jobs.models import Job
from goodword.runs.pipeline import open_day
from goodword.runs.proving import AT_ONCE, compare
from goodword.runs.workspace import Workspace

DRAW = "draw"
KINDS = (DRAW,)


def is_quick() -> bool:
    """Whether so few people are known that somebody can wait for a draw, and for who may be drawn."""
    generation = Publication.current()
    return generation is None or int(generation.counts.get("people", 0)) <= AT_ONCE


def draw_for(site: Site, *, workspace: Workspace, day: date, by: Actor) -> Drawing:
    """Draw for a site: promise a seed, then find out who is eligible, then draw. One that was begun is gone on with.

    Raises:
        GoodwordError: the site is put aside, there was a draw today, or nobody is published yet.
    """
    if Publication.current() is None:
        raise nobody_published()
    seed = secrets.token_bytes(SEED_BYTES)
    promised = promise_draw(site, seed=seed, promise=promise(seed), day=day, by=by)
    return finish_draw(promised, lot=_lot, compare=compare, nps=latest_nps(workspace, promised.as_of), by=by)


def ask_draw(site: Site, *, day: date, by: Actor) -> Job:
    """Have a worker draw for a site; asked twice for a day it is the same job.

    Raises:
        GoodwordError: the site is put aside, there was a draw today, or nobody is published yet.
    """
    if Publication.current() is None:
        raise nobody_published()
    begun = site.draws.filter(done__isnull=True).exists()
    refusal = None if begun else refuse_draw(site, day=day)
    if refusal is not None:
        raise refusal
    return ask_job(DRAW, {"site": site.pk, "day": day.isoformat()}, by=by, key=f"{DRAW}:{site.pk}:{day}")


@job(DRAW, label=_("Draw by lot"))
def draw_job(task: Task) -> Result:
    """Draw. A second attempt finishes what was begun, or says what was drawn."""
    site, day = Site.objects.get(pk=task.arguments["site"]), date.fromisoformat(task.arguments["day"])
    task.progress("draw", 0, 0)
    done = Drawing.objects.filter(draw__site=site, draw__as_of=day).first()
    done = done or draw_for(site, workspace=task.workspace, day=day, by=task.by)
    return {"draw": done.draw_id, "eligible": done.eligible, "drawn": done.drawn}


def _lot(eligible: Collection[str], size: int, seed: bytes) -> Collection[str]:
    return draw(eligible, size, seed=seed)


def latest_nps(workspace: Workspace, day: date) -> dict[str, float]:
    """The latest answer to the NPS question of everybody who gave one up to a day, by the id of today."""
    asked = nps_answers(KNOWN["responses"].unbound(), as_of=end_of(day))
    with open_day(workspace, day) as work:
        work.know()
        answers = work.session.fetch(asked)
    today = dict(Person.objects.exclude(root=None).values_list("person_id", "root_id"))
    people: list[str] = answers["person_id"].to_pylist()  # type: ignore[assignment]  # neither is ever empty here
    scores: list[float] = answers["score"].to_pylist()  # type: ignore[assignment]  # as above
    return {today.get(one, one): float(score) for one, score in zip(people, scores, strict=True)}
