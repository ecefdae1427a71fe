"""How many live rows each record table of a lake has."""

from pathlib import Path

from goodword.evidence.lake.local.engine import engine
from goodword.evidence.lake.local.manifest import Manifest
from goodword.evidence.lake.local.session import LocalSession
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError


def live_counts(folder: Path, manifest: Manifest) -> dict[str, int]:
    """Count what a manifest makes live among the files of the lake in `folder`.

    Raises:
        GoodwordError: a file cannot be read (code `lake-unreadable`).
    """
    with engine() as connection:
        session = LocalSession(connection, folder, manifest)
        try:
            return {name: _count(session, name) for name in sorted(RECORDS)}
        except Exception as error:  # the engine has its own errors, which only the lake knows
            what = str(error).strip().partition("\n")[0]
            raise GoodwordError(
                "lake-unreadable", f"The lake in {folder} cannot be asked: {what}", "See: goodword doctor"
            ) from error


def _count(session: LocalSession, name: str) -> int:
    table = RECORDS[name].unbound()
    return int(session.fetch(table.aggregate(rows=table.count()))["rows"][0].as_py())
