"""Files of a workspace in which somebody may stand: what they hold about one person, and the same without them."""

import csv
import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db.models import Q, QuerySet

from goodword.evidence.intake.mapping.known_names import aliases
from goodword.evidence.intake.names import squeezed
from goodword.evidence.intake.rejects import WHY, parts_of
from goodword.evidence.sources.files import open_sheets
from goodword.kit.durable import settle
from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.models import Proof
from goodword.programme.personal import Subject
from goodword.runs.intake.loading import REJECTED
from goodword.runs.intake.uploads import FOLDER as UPLOADS
from goodword.runs.workspace import Workspace

TAKEOUTS, PROOFS, ERASING, SAMPLE, MAPS = "takeouts", "erasures", "erasing", "sample", "maps"
ABOUT = "about.json"

type Row = dict[str, Any]


def names_them(cells: Mapping[str, str | None], subject: Subject) -> bool:
    """Whether a row of a file, as it arrived, is about somebody or names them."""
    for header, cell in cells.items():
        text = (cell or "").strip().lstrip("'")
        if not text:
            continue
        if text in subject.keys and (not text.isdecimal() or _is_key(header)):
            return True
        if subject.within(text):
            return True
    return False


def _is_key(header: str) -> bool:
    name = squeezed(header)
    return name == squeezed("person_key") or name in aliases("people", "person_key")


def rejected_about(workspace: Workspace, subject: Subject) -> Iterator[Row]:
    """Rejected rows that name somebody."""
    for path in _rejected(workspace):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if names_them(row, subject):
                    yield {"_file": path.name, **{name: cell for name, cell in row.items() if cell}}


def erase_rejected(workspace: Workspace, subject: Subject) -> int:
    """Write the files of rejected rows anew without them; return how many rows went."""
    gone = 0
    for left in (workspace.path / REJECTED).glob(".*.tmp"):
        left.unlink(missing_ok=True)  # what a killed load was writing
    for path in _rejected(workspace):
        gone += _without(path, subject)
    for parts in (workspace.path / REJECTED).glob(".*.parts.jsonl"):
        _parts_without(parts, subject)
    return gone


def _rejected(workspace: Workspace) -> list[Path]:
    return sorted((workspace.path / REJECTED).glob("[!.]*.csv"))


def _without(path: Path, subject: Subject) -> int:
    """The file that people see; rows go by what stands in them, and reasons quote them."""
    temporary = path.with_name(f".{path.name}.tmp")
    gone = kept = 0
    with path.open(encoding="utf-8", newline="") as old, temporary.open("w", encoding="utf-8", newline="") as new:
        reader, writer = csv.reader(old), csv.writer(new)
        header = next(reader, [])
        writer.writerow(header)
        for row in reader:
            if names_them(dict(zip(header, row, strict=False)), subject):
                gone += 1
            else:
                writer.writerow(row)
                kept += 1
    if not gone:
        temporary.unlink()
        return 0
    if kept:
        settle(temporary, path)
    else:
        temporary.unlink()
        path.unlink()
        parts_of(path).unlink(missing_ok=True)
    return gone


def _parts_without(path: Path, subject: Subject) -> None:
    temporary = path.with_name(f"{path.name}.tmp")
    gone = False
    with path.open(encoding="utf-8") as old, temporary.open("w", encoding="utf-8") as new:
        for line in old:
            row = json.loads(line)
            named = names_them({**row["cells"], WHY: " ".join(str(one) for one in row["faults"])}, subject)
            gone = gone or named
            if not named:
                new.write(line)
    if gone:
        settle(temporary, path)
    else:
        temporary.unlink()


def uploads_about(workspace: Workspace, subject: Subject) -> Iterator[Row]:
    """Rows of files that wait to be loaded."""
    for folder in _folders(workspace.path / UPLOADS):
        for path in sorted((folder / "files").glob("*")):
            yield from ({"_file": path.name, **row} for row in _rows(path, subject) or ())


def erase_uploads(workspace: Workspace, subject: Subject) -> int:
    """Remove uploads that name them, and those that nobody can read; whoever sent them has the files still."""
    gone = 0
    for folder in _folders(workspace.path / UPLOADS):
        files = sorted((folder / "files").glob("*"))
        named = any(subject.within(path.name) or _rows(path, subject) != [] for path in files)
        if named or _texts_name(folder, subject):
            shutil.rmtree(folder)
            gone += 1
    return gone


