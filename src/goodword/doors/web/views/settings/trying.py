"""Show what another value would do to today's list: at once where that is quick, else as a job."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.jobs import shown as shown_job
from goodword.doors.web.views.settings.forms import SettingForm
from goodword.doors.web.views.settings.looking import page, setting_or_404
from goodword.doors.web.views.settings.shown import tables, value_words, workspace_here
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_risk import RISK_LABELS
from goodword.programme.advocates.wording import SIGNALS, hold_words
from goodword.programme.team.roles import Right
from goodword.runs.comparison import Comparison, Turnover
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.models import Job
from goodword.runs.previewing import PREVIEW, is_quick, preview
from goodword.runs.settings.resolving import held
from goodword.runs.settings.setting import Setting, Value

NAMED = 8


def try_out(request: HttpRequest, wanted: Setting, form: SettingForm) -> HttpResponse:
    """Make a preview and show it above the form; where it takes long, ask a worker for it.

    Raises:
        GoodwordError: nothing is published yet, or the findings cannot be made.
    """
    generation = Publication.current()
    if generation is None:
        raise GoodwordError("nothing-published", "There is no list yet to compare with.", "Load data and run once.")
    workspace = workspace_here()
    trial = {wanted.key: form.cleaned_data["value"]}
    if is_quick(workspace):
        told = preview(workspace, generation.as_of, trial)
        return page(request, wanted, form=form, more=_facts(request, generation, wanted, told, trial[wanted.key]))
    # The reason is kept with the job: whoever waited for the preview goes on where they were.
    arguments = {"trial": trial, "day": generation.as_of.isoformat(), "reason": form.cleaned_data["reason"]}
    job = ask_job(PREVIEW, arguments, by=principal_in(request).actor)
    return redirect("setting-preview", wanted.key, job.pk)


@policy(may(Right.CHANGE_SETTINGS))
def trial(request: HttpRequest, key: str, job_id: int) -> HttpResponse:
    """Show how far a preview is that a worker makes, then what came of it."""
    wanted = setting_or_404(key)
    job = Job.objects.filter(pk=job_id, kind=PREVIEW).first()
    if job is None or key not in job.arguments.get("trial", {}):
        raise Http404
    value = wanted.check(job.arguments["trial"][key], where=str(wanted.label))
    more: dict[str, Any] = {"job": job, "job_shown": shown_job(job)}
    generation = Publication.current()
    if job.state == "done" and generation is not None:
        more = _facts(request, generation, wanted, Comparison.from_json(job.result or {}), value)
    form = SettingForm.of(held(tables(), key), value, reason=job.arguments.get("reason", ""))
    return page(request, wanted, form=form, more=more)


@dataclass(frozen=True, slots=True)
class Shift:
    """How the members of one set change, with names as far as the reader sees them."""

    label: str
    it: Turnover
    came: list[tuple[str, str]]
    left: list[tuple[str, str]]

    @property
    def more_came(self) -> int:
        """How many would come in who are not named."""
        return self.it.came - len(self.came)

    @property
    def more_left(self) -> int:
        """How many would drop out who are not named."""
        return self.it.left - len(self.left)


def _facts(
    request: HttpRequest, generation: Generation, wanted: Setting, told: Comparison, value: Value
) -> dict[str, Any]:
    names = _names(request, generation, told)

    def shift(label: str, it: Turnover) -> Shift:
        came = [(one, names[one]) for one in it.came_ids if one in names][:NAMED]
        left = [(one, names[one]) for one in it.left_ids if one in names][:NAMED]
        return Shift(label, it, came, left)

    sight = Sight.of(principal_in(request))
    moves = [(one, names[one.person_id]) for one in told.moves if one.person_id in names] if sight.scores else []
    return {
        "preview": told,
        "tried": value_words(wanted, value),
        "day": generation.as_of,
        "people": shift("", told.people),
        "ready": shift("", told.ready),
        "finders": [shift(str(SIGNALS[one.name].plural), one) for one in told.finders if one.moves],
        "holds": [shift(str(hold_words(one.name).label), one) for one in told.holds if one.moves],
        "risks": [shift(str(RISK_LABELS[one.name]), one) for one in told.risks if one.moves],
        "moves": moves,
        "points": 100 * told.mean_move,
    }


def _names(request: HttpRequest, generation: Generation, told: Comparison) -> dict[str, str]:
    """What to call the people who come, go or move, those the reader sees; one query."""
    sets = (told.people, told.ready, *told.finders, *told.holds, *told.risks)
    ids = {one for it in sets for one in (*it.came_ids, *it.left_ids)} | {one.person_id for one in told.moves}
    principal = principal_in(request)
    if not ids or not principal.may(Right.SEE_PEOPLE):
        return {}
    sight = Sight.of(principal)
    return {row.person_id: sight.person(row).called for row in sight.people(generation).filter(person_id__in=ids)}
