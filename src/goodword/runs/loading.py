"""Load and undo: the lake takes the rows, the ledger follows with asks and acts."""

from goodword.evidence.intake import ImportReport, LoadPlan, Progress, UndoReport, land, undo
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.runs.ledger import post_ledger
from goodword.runs.workspace import Workspace


def load_plan(workspace: Workspace, plan: LoadPlan, *, progress: Progress | None = None) -> ImportReport:
    """Land what a plan can load as one import.

    The lake decides: where the process dies before the ledger is posted, the next command posts it.
    """
    lake = LocalLake(workspace.lake)
    report = land(lake, plan, rejected_dir=workspace.path / "rejected", at=clock.now(), progress=progress)
    _post(lake)
    return report


def undo_import(workspace: Workspace, import_id: str) -> UndoReport:
    """Withdraw what an import asserted, in the lake and in the ledger."""
    lake = LocalLake(workspace.lake)
    report = undo(lake, import_id, clock.now())
    _post(lake)
    return report


def _post(lake: LocalLake) -> None:
    with lake.session() as session:
        post_ledger(session)
