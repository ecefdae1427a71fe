"""Open one record: what stands behind a piece of evidence."""

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.runs.arriving import record_on_its_way
from goodword.runs.workspace import Workspace


def read_record(workspace: Workspace, table: str, record_id: str) -> dict[str, object] | None:
    """Return one record with its stamps, or None where nothing of that name is live or on its way.

    Where two sources use the same id, the source that comes first by name is shown.
    """
    if table not in RECORDS:
        return None
    waiting = record_on_its_way(table, record_id)
    if waiting is not None:
        return waiting
    records = RECORDS[table].plus(*STAMPS).unbound()
    with LocalLake(workspace.lake).session() as session:
        rows = session.fetch(records.filter(records["record_id"] == record_id).order_by("source").limit(1))
    found = rows.to_pylist()
    return dict(found[0]) if found else None
