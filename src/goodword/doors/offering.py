"""The sample company, made and loaded where somebody asks for it in an empty workspace."""

from django.utils.translation import gettext_lazy as _

from goodword.evidence.intake import plan_load
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.intake.labelling import label_synthetic, unlabel_synthetic
from goodword.runs.intake.loading import all_imports, follow_lake, import_with, load_plan
from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.publication import run_day
from goodword.runs.workspace import Workspace
from goodword.sample import write_sample

SAMPLE = "sample"
KINDS = (SAMPLE,)
ACCOUNTS = 300

_FOLDER = "sample"


def refuse_sample(workspace: Workspace) -> GoodwordError | None:
    """Why the sample company cannot come here: something was loaded that still counts."""
    if all(one.undone_at for one in all_imports(workspace)):
        return None
    return GoodwordError(
        code="not-empty",
        sentence="The sample company is for an empty workspace, and this one holds data.",
        mend="Undo its imports first, or make another workspace with: goodword init",
    )


@job(SAMPLE, label=_("Make and load the sample company"))
def sample(task: Task) -> Result:
    """Make the company, label the workspace, load the exports, publish. The import keeps the job's key."""
    workspace, day = task.workspace, clock.today()
    landed = import_with(workspace, task.key)
    if landed is None:
        refusal = refuse_sample(workspace)
        if refusal is not None:
            raise refusal
        accounts = int(task.arguments.get("accounts", ACCOUNTS))
        write_sample(workspace.path / _FOLDER, accounts=accounts, today=day, progress=task.progress)
        import_id = _load(task)
    else:
        follow_lake(workspace)
        import_id = landed.import_id
    generation = run_day(workspace, day, by=task.by, progress=task.progress)
    return {"import_id": import_id, "generation": generation.number, "as_of": generation.as_of.isoformat()}


def _load(task: Task) -> str:
    """Load it under its label, which comes first: no row of it may ever be seen without."""
    label_synthetic(task.workspace)
    try:
        plan = plan_load([task.workspace.path / _FOLDER / "exports"])
        return load_plan(task.workspace, plan, by=task.by, key=task.key, progress=task.progress).import_id
    except BaseException:
        if refuse_sample(task.workspace) is None:
            unlabel_synthetic(task.workspace)
        raise
