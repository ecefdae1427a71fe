"""`goodword doctor`: what deviates, and how to mend it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from goodword.doors.cli.showing import Shape, bars, err, out, write_json
from goodword.doors.cli.surroundings import here
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from goodword.runs.operate.doctor.finding import Finding, Patient

_COLOURS = {"ok": "green", "to know": "yellow", "deviates": "bold red"}
_DEVIATES = 1


def doctor(
    context: typer.Context,
    *,
    mend: Annotated[bool, typer.Option("--mend", help="Mend what can be mended safely; asks before each.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Mend without being asked.")] = False,
    publication_days: Annotated[
        int, typer.Option("--publication-days", min=1, help="From how many days on a publication is too old.")
    ] = 2,
    backup_days: Annotated[
        int, typer.Option("--backup-days", min=1, help="From how many days on the newest backup is too old.")
    ] = 7,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the findings.")] = Shape.TABLE,
) -> None:
    """Say what deviates and how to mend it. Leaves with 0 where nothing deviates, with 1 where something does."""
    with bars({"compare": "Reading the lake"}) as progress:
        patient = _patient(here(context).folder(), publication_days, backup_days)
        patient.progress = progress
        findings = _examined(context, patient)
    if mend:
        findings = _mended(findings, patient, yes=yes)
    if shape is Shape.JSON:
        write_json(_diagnosis(findings))
    else:
        _show_findings(findings)
    if any(finding.deviates for finding in findings):
        raise typer.Exit(_DEVIATES)


def _patient(folder: Path, publication_days: int, backup_days: int) -> "Patient":
    from goodword.runs.operate.doctor.finding import Patient

    try:
        workspace = open_workspace(folder)
    except GoodwordError as error:
        if error.code == "no-workspace":
            raise
        workspace = Workspace(folder)  # a check says what is wrong with its settings
    return Patient(workspace, clock.now(), publication_days, backup_days)


def _examined(context: typer.Context, patient: "Patient") -> "list[Finding]":
    from goodword.runs.operate.doctor.finding import examine
    from goodword.runs.operate.doctor.machine import FIRST_CHECKS, can_be_read

    findings = [examine(check, patient) for check in FIRST_CHECKS]
    if not can_be_read(patient):
        return findings  # without settings nothing else can be opened
    here(context).set_up(patient.folder)
    from goodword.runs.operate.doctor.checks import CHECKS

    return findings + [examine(check, patient) for check in CHECKS]


def _mended(findings: "list[Finding]", patient: "Patient", *, yes: bool) -> "list[Finding]":
    from goodword.runs.operate.doctor.finding import examine

    after = []
    for finding in findings:
        cure = finding.check.mended
        if finding.found.mendable and cure is not None and (yes or _may_mend(finding)):
            err().print(f"{finding.check.name}: {cure(patient)}", soft_wrap=True)
            after.append(examine(finding.check, patient))
        else:
            after.append(finding)
    return after


def _may_mend(finding: "Finding") -> bool:
    if not sys.stdin.isatty():
        raise GoodwordError("no-console", "Nobody is here to be asked.", "Use --mend --yes to mend without questions.")
    err().print(finding.found.said, soft_wrap=True)
    return typer.confirm(f"Mend “{finding.check.name}” now?", err=True)


def _diagnosis(findings: "list[Finding]") -> dict[str, object]:
    state = "deviates" if any(finding.deviates for finding in findings) else "ok"
    return {"state": state, "findings": [finding.as_dict() for finding in findings]}


def _show_findings(findings: "list[Finding]") -> None:
    table = Table("Check", "State", "Found", "What it means, and how to mend it", expand=True)
    for finding in findings:
        found = finding.found
        state = Text(found.state.value, style=_COLOURS[found.state.value])
        table.add_row(finding.check.name, state, found.said, " ".join(filter(None, (found.means, found.mend))))
    out().print(table)
    wrong = sum(finding.deviates for finding in findings)
    out().print(f"{wrong} of {len(findings)} deviate." if wrong else f"Nothing deviates; {len(findings)} checks.")
