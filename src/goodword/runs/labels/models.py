"""Listeners that learnt from labels: their files, and the one in use."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from goodword.finding.listening import MODEL_VERSION
from goodword.finding.listening.learning import Model
from goodword.kit.durable import sync_folder, write_private
from goodword.kit.errors import GoodwordError
from goodword.programme.labels.models import ModelChoice
from goodword.runs.settings.of_listening import WRONG_AT_MOST_ONE_IN
from goodword.runs.settings.resolving import held
from goodword.runs.workspace import Workspace

FOLDER = "models"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def write_model(workspace: Workspace, model: Model) -> str:
    """Keep a model's numbers in a file named by its digest, and return that; whole on the disk, or not there.

    Whoever is killed here leaves at most a file that nothing names.
    """
    body = model.to_bytes().decode()
    digest = hashlib.sha256(body.encode()).hexdigest()
    folder = workspace.path / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(workspace.path)
    if not (folder / f"{digest}.json").exists():
        write_private(folder / f"{digest}.json", body)
    return digest


def read_model(workspace: Workspace, digest: str) -> Model:
    """The model of a file.

    Raises:
        GoodwordError: the file is gone or is not what it was (codes `model-missing`, `model-unreadable`).
    """
    return _read(workspace.path / FOLDER, digest)


@lru_cache(maxsize=2)
def _read(folder: Path, digest: str) -> Model:
    mend = "Go back to the listener before it, or restore the file from a backup: goodword listening back"
    try:
        body = (folder / f"{digest}.json").read_bytes() if _DIGEST.fullmatch(digest) else b""
    except FileNotFoundError:
        body = b""
    if hashlib.sha256(body).hexdigest() != digest:
        raise GoodwordError("model-missing", "The file of the listener in use is gone, or is another one.", mend)
    return Model.from_bytes(body)


def learnt_in_use(workspace: Workspace) -> Model | None:
    """The listener that somebody chose; None where the one that came with Goodword hears."""
    chosen = ModelChoice.chosen()
    return read_model(workspace, chosen.digest) if chosen else None


def wrong_at_most(workspace: Workspace) -> float:
    """Of what is said of a kind, the share that may be wrong, as the settings ask: 0 to 1."""
    return 1 / int(str(held(workspace.settings, WRONG_AT_MOST_ONE_IN).value))


def version_in_use() -> str:
    """What the listener in use is called."""
    chosen = ModelChoice.chosen()
    return chosen.version if chosen else MODEL_VERSION
