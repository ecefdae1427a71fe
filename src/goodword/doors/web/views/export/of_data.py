"""Lists of what comes in: sources, imports, the rows that could not, jobs."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.jobs import jobs_sheet
from goodword.doors.exports.lists.loading import doubts_sheet, imports_sheet, rejected_sheet, sources_sheet
from goodword.doors.web.policies import may, policy
from goodword.doors.web.views.export.taking import Taken, as_file
from goodword.evidence.records.doubts import DOUBTS
from goodword.kit import clock
from goodword.programme.team.roles import Right
from goodword.runs.doubting import doubts_now
from goodword.runs.intake.loading import REJECTED, all_imports, import_named
from goodword.runs.intake.sources import sources_of
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import open_workspace


@policy(may(Right.SEE_DATA, Right.EXPORT))
@require_safe
@as_file
def sources(_request: HttpRequest) -> Taken:
    """Every source and how fresh it is, the one that needs attention first."""
    return Taken(sources_sheet(sources_of(open_workspace(settings.WORKSPACE), clock.today())))


@policy(may(Right.SEE_DATA, Right.EXPORT))
@require_safe
@as_file
def imports(_request: HttpRequest) -> Taken:
    """Every import, the newest first."""
    return Taken(imports_sheet(reversed(all_imports(open_workspace(settings.WORKSPACE)))))


@policy(may(Right.LOAD_DATA, Right.EXPORT))
@require_safe
@as_file
def rejected(_request: HttpRequest, import_id: str) -> Taken:
    """The rows of an import that could not come in, with their cells, their lines and the reasons."""
    workspace = open_workspace(settings.WORKSPACE)
    landed = import_named(workspace, import_id)
    if landed is None:
        raise Http404
    return Taken(rejected_sheet(landed, workspace.path / REJECTED), {"import": landed.import_id})


@policy(may(Right.LOAD_DATA, Right.EXPORT))
@require_safe
@as_file
def doubts(_request: HttpRequest) -> Taken:
    """The rows that do not count as they stand, as the latest run found them."""
    return Taken(doubts_sheet(doubts_now(open_workspace(settings.WORKSPACE)) or DOUBTS.empty()))


@policy(may(Right.SEE_DATA, Right.EXPORT))
@require_safe
@as_file
def jobs(_request: HttpRequest) -> Taken:
    """Every job, the newest first."""
    return Taken(jobs_sheet(Job.objects.order_by("-asked_at", "-pk")))
