"""Erase somebody: a row of the journal first, then step after step, each safe to do again, until nothing is left.

Whom it is about stands in one file of the folder `erasing` while it lasts. Killed at any point, the next call goes on
after the last step that was noted. Where that file is gone, as in a copy restored from a backup, the marks of the
erasure know the person again.
"""

import json
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.spill import sweep_spills
from goodword.kit import clock
from goodword.kit.durable import sync_folder, write_private
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.advocates.actions.remove_generation import remove_generation
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.meetings.actions.keep_promises import tell_of_erasure
from goodword.programme.people.suppressing import Handle
from goodword.programme.people.suppression import key_id, marks_of
from goodword.programme.personal import Subject
from goodword.programme.rights.actions.begin_erasure import begin_erasure
from goodword.programme.rights.actions.note_step import finish_erasure, note_step
from goodword.programme.rights.models import Erasure
from goodword.programme.team.actor import Actor
from goodword.runs.operate.backup import sweep_shelf
from goodword.runs.operate.replay_list import Erased, add_to_list, share_list
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.progress import Progress, silent
from goodword.runs.publication import run_day
from goodword.runs.rights.bytes_left import clean_database, search_files
from goodword.runs.rights.files import ERASING, erase_derived
from goodword.runs.rights.known import Known, who_is_known
from goodword.runs.rights.lake_rows import LakeRows
from goodword.runs.rights.places import PLACES
from goodword.runs.rights.proof import write_proof
from goodword.runs.rights.tables import (
    Counted,
    erase_from_tables,
    erase_from_the_trail,
    left_in_tables,
    tally,
)
from goodword.runs.rights.who import find_marked
from goodword.runs.shelves import shelves_of
from goodword.runs.workspace import Workspace

