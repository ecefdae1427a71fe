"""Write everything held about somebody: JSON for programs, a page for people that asks nobody for anything."""

import json
import os
import secrets
from pathlib import Path

from django.template.loader import render_to_string

from goodword.kit.durable import sync_folder, write_whole
from goodword.runs.rights.files import ABOUT, TAKEOUTS
from goodword.runs.rights.held import Held
from goodword.runs.workspace import Workspace

JSON_NAME, PAGE_NAME = "everything.json", "everything.html"


def write_takeout(held: Held, folder: Path) -> tuple[Path, Path]:
    """Write both files into a folder, readable by its owner only; return their paths."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    told, page = folder / JSON_NAME, folder / PAGE_NAME
    _write_private(told, held.as_json())
    _write_private(page, page_of(held))
    return told, page


def keep_takeout(workspace: Workspace, held: Held) -> str:
    """Keep both files in the workspace for a download; return a name that nobody guesses."""
    name = secrets.token_hex(12)
    folder = workspace.path / TAKEOUTS / name
    folder.mkdir(mode=0o700, parents=True)
    write_takeout(held, folder)
    # Last: a folder without it is what a killed job left.
    write_whole(folder / ABOUT, json.dumps({"person_ids": held.subject.person_ids, "at": held.at.isoformat()}))
    sync_folder(folder.parent)
    return name


def page_of(held: Held) -> str:
    """The page: one file, no script, no request, for light and dark screens."""
    return render_to_string("portal/held.html", {"held": held, "called": next(iter(held.subject.names), "")})


def _write_private(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.tmp")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    write_whole(path, text)
