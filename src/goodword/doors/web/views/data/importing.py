"""Imports: what each brought and what it could not take; undo them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.data.overview import imports_shown
from goodword.doors.web.views.data.words import table_words
from goodword.evidence.intake import ImportSummary, SheetSummary, UndoReport
from goodword.evidence.intake.checking.rows import Rejection
from goodword.evidence.intake.rejects import read_rejects
from goodword.kit import clock
from goodword.programme.team.roles import Right
from goodword.runs.intake.loading import REJECTED, all_imports, import_named, weigh_undo_of
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import UNDO
from goodword.runs.workspace import Workspace, open_workspace

A_PAGE = 25
LINES_SHOWN = 6
ROWS_SHOWN = 5


@dataclass(slots=True)
class Reason:
    """Rows that could not be taken for the same reason.

    Attributes:
        first: the first of them.
        count: how many rows.
        lines: the lines of the first few.
        values: the first few different values that caused it.
        rows: the cells of the first few rows, with their lines.
    """

    first: Rejection
    count: int = 0
    lines: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)


@policy(may(Right.SEE_DATA))
def imports(request: HttpRequest) -> HttpResponse:
    """List every import, the newest first."""
    page = Paginator(list(reversed(all_imports(_workspace()))), A_PAGE).get_page(request.GET.get("page"))
    facts = {"here": "data", "page": page, "imports": imports_shown(list(page.object_list)), "today": clock.today()}
    return render(request, "web/data/imports.html", facts)


@policy(may(Right.SEE_DATA))
def one_import(request: HttpRequest, import_id: str) -> HttpResponse:
    """Show what an import brought, and its rejected rows by reason to those who may load them again."""
    landed = _named(import_id)
    principal = principal_in(request)
    may_load = principal.may(Right.LOAD_DATA)
    facts = {
        "here": "data",
        "import": imports_shown([landed])[0],
        "sheets": [_sheet(one, with_rows=may_load) for one in landed.sheets],
        "may_load": may_load,
        "may_run": principal.may(Right.RUN_JOBS),
        "today": clock.today(),
    }
    return render(request, "web/data/import.html", facts)


@policy(may(Right.LOAD_DATA))
def undo(request: HttpRequest, import_id: str) -> HttpResponse:
    """Say what an undo would withdraw; with a POST ask for it."""
    landed = _named(import_id)
    if landed.undone_at is not None:
        return redirect("data-import", import_id)
    if request.method == "POST":
        by = principal_in(request).actor
        job = ask_job(UNDO, {"import_id": import_id}, by=by, key=f"{UNDO}:{import_id}")
        return redirect("job", job.pk)
    facts = {"here": "data", "import": imports_shown([landed])[0], "effects": _effects(import_id)}
    return render(request, "web/data/undo.html", facts)


@policy(may(Right.LOAD_DATA))
def rejected(_request: HttpRequest, import_id: str, name: str) -> HttpResponseBase:
    """Hand over a file of rejected rows; its cells are no formulas, and it is read back as it was."""
    landed = _named(import_id)
    if not name or name not in {sheet.rejects for sheet in landed.sheets}:
        raise Http404
    try:
        file = (_rejects_folder() / name).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")


def _workspace() -> Workspace:
    return open_workspace(settings.WORKSPACE)


def _rejects_folder() -> Path:
    return _workspace().path / REJECTED


def _named(import_id: str) -> ImportSummary:
    landed = import_named(_workspace(), import_id)
    if landed is None:
        raise Http404
    return landed


def _effects(import_id: str) -> list[dict[str, Any]]:
    report: UndoReport = weigh_undo_of(_workspace(), import_id)
    return [
        {"table": table_words(table), "gone": gone, "kept": report.kept.get(table, 0)}
        for table, gone in report.withdrawn.items()
    ]


def _sheet(sheet: SheetSummary, *, with_rows: bool) -> dict[str, Any]:
    path = _rejects_folder() / sheet.rejects
    shown = with_rows and sheet.rejects
    return {
        "it": sheet,
        "table": table_words(sheet.table),
        "reasons": list(reasons(path)) if shown else [],
        "there": bool(shown) and path.is_file(),
    }


def reasons(path: Path) -> Iterator[Reason]:
    """The rows of a file of rejected rows, by what is wrong with them, the most frequent reason first."""
    found: dict[tuple[str, str], Reason] = {}
    for row in read_rejects(path):
        for fault in row.faults:
            # Faults of a whole row name its ids and lines; what they have in common is how to mend them.
            key = (fault.header, fault.reason) if fault.header else ("", fault.mend)
            reason = found.setdefault(key, Reason(fault))
            reason.count += 1
            if len(reason.lines) < LINES_SHOWN:
                reason.lines.append(fault.line)
            if len(reason.rows) < ROWS_SHOWN:
                reason.rows.append((fault.line, row.cells))
            if fault.value and fault.value not in reason.values and len(reason.values) < ROWS_SHOWN:
                reason.values.append(fault.value)
    return iter(sorted(found.values(), key=lambda reason: -reason.count))
