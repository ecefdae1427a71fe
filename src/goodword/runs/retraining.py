"""The job that learns from labels."""

from django.utils.translation import gettext_lazy as _

from goodword.runs.jobs.kinds import Result, Task, job
from goodword.runs.labels.learning import retrained

RETRAIN = "retrain"
KINDS = (RETRAIN,)


@job(RETRAIN, label=_("Learn from labels"))
def learn(task: Task) -> Result:
    """Learn. The same labels give the same listener under the same name, so a second attempt makes no second one."""
    row = retrained(task.workspace, by=task.by, progress=task.progress)
    return {"listener": row.version, "labels": row.labels}