_PATIENCE_SECONDS = 2.0
_BUSY = GoodwordError(
    code="erase-busy",
    sentence="Somebody is being erased by another process just now.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


@dataclass
class Work:
    """One erasure at work.

    Attributes:
        workspace: where.
        erasure: its row.
        subject: whom it is about.
        by: who wants it.
        progress: told how far it is.
    """

    workspace: Workspace
    erasure: Erasure
    subject: Subject
    by: Actor
    progress: Progress

    def known(self) -> Known:
        """Who is known here now."""
        return who_is_known(self.workspace)


def begin(workspace: Workspace, subject: Subject, *, by: Actor) -> Erasure:
    """Write down that somebody is to be erased; from now on it will be, whatever is killed.

    Raises:
        GoodwordError: another erasure is at work (code `erase-busy`).
    """
    reference = f"erased-{secrets.token_hex(6)}"
    with _alone(workspace):
        _sweep(workspace)
        folder = workspace.path / ERASING
        folder.mkdir(mode=0o700, exist_ok=True)
        told = json.dumps(replace(subject, reference=reference).as_json(), ensure_ascii=False)
        write_private(folder / f"{reference}.json", told)
        sync_folder(workspace.path)
        handles = [Handle(source=source, key=key) for source, key in subject.pairs]
        handles += [Handle(email=email) for email in subject.emails]
        return begin_erasure(reference, marks_of(subject.pairs, subject.emails), by=by, handles=handles)


def carry_out(workspace: Workspace, erasure: Erasure, *, by: Actor, progress: Progress = silent) -> Path:
    """Do what is left of an erasure, and return the file of its proof; one that is finished stays as it is.

    Raises:
        GoodwordError: another erasure, run or load is at work (may pass), or a run is refused by the settings.
    """
    with _alone(workspace):
        finish = getattr(Erasure.objects.select_related("finish").get(pk=erasure.pk), "finish", None)
        if finish is not None:
            return workspace.path / str(finish.proof)
        work = Work(workspace, erasure, _subject(workspace, erasure), by, progress)
        done = set(erasure.steps.values_list("name", flat=True))
        for number, (name, step) in enumerate(STEPS.items()):
            progress("erase", number, len(STEPS))
            if name not in done:
                note_step(erasure, name, step(work))
        proof = write_proof(workspace.path, erasure, clock.now())
        (workspace.path / ERASING / f"{erasure.reference}.json").unlink(missing_ok=True)
        finish_erasure(erasure, proof, by=by)
        progress("erase", len(STEPS), len(STEPS))
    return workspace.path / proof


def unfinished() -> list[Erasure]:
    """The erasures that were begun and not finished, oldest first."""
    return list(Erasure.objects.under_way().order_by("pk"))


def _tables(work: Work) -> list[Counted]:
    tell_of_erasure(work.subject, now=clock.now())
    return erase_from_tables(work.subject)


def _list(work: Work) -> list[Counted]:
    """Put the marks where a restore of an older backup finds them."""
    marks = tuple(sorted(work.erasure.marks.values_list("mark", flat=True)))
    add_to_list(work.workspace.path, Erased(work.erasure.reference, marks), key_id())
    shelves = shelves_of(work.workspace)
    for shelf in shelves:
        share_list(work.workspace.path, shelf.place, shelf.folder)
    share_suppressed(work.workspace)
    left = sum(sweep_shelf(work.workspace, folder) for folder in {shelf.folder for shelf in shelves})
    return [
        tally("backups of before", 0, note="not written anew; a restore of one erases before it serves"),
        tally("copies that killed backups left", left),
    ]


def _lake(work: Work) -> list[Counted]:
    apart = LakeRows(work.subject, work.known())
    done = LocalLake(work.workspace.lake).rewrite(apart.choose, retell=work.subject.without)
    return [
        entry
        for table, one in sorted(done.items())
        for entry in (
            tally(f"lake {table}", one.gone, note=f"{one.files} files written anew"),
            tally(f"lake {table}, texts of others", one.changed),
        )
    ]


def _files(work: Work) -> list[Counted]:
    return [
        tally("folder derived", erase_derived(work.workspace)),
        tally("spill folders of killed processes", sweep_spills()),
        *_other_files(work),
    ]


def _other_files(work: Work) -> list[Counted]:
    return [
        tally(f"folder {place.name}", place.erase(work.workspace, work.subject))
        for place in PLACES
        if place.erase is not None
    ]


def _publish(work: Work) -> list[Counted]:
    """Find and publish anew, and let no generation stay that was made of what is gone."""
    if Publication.current() is None:
        return [tally("published findings", 0)]
    Generation.objects.update(fingerprint=f"without {work.erasure.reference}")  # so that the run publishes in any case
    current = run_day(work.workspace, clock.today(), by=work.by, progress=work.progress)
    older = Generation.objects.exclude(number=current.number)
    count = older.count()
    for generation in older:
        remove_generation(generation)
    return [tally("published generations", count, note="found and published anew")]


def _trail(work: Work) -> list[Counted]:
    return erase_from_the_trail(work.subject, by=work.by)


def _again(work: Work) -> list[Counted]:
    """What came in while the first steps were at work, by whoever had begun before the marks were there."""
    found = [*_tables(work), *_lake(work)]
    if any(one["found"] for one in found):
        found += [*_files(work), *_publish(work)]
    return [*found, *_other_files(work), *_trail(work)]


def _check(work: Work) -> list[Counted]:
    apart, lake = LakeRows(work.subject, work.known()), LocalLake(work.workspace.lake)
    left = sum(
        len(apart.choose(part.table, rows).gone) + apart.mentioning(part.table, rows)
        for landed in lake.imports()
        for part in landed.parts
        if part.stored
        for rows in [lake.rows_of(part)]
    )
    return [*left_in_tables(work.subject), tally("lake, every stored row", left, 0, "checked")]


def _clean(work: Work) -> list[Counted]:
    return [*clean_database(work.workspace, work.subject), *search_files(work.workspace, work.subject)]


STEPS: dict[str, Callable[[Work], list[Counted]]] = {
    "tables": _tables,
    "list": _list,
    "lake": _lake,
    "files": _files,
    "publish": _publish,
    "trail": _trail,
    "again": _again,
    "check": _check,
    "clean": _clean,
}
"""The steps in their order: out of sight first, at last a look whether anything is left."""


def _subject(workspace: Workspace, erasure: Erasure) -> Subject:
    try:
        told = json.loads((workspace.path / ERASING / f"{erasure.reference}.json").read_text(encoding="utf-8"))
        return Subject.of_json(told)
    except FileNotFoundError:
        marks = set(erasure.marks.values_list("mark", flat=True))
        return find_marked(workspace, marks, erasure.reference)[0]


def _sweep(workspace: Workspace) -> None:
    """Forget whom a process meant to erase that was killed before it had written so."""
    begun = set(Erasure.objects.values_list("reference", flat=True))
    folder = workspace.path / ERASING
    for path in (*folder.glob("*.json"), *folder.glob(".*.tmp")):
        if path.stem not in begun:
            path.unlink()


def _alone(workspace: Workspace) -> AbstractContextManager[None]:
    return only_one(workspace.path / "erase.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY)
