"""Data: is what we see complete and fresh?"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.offering import refuse_sample
from goodword.doors.web.askers import who_is
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.data.receiving import MEGABYTE, MOST_BYTES, MOST_FILES
from goodword.doors.web.views.data.words import (
    FRESHNESS,
    ICONS,
    LIVE,
    freshness_words,
    holds_named,
    lede,
    table_words,
)
from goodword.doors.web.views.jobs import shown
from goodword.evidence.intake import ImportSummary
from goodword.evidence.records.doubts import DOUBTS
from goodword.kit import clock
from goodword.programme.team.roles import Right
from goodword.runs.doubting import doubted, doubts_now
from goodword.runs.intake.loading import all_imports
from goodword.runs.intake.sources import ORDER, SourceHealth, TableHealth, sources_of
from goodword.runs.intake.uploads import list_uploads
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import Workspace, open_workspace

IMPORTS_SHOWN = 10
DOUBTS_SHOWN = 10


@policy(may(Right.SEE_DATA))
def data(request: HttpRequest) -> HttpResponse:
    """Show sources with their health, what waits, what runs, and the latest imports."""
    workspace = open_workspace(settings.WORKSPACE)
    today = clock.today()
    known = sources_of(workspace, today)
    tables = [_table(source, table) for source in known for table in source.tables]
    tables.sort(key=lambda one: (ORDER.index(one["it"].freshness), one["name"], one["source"]))
    landed = list(reversed(all_imports(workspace)))
    may_load = principal_in(request).may(Right.LOAD_DATA)
    uploads = list_uploads(workspace) if may_load else []
    facts = {
        "here": "data",
        "today": today,
        "lede": lede([one["it"].freshness for one in tables], len(uploads)),
        "sources": known,
        "tables": tables,
        "warnings": [_warning(source) for source in known if source.holds],
        **_doubts(workspace),
        "may_see_records": principal_in(request).may(Right.SEE_RECORDS),
        "uploads": uploads,
        "imports": imports_shown(landed[:IMPORTS_SHOWN]),
        "more_imports": len(landed) - IMPORTS_SHOWN,
        "under_way": [shown(job) for job in Job.objects.under_way().order_by("asked_at")],
        "may_load": may_load,
        "may_run": principal_in(request).may(Right.RUN_JOBS),
        "sample_fits": may_load and refuse_sample(workspace) is None,
        "limits": {"files": MOST_FILES, "gigabytes": MOST_BYTES // (1000 * MEGABYTE)},
    }
    return render(request, "web/data/overview.html", facts)


def _doubts(workspace: Workspace) -> dict[str, Any]:
    """Rows that do not count as they stand, by kind."""
    groups = doubted(doubts_now(workspace) or DOUBTS.empty(), shown=DOUBTS_SHOWN)
    return {
        "doubted": [{"it": group, "table": table_words(group.table)} for group in groups],
        "doubts_in_all": sum(group.count for group in groups),
    }


def imports_shown(landed: list[ImportSummary]) -> list[dict[str, Any]]:
    """Imports with what to call whoever loaded and undid them."""
    names = who_is([one.notes.get("by", {}) for one in landed] + [one.undo_notes.get("by", {}) for one in landed])
    return [{"it": one, "by": _called(names, one.notes), "undone_by": _called(names, one.undo_notes)} for one in landed]


def _called(names: dict[tuple[str, str], str], notes: dict[str, Any]) -> str:
    by = notes.get("by", {})
    return names.get((by.get("kind", ""), by.get("ident", "")), "")


def _table(source: SourceHealth, table: TableHealth) -> dict[str, Any]:
    return {
        "it": table,
        "name": table_words(table.table),
        "source": source.name,
        "icon": ICONS.get(table.table, "file"),
        "live": LIVE[table.freshness],
        "state": FRESHNESS[table.freshness],
        "rhythm": freshness_words(table),
        "last_import": source.last_import_of(table.table),
    }


def _warning(source: SourceHealth) -> dict[str, Any]:
    worst = source.tables[0]
    return {
        "source": source.name,
        "table": table_words(worst.table),
        "rhythm": freshness_words(worst),
        "silent": source.freshness == "silent",
        "holds": holds_named(source.holds),
    }
