"""Intake: map, check, land. Every row ends as new, changed, same or rejected with its reason; undo exists."""

from goodword.evidence.intake.landing import imports, land, undo, weigh_undo
from goodword.evidence.intake.passage import Progress
from goodword.evidence.intake.planning import FilePlan, LoadPlan, plan_load
from goodword.evidence.intake.reporting import FileReport, ImportReport, ImportSummary, SheetSummary, UndoReport

__all__ = [
    "FilePlan",
    "FileReport",
    "ImportReport",
    "ImportSummary",
    "LoadPlan",
    "Progress",
    "SheetSummary",
    "UndoReport",
    "imports",
    "land",
    "plan_load",
    "undo",
    "weigh_undo",
]
