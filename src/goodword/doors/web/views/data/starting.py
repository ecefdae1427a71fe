"""Start what takes a while: a run, the sample company."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goodword.doors.offering import SAMPLE, refuse_sample
from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.team.roles import Right
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import RUN
from goodword.runs.workspace import open_workspace

MOST_ACCOUNTS = 3_000
"""The largest sample company that pages make; the console makes larger ones."""

_CONFLICT = 409


@policy(may(Right.RUN_JOBS))
@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Ask for a run of today; while one is under way, it is that one."""
    job = ask_job(RUN, by=principal_in(request).actor, key=RUN)
    return redirect("job", job.pk)


@policy(may(Right.LOAD_DATA, Right.RUN_JOBS))
@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Ask for the sample company, where nothing else is loaded."""
    refusal = refuse_sample(open_workspace(settings.WORKSPACE))
    if refusal is not None:
        facts = {"here": "data", "refusals": [refusal]}
        return render(request, "web/data/refused.html", facts, status=_CONFLICT)
    job = ask_job(SAMPLE, _size(request.POST.get("accounts", "")), by=principal_in(request).actor, key=SAMPLE)
    return redirect("job", job.pk)


def _size(said: str) -> dict[str, int]:
    """How many customers the company shall have, where the form says so."""
    return {"accounts": max(1, min(int(said[:9]), MOST_ACCOUNTS))} if said.isdecimal() else {}
