"""How well listening does on what people labelled; learning from labels, and choosing which listener hears."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.heard.shown import LABELS
from goodword.doors.web.views.heard.wording import kind_label
from goodword.doors.web.views.jobs import shown
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.wording import source_words
from goodword.programme.labels.actions.choose_model import choose_model, go_back
from goodword.programme.labels.models import ModelChoice, TrainedModel
from goodword.programme.labels.policies import LEAST_LABELS
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.models import Job
from goodword.runs.labels.models import read_model, version_in_use
from goodword.runs.listening.quality import Quality, quality
from goodword.runs.retraining import RETRAIN
from goodword.runs.workspace import open_workspace

CHOOSES = may(Right.RUN_JOBS, Right.CHANGE_SETTINGS)
"""Who may have listening learn, and choose who hears."""


@policy(may(Right.SEE_MEASURES))
def listening(request: HttpRequest) -> HttpResponse:
    """Show the figures on the labels of this workspace, and the listeners that learnt from them."""
    found, trouble = None, None
    try:
        found = quality(open_workspace(settings.WORKSPACE))
    except GoodwordError as error:
        trouble = error
    principal = principal_in(request)
    under_way = Job.objects.under_way().filter(kind=RETRAIN).first()
    facts = {
        "here": "measures",
        "found": found,
        "trouble": trouble,
        "rows": _rows(found.figures) if found and found.figures else [],
        "parts": [_part(one) for one in found.parts] if found else [],
        "sureness": _sureness(found) if found else None,
        "kept": _kept(),
        "now": ModelChoice.now(),
        "version": version_in_use(),
        "beside": _("rules"),
        "least": LEAST_LABELS,
        "chooses": CHOOSES.admits(principal),
        "labels": LABELS.admits(principal),
        "job": shown(under_way) if under_way and principal.may(Right.SEE_DATA) else None,
        "today": clock.today(),
    }
    return render(request, "web/heard/listening.html", facts)


@policy(CHOOSES)
@require_POST
def retrain(request: HttpRequest) -> HttpResponse:
    """Ask that listening learns from the labels; while that is under way, it is that."""
    ask_job(RETRAIN, by=principal_in(request).actor, key=RETRAIN)
    toasts.say(request, _("It is learning. What came of it will stand here; the listener in use stays."))
    return redirect("listening")


@policy(CHOOSES)
@require_POST
def use(request: HttpRequest, version: str) -> HttpResponse:
    """Let a listener hear from the next run on, with a way back."""
    row = TrainedModel.objects.filter(version=version).first()
    if row is None:
        raise Http404
    try:
        read_model(open_workspace(settings.WORKSPACE), row.digest)  # one whose file is gone is not chosen
    except GoodwordError as error:
        return _refused(request, error)
    choose_model(row, by=principal_in(request).actor)
    told = _("%(listener)s hears from the next run on.") % {"listener": row.version}
    toasts.say(request, told, undo_url=reverse("listener-back"))
    return redirect("listening")


@policy(CHOOSES)
@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Go back to the listener before the one in use."""
    try:
        go_back(by=principal_in(request).actor)
    except GoodwordError as error:
        return _refused(request, error)
    toasts.say(request, _("%(listener)s hears from the next run on.") % {"listener": version_in_use()})
    return redirect("listening")


def _refused(request: HttpRequest, error: GoodwordError) -> HttpResponse:
    words = {"title": _("That cannot be done"), "sentence": error.sentence, "mend": error.mend}
    return render(request, "web/error.html", words, status=422)


def _rows(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """A row a kind, all together first: figures as low, point and high."""
    return [
        {
            "label": kind_label(one["kind"]) if one["kind"] else _("All kinds"),
            "labels": one["labels"],
            "new": {name: _range(figure) for name, figure in one["new"].items()},
            "current": {name: _range(figure) for name, figure in one["current"].items()},
        }
        for one in figures["kinds"]
    ]


def _part(one: dict[str, Any]) -> dict[str, Any]:
    label = source_words("interactions", one["name"]).label if one["of"] == "channel" else one["name"]
    return {"label": label, "count": one["count"], "new": _range(one["figures"]["accuracy"]["new"])}


def _sureness(found: Quality) -> dict[str, Any]:
    """How sure the listener in use was, and how often that was right."""
    told = found.calibration or {"bins": [], "error": None}
    bins = [{**one, "right": _range(one["right"])} for one in told["bins"]]
    return {"precise": _range(found.precise), "bins": bins, "error": _range(told["error"])}


def _range(figure: list[float] | None) -> dict[str, float] | None:
    return dict(zip(("point", "low", "high"), figure, strict=True)) if figure else None


def _kept() -> list[dict[str, Any]]:
    """The listeners that learnt, the newest first, each with who had it learn."""
    rows = list(TrainedModel.objects.order_by("-pk"))
    users = User.objects.filter(pk__in=[int(row.by) for row in rows if row.by.isdecimal()])
    names = {str(user.pk): str(user) for user in users}
    return [
        {
            "row": row,
            "who": names.get(row.by, _("the console")),
            "rows": _rows(row.figures),
            "counted": row.figures["counted"],
        }
        for row in rows
    ]