def _rows(path: Path, subject: Subject) -> list[Row] | None:
    """The rows of a file that name somebody; None where it cannot be read."""
    found: list[Row] = []
    try:
        for sheet in open_sheets(path):
            for rows in sheet.read():
                found += [row for row in rows.cells.to_pylist() if names_them(row, subject)]
                found += [dict(one.cells) for one in rows.broken if names_them(one.cells, subject)]
    except GoodwordError:
        return None
    return found


def takeouts_about(workspace: Workspace, subject: Subject) -> Iterator[Row]:
    """Exports of everything held that were made before."""
    for folder in _folders(workspace.path / TAKEOUTS):
        if _is_takeout_of(folder, subject):
            yield {"_file": folder.name, "files": sorted(path.name for path in folder.iterdir())}


def erase_takeouts(workspace: Workspace, subject: Subject) -> int:
    """Remove exports of everything held about them, and about others where those name them: they can be made again."""
    gone = 0
    for folder in _folders(workspace.path / TAKEOUTS):
        if _is_takeout_of(folder, subject) or _texts_name(folder, subject):
            shutil.rmtree(folder)
            gone += 1
    return gone


def _is_takeout_of(folder: Path, subject: Subject) -> bool:
    try:
        told = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return True  # a killed job's
    return not set(subject.person_ids).isdisjoint(told.get("person_ids", ()))


def erase_maps(workspace: Workspace, subject: Subject) -> int:
    """Forget what was said about files of a kind where it names them, as a constant may."""
    named = [path for path in (workspace.path / MAPS).glob("*") if path.is_file() and _text_names(path, subject)]
    for path in named:
        path.unlink()
    return len(named)


def erase_sample(workspace: Workspace, subject: Subject) -> int:
    """Remove the files of the sample company where they name them: it can be made again, byte for byte."""
    folder = workspace.path / SAMPLE
    if not folder.is_dir() or not _texts_name(folder, subject):
        return 0
    shutil.rmtree(folder)
    return 1


def erase_derived(workspace: Workspace) -> int:
    """Remove everything that is computed: it is computed again without them."""
    there = len(list(workspace.derived.rglob("*.parquet"))) if workspace.derived.is_dir() else 0
    shutil.rmtree(workspace.derived, ignore_errors=True)
    return there


def _texts_name(folder: Path, subject: Subject) -> bool:
    return any(_text_names(path, subject) for path in sorted(folder.rglob("*")) if path.is_file())


def _text_names(path: Path, subject: Subject) -> bool:
    if subject.within(path.name):
        return True
    with path.open(encoding="utf-8", errors="replace") as file:
        return any(subject.within(line) for line in file)


def _folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []


def takeouts_of(workspace: Workspace, person_id: str) -> list[Path]:
    """The folders with everything held about somebody, the newest first."""
    found = []
    for folder in _folders(workspace.path / TAKEOUTS):
        try:
            told = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if person_id in told["person_ids"]:
            found.append((told["at"], folder))
    return [folder for _, folder in sorted(found, reverse=True)]


def old_takeouts(workspace: Workspace, before: datetime) -> list[Path]:
    """The folders that nobody needs any more, those of killed jobs too."""
    folders = _folders(workspace.path / TAKEOUTS)
    return [folder for folder in folders if datetime.fromtimestamp(folder.stat().st_mtime, UTC) < before]


def proofs_about(_workspace: Workspace, subject: Subject) -> Iterator[Row]:
    """Files that prove what somebody allowed or forbade."""
    for proof in _proofs(subject):
        yield {"_file": proof.file_sha256, "name": proof.file_name, "bytes": proof.file_size}


def erase_proofs(workspace: Workspace, subject: Subject) -> int:
    """Remove the files that prove their words and nobody else's, and those that no word points to any more."""
    theirs = set(_proofs(subject).values_list("pk", flat=True))
    others = set(Proof.objects.exclude(pk__in=theirs).exclude(file_sha256="").values_list("file_sha256", flat=True))
    gone = [path for path in workspace.proofs.glob("*") if path.name not in others]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _proofs(subject: Subject) -> QuerySet[Proof]:
    wanted = Q(grant__person_id__in=subject.person_ids) | Q(grant__person__root_id__in=subject.person_ids)
    return Proof.objects.filter(wanted).exclude(file_sha256="")
