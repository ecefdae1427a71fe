"""What somebody said about files of one kind, remembered for the next files with the same columns.

Each is a map of its own in the workspace's folder `maps`, so it serves `goodword load --map` as well.
"""

import glob
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from goodword.evidence.intake import FilePlan, LoadPlan
from goodword.evidence.intake.mapping.maps import Entry, map_text, read_map
from goodword.evidence.sources.files import open_sheets
from goodword.kit.durable import write_whole
from goodword.kit.errors import GoodwordError
from goodword.runs.workspace import Workspace

FOLDER = "maps"
_DIGITS = 20
_WHY = "_why"


def remember(workspace: Workspace, plan: LoadPlan) -> None:
    """Remember how the files of a plan are matched; a later choice for the same columns replaces an earlier one."""
    folder = workspace.path / FOLDER
    folder.mkdir(exist_ok=True)
    for file in plan.loadable:
        for sheet in _sheets(file.path):
            if sheet[0] == file.sheet and _WHY not in sheet[1]:
                text = map_text([(entry_for(file), file.spare)])
                write_whole(folder / f"{_fingerprint(*sheet)}.toml", text)


def recall(workspace: Workspace, paths: Iterable[Path]) -> list[Entry]:
    """What was said before about files with the columns of these, as said about these."""
    found = []
    for path in paths:
        for sheet, header in _sheets(path):
            known = _known(workspace.path / FOLDER / f"{_fingerprint(sheet, header)}.toml")
            if known is not None:
                found.append(replace(known, match=glob.escape(path.name), sheet=glob.escape(sheet)))
    return found


def entry_for(file: FilePlan) -> Entry:
    """What a plan says about its sheet."""
    shape = file.shape
    return Entry(
        match=glob.escape(file.path.name),
        sheet=glob.escape(file.sheet),
        table=file.table,
        source=shape.source if shape else "",
        timezone=shape.timezone.key if shape and shape.timezone else "",
        complete=bool(file.table),
        skip=file.skipped,
        columns={pair.column: pair.header for pair in file.pairs},
        constants=dict(file.constants),
        dates={pair.header: file.dates[pair.column] for pair in file.pairs if pair.column in file.dates},
    )


def _known(path: Path) -> Entry | None:
    try:
        return next(iter(read_map(path)), None)
    except GoodwordError:
        return None  # there is none, or the contract has changed since; then what the headers suggest is better


def _sheets(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    try:
        return [(sheet.name, sheet.header) for sheet in open_sheets(path)]
    except GoodwordError:
        return []  # the plan says what is wrong with it


def _fingerprint(sheet: str, header: Sequence[str]) -> str:
    text = json.dumps([sheet, sorted(header)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
