"""Load and undo: the lake takes the rows, the ledger follows with asks and acts, the audit trail with who did it.

The lake decides what was loaded. Who asked for it stands in the lake beside the import, so where a process dies between
the lake and the rest, the next load, undo or job completes what is missing, once.
"""

from typing import Any

from goodword.evidence.intake import (
    ImportReport,
    ImportSummary,
    LoadPlan,
    Progress,
    UndoReport,
    imports,
    land,
    undo,
    weigh_undo,
)
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.rights.erased import who_was_erased
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.trail import record
from goodword.runs.intake.labelling import unlabel_synthetic
from goodword.runs.ledger import post_ledger
from goodword.runs.workspace import Workspace

REJECTED = "rejected"
"""The folder of rejected rows in a workspace."""

_PATIENCE_SECONDS = 30.0
_BUSY = GoodwordError(
    code="trail-busy",
    sentence="Another process is writing down who loaded what.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


def load_plan(
    workspace: Workspace, plan: LoadPlan, *, by: Actor, key: str = "", progress: Progress | None = None
) -> ImportReport:
    """Land what a plan can load as one import.

    Args:
        workspace: where to.
        plan: what each file is.
        by: who loads it.
        key: a name of this wish, kept beside the import; see `import_with`.
        progress: told from time to time how far it is.

    Raises:
        GoodwordError: nothing can be loaded, or another writer is at work.
    """
    lake = LocalLake(workspace.lake)
    notes = {"by": _who(by), "key": key}
    rejected = workspace.path / REJECTED
    report = land(
        lake,
        plan,
        rejected_dir=rejected,
        at=clock.now(),
        progress=progress,
        notes=notes,
        was_erased=who_was_erased(),
    )
    follow_lake(workspace)
    return report


def undo_import(workspace: Workspace, import_id: str, *, by: Actor, key: str = "") -> UndoReport:
    """Withdraw what an import asserted, in the lake and in the ledger.

    Raises:
        GoodwordError: there is no such import, it is undone already, or another writer is at work.
    """
    lake = LocalLake(workspace.lake)
    report = undo(lake, import_id, clock.now(), notes={"by": _who(by), "key": key})
    follow_lake(workspace)
    return report


def weigh_undo_of(workspace: Workspace, import_id: str) -> UndoReport:
    """Say what the undo of an import would withdraw now; nothing happens.

    Raises:
        GoodwordError: there is no such import, or it is undone already.
    """
    return weigh_undo(LocalLake(workspace.lake), import_id)


def all_imports(workspace: Workspace) -> list[ImportSummary]:
    """Every import in the order they landed, undone ones too."""
    return imports(LocalLake(workspace.lake))


def import_named(workspace: Workspace, import_id: str) -> ImportSummary | None:
    """The import of that name; None where there is none."""
    return next((one for one in all_imports(workspace) if one.import_id == import_id), None)


def import_with(workspace: Workspace, key: str) -> ImportSummary | None:
    """The import that was loaded under a key; None where nothing landed under it yet."""
    return next((one for one in all_imports(workspace) if key and one.notes.get("key") == key), None)


def follow_lake(workspace: Workspace) -> None:
    """Bring the ledger and the audit trail up to what the lake says; what is there already stays as it is."""
    lake = LocalLake(workspace.lake)
    with lake.session() as session:
        post_ledger(session)
    known = imports(lake)
    with only_one(workspace.path / "trail.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        _tell_trail(known)
    if known and all(one.undone_at for one in known):
        unlabel_synthetic(workspace)


def _tell_trail(known: list[ImportSummary]) -> None:
    entries = AuditEntry.objects.filter(noun="import", verb__in=["load", "undo"])
    told = set(entries.values_list("verb", "object_id"))
    for one in known:
        facts: dict[str, Any] = {"files": list(one.files), **one.totals}
        if "by" in one.notes and ("load", one.import_id) not in told:
            record(Actor(label="", **one.notes["by"]), "load", "import", one.import_id, after=facts)
        if "by" in one.undo_notes and ("undo", one.import_id) not in told:
            record(Actor(label="", **one.undo_notes["by"]), "undo", "import", one.import_id, before=facts)


def _who(by: Actor) -> dict[str, str]:
    return {"kind": by.kind, "ident": by.ident, "door": by.door}
