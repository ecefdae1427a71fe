"""Upload files, see what each of them seems to be, load them or leave them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.data.choices import chosen, read_choices
from goodword.doors.web.views.data.matching import (
    constants_of,
    found_out,
    guessed,
    preview_of,
    rows_of,
    tables,
    targets_of,
)
from goodword.doors.web.views.data.receiving import SpooledFile
from goodword.doors.web.views.data.words import table_words
from goodword.evidence.intake import FilePlan, LoadPlan
from goodword.evidence.intake.mapping.maps import Entry
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import Right
from goodword.runs.intake.remembered_maps import remember
from goodword.runs.intake.uploads import Upload, find_upload
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import LOAD
from goodword.runs.workspace import open_workspace

_UNTOUCHABLE = 422


@policy(may(Right.LOAD_DATA))
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Take files in: all of them, or none and why."""
    files = [file for file in request.FILES.getlist("files") if isinstance(file, SpooledFile)]
    refusals = [file.refusal for file in files if file.refusal is not None]
    if not files:
        refusals = [GoodwordError("no-files", _("No file was chosen."), _("Choose one or several, then upload them."))]
    receiving = files[0].receiving if files else None
    if refusals or receiving is None:
        return render(request, "web/data/refused.html", {"here": "data", "refusals": refusals}, status=_UNTOUCHABLE)
    upload = receiving.complete(principal_in(request).actor, clock.now())
    only_one = len(upload.plan().files) == 1
    return redirect("data-sheet", upload.name, 0) if only_one else redirect("data-upload", upload.name)


@policy(may(Right.LOAD_DATA))
def upload(request: HttpRequest, name: str) -> HttpResponse:
    """Show what the files of an upload seem to be; load them, or discard them."""
    found = _found(name)
    if request.method == "POST" and request.POST.get("do") == "discard":
        found.remove()
        return redirect("data")
    plan = found.plan()
    if request.method == "POST":
        return _load(request, found, plan)
    return render(request, "web/data/upload.html", _files(found, plan))


@policy(may(Right.LOAD_DATA))
def sheet(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Show how one sheet is matched; keep what somebody says about it."""
    found = _found(name)
    plan = found.plan()
    if number >= len(plan.files):
        raise Http404
    if request.method != "POST":
        return render(request, "web/data/sheet.html", _sheet(found, plan, number))
    file, do = plan.files[number], request.POST.get("do")
    headers = [look.header for look in preview_of(file).headers]
    try:
        found.choose(read_choices(request.POST, file, headers, _said(found, file)))
    except GoodwordError as error:
        facts = {**_sheet(found, plan, number, request.POST), "error": error}
        # A choice is kept by script as soon as it is made; what is wrong with it is shown then, and is no failure.
        return render(request, "web/data/sheet.html", facts, status=200 if do == "keep" else _UNTOUCHABLE)
    if do == "load":
        return _load(request, found, found.plan())
    if do == "back":
        return redirect("data-upload", name)
    if do == "keep":
        return render(request, "web/data/sheet.html", {**_sheet(found, found.plan(), number), "kept": True})
    return redirect(reverse("data-sheet", args=[name, number]) + "#preview")


def _found(name: str) -> Upload:
    found = find_upload(open_workspace(settings.WORKSPACE), name)
    if found is None:
        raise Http404
    return found


def _load(request: HttpRequest, found: Upload, plan: LoadPlan) -> HttpResponse:
    """Ask for the load; asked for twice, it is the same job."""
    if not plan.loadable:
        facts = _sheet(found, plan, 0) if len(plan.files) == 1 else _files(found, plan)
        page = "web/data/sheet.html" if len(plan.files) == 1 else "web/data/upload.html"
        return render(request, page, facts, status=_UNTOUCHABLE)
    remember(open_workspace(settings.WORKSPACE), plan)
    job = ask_job(LOAD, {"upload": found.name}, by=principal_in(request).actor, key=f"{LOAD}:{found.name}")
    return redirect("job", job.pk)


def _files(found: Upload, plan: LoadPlan) -> dict[str, Any]:
    return {
        "here": "data",
        "upload": found,
        "files": [{"it": file, **_told(file)} for file in plan.files],
        "loadable": len(plan.loadable),
    }


def _told(file: FilePlan) -> dict[str, Any]:
    return {"table": table_words(file.table), "why": found_out(file), "guessed": guessed(file)}


def _said(found: Upload, file: FilePlan) -> Entry | None:
    """What somebody said about a sheet so far."""
    return next((one for one in found.choices() if one.fits(file.path, file.sheet)), None)


def _sheet(found: Upload, plan: LoadPlan, number: int, posted: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the page of a sheet shows; where a form was refused, what stands in it, to be corrected."""
    file = plan.files[number]
    seen = preview_of(file)
    return {
        "here": "data",
        "upload": found,
        "number": number,
        "alone": len(plan.files) == 1,
        "plan": file,
        "table": table_words(file.table),
        "why": found_out(file),
        "rows": rows_of(file, seen, posted),
        "seen": seen,
        "columns": [table_words(name) for name in seen.columns],
        "constants": constants_of(file, posted),
        "targets": targets_of(file.table),
        "tables": tables(),
        "chosen": posted or chosen(file, _said(found, file)),
    }
