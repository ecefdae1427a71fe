"""The label that says that a workspace's data is made up, put on and taken off while Goodword is running."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from goodword.kit.durable import write_whole
from goodword.runs.workspace import CONFIG_NAME, Workspace

_OURS = "synthetic = true  # the sample company was loaded; goes when its import is undone"
_SECTION = re.compile(r"^\[workspace\][^\n]*\n", re.MULTILINE)


def label_synthetic(workspace: Workspace) -> None:
    """Say in the settings that the data is made up; what somebody wrote there before stays as it is."""
    config = workspace.path / CONFIG_NAME
    if says_synthetic(workspace.path):
        return
    text = config.read_text(encoding="utf-8")
    section = _SECTION.search(text)
    if section is None:
        write_whole(config, f"{text.rstrip()}\n\n[workspace]\n{_OURS}\n".lstrip())
    else:
        write_whole(config, f"{text[: section.end()]}{_OURS}\n{text[section.end() :]}")


def unlabel_synthetic(workspace: Workspace) -> None:
    """Take our label off again; a label that somebody wrote stays."""
    config = workspace.path / CONFIG_NAME
    text = config.read_text(encoding="utf-8")
    if _OURS in text:
        write_whole(config, text.replace(f"{_OURS}\n", ""))


def says_synthetic(folder: Path, *, otherwise: bool = False) -> bool:
    """Whether the settings of a workspace say now that its data is made up; `otherwise` where it is no workspace."""
    config = folder / CONFIG_NAME
    try:
        stat = config.stat()
    except OSError:
        return otherwise
    return _synthetic(config, stat.st_mtime_ns, stat.st_ino)


@lru_cache(maxsize=16)
def _synthetic(config: Path, _written_at: int, _inode: int) -> bool:
    """Read it once for each time it was written."""
    try:
        settings = tomllib.loads(config.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    return settings.get("workspace", {}).get("synthetic") is True
