"""A copy that came out of a backup sends nothing, and says so, until somebody releases it.

The original may still be at work: two that send would ask the same people twice. So a restored workspace holds the file
`restored.json`; while it is there, or cannot be read, nothing leaves.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from goodword.kit.durable import sync_folder, write_whole
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import RESTORED_NAME

RELEASED_NAME = "released.json"


@dataclass(frozen=True, slots=True)
class Restored:
    """How a workspace came to be a copy.

    Attributes:
        at: when it was restored.
        by: the account of the machine that did it; empty where it is not known.
        archive: file name of the backup.
        backed_up_at: the moment the backup shows.
    """

    at: datetime
    by: str
    archive: str
    backed_up_at: datetime


def mark_restored(folder: Path, restored: Restored) -> None:
    """Write down that a workspace is a copy; from now on it sends nothing."""
    write_whole(folder / RESTORED_NAME, _text(restored))


def read_restored(folder: Path) -> Restored | None:
    """How the workspace in `folder` came to be a copy; None where it is none, or was released.

    Raises:
        GoodwordError: the mark is there and cannot be read (code `bad-restored-mark`).
    """
    path = folder / RESTORED_NAME
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return Restored(
            at=datetime.fromisoformat(facts["at"]),
            by=str(facts["by"]),
            archive=str(facts["archive"]),
            backed_up_at=datetime.fromisoformat(facts["backed_up_at"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoodwordError(
            code="bad-restored-mark",
            sentence=f"{path} says that this is a restored copy, and cannot be read: {error}.",
            mend="Nothing is sent. Release it with: goodword release",
        ) from error


def sending_is_held(folder: Path) -> GoodwordError | None:
    """Why the workspace in `folder` may send nothing; None where it may."""
    try:
        restored = read_restored(folder)
    except GoodwordError as error:
        return error
    if restored is None:
        return None
    return GoodwordError(
        code="sending-held",
        sentence=f"This is a copy restored on {restored.at:%Y-%m-%d %H:%M} UTC, as things were on "
        f"{restored.backed_up_at:%Y-%m-%d %H:%M} UTC: it sends nothing.",
        mend="If it is to take the original's place, and that is switched off: goodword release",
    )


def tokens_are_held(folder: Path) -> GoodwordError | None:
    """Why the workspace in `folder` takes no API token; None where it does.

    Programs that hold a token write; what they write to a copy is missing in the original.
    """
    held = sending_is_held(folder)
    if held is None:
        return None
    return GoodwordError("tokens-held", "This is a restored copy: it takes no tokens until it is released.", held.mend)


def may_be_sent_before(folder: Path) -> datetime | None:
    """For a workspace that came out of a backup, the moment of the restore; None where it did not.

    What was waiting to be sent in the copy at that moment the original may have sent since: a person decides.
    """
    for name in (RESTORED_NAME, RELEASED_NAME):
        try:
            return datetime.fromisoformat(json.loads((folder / name).read_text(encoding="utf-8"))["at"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def lift_hold(folder: Path, *, by: str, at: datetime) -> None:
    """Let a workspace send again; what it came from stays on record in `released.json`."""
    path = folder / RESTORED_NAME
    try:
        restored = read_restored(folder)
        facts = json.loads(_text(restored)) if restored else {}
    except GoodwordError:
        facts = {}
    told = {**facts, "released_at": at.isoformat(), "released_by": by}
    write_whole(folder / RELEASED_NAME, json.dumps(told, indent=1) + "\n")
    path.unlink(missing_ok=True)
    sync_folder(folder)


def _text(restored: Restored) -> str:
    facts = asdict(restored)
    facts |= {"at": restored.at.isoformat(), "backed_up_at": restored.backed_up_at.isoformat()}
    return json.dumps(facts, indent=1) + "\n"
