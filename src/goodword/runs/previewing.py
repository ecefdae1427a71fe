"""What another value of a setting would do to today's list: tried on the same snapshot of the lake, never published."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from goodword.evidence.lake.local import LocalLake
from goodword.programme.advocates.models import Publication
from goodword.runs.comparison import Comparison, compare
from goodword.runs.derived import Derived
from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.pipeline import RANKED, open_day
from goodword.runs.progress import Progress, silent
from goodword.runs.settings.catalogue import setting_named
from goodword.runs.settings.resolving import settings_now
from goodword.runs.settings.setting import Value
from goodword.runs.thresholds import chosen_numbers, chosen_thresholds
from goodword.runs.workspace import Workspace

PREVIEW = "preview"
KINDS = (PREVIEW,)

AT_ONCE = 5_000
"""Up to so many people a preview is made while somebody waits; above, a job makes it."""


def preview(workspace: Workspace, day: date, trial: dict[str, Value], *, progress: Progress = silent) -> Comparison:
    """Find the day with other values and compare it with the day as it is; publishes and changes nothing.

    Args:
        workspace: where.
        day: which day.
        trial: the values to try, by key of the setting.
        progress: told how far it is.

    Raises:
        GoodwordError: a value makes no sense, or goodword.toml does not.
    """
    values = {key: setting_named(key).check(value, where=key) for key, value in trial.items()}
    settings = settings_now(workspace.settings, values)
    with open_day(workspace, day, progress=progress) as work:
        found = work.findings()
        tried = work.tried(found, chosen_thresholds(settings), chosen_numbers(settings))
    return compare(found, tried)


def is_quick(workspace: Workspace) -> bool:
    """Whether a preview can be made while somebody waits: few people, and nothing new in the lake since a run."""
    generation = Publication.current()
    few = generation is not None and int(generation.counts.get("people", 0)) <= AT_ONCE
    return few and Derived(workspace.derived, LocalLake(workspace.lake).generation()).has(RANKED)


@job(PREVIEW, label=_("Preview of a setting"), quiet=True)
def preview_job(task: Task) -> Result:
    """Make a preview. Done twice it says the same."""
    trial, day = task.arguments["trial"], date.fromisoformat(task.arguments["day"])
    return preview(task.workspace, day, trial, progress=task.progress).as_json()
