"""The list of those who may not be asked, for backups of before: what was said after one outlives its restore.

It stands in the workspace (`suppressed.json`) and on every shelf that backups of it are known to lie on: keyed hashes,
and their key, for a database of before may not have made it yet. Nothing is ever taken off it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from goodword.kit import clock
from goodword.kit.durable import write_private
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.people.actions.take_suppressions import take_suppressions
from goodword.programme.people.models import Person, Suppression
from goodword.programme.people.suppressing import Digester, Listed
from goodword.runs.keyed_lists import FORMAT, SUPPRESSED
from goodword.runs.pipeline import open_day
from goodword.runs.shelves import shelves_of
from goodword.runs.workspace import Workspace

_PATIENCE_SECONDS = 30.0
_BUSY = GoodwordError(
    code="suppressed-busy",
    sentence="Another process is writing down who may not be asked.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


@dataclass(frozen=True, slots=True)
class SuppressedList:
    """Who may not be asked.

    Attributes:
        key: of the hashes, in hex.
        listed: every one.
    """

    key: str
    listed: tuple[Listed, ...] = ()

    def plus(self, more: Iterable[Listed]) -> "SuppressedList":
        """The same with others; of what both say of one, the first day and the last word."""
        found = {one.digest: one for one in self.listed}
        for one in more:
            own = found.get(one.digest, one)
            last, at = max((own.last, own.at), (one.last, one.at))
            found[one.digest] = Listed(one.digest, min(own.since, one.since), last, at, own.erased or one.erased)
        return SuppressedList(self.key, tuple(found.values()))

    def text(self) -> str:
        """As it is written."""
        rows = [
            [one.digest, one.since.isoformat(), one.last.isoformat(), one.at.isoformat(), one.erased]
            for one in sorted(self.listed, key=lambda one: one.digest)
        ]
        return json.dumps({"format": FORMAT, "key": self.key, "listed": rows}) + "\n"


def share_suppressed(workspace: Workspace) -> None:
    """Put the list beside the backups, where anybody is on it; again changes nothing."""
    with only_one(workspace.path / "suppressed.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        rows = Suppression.objects.values_list("digest", "since", "last", "at", "erased")
        listed = tuple(Listed(*row) for row in rows)
        if not listed:
            return
        mine = SuppressedList(Digester.of_workspace().key.hex(), listed)
        shelves = [shelf.folder / SUPPRESSED.shelf_name(shelf.place) for shelf in shelves_of(workspace)]
        for path in (workspace.path / SUPPRESSED.file_name, *shelves):
            _share(mine, path)


def _share(mine: SuppressedList, path: Path) -> None:
    """Put a list where another may stand, which another copy of the workspace wrote: nobody is taken off that one."""
    try:
        there = read_suppressed(path)
    except GoodwordError:
        there = None  # what cannot be read holds nobody back, and would stop whoever restores
    if there is not None and there.key != mine.key:
        return  # another workspace's: its hashes say nothing here
    whole = mine.plus(there.listed) if there else mine
    if there is None or there.text() != whole.text():
        write_private(path, whole.text())


def read_suppressed(path: Path) -> SuppressedList | None:
    """Read a list; None where there is none.

    Raises:
        GoodwordError: it cannot be read (code `bad-suppressed-list`): nobody can know then who is on it.
    """
    return SUPPRESSED.read(path, _suppressed)


def _suppressed(told: dict[str, Any]) -> SuppressedList:
    listed = tuple(
        Listed(digest, date.fromisoformat(since), date.fromisoformat(last), datetime.fromisoformat(at), bool(erased))
        for digest, since, last, at, erased in told["listed"]
    )
    return SuppressedList(str(told["key"]), listed)


def replay_suppressed(workspace: Workspace) -> int:
    """Let everybody on a copy's list be asked no more, whom its database does not know of; return how many hashes.

    Raises:
        GoodwordError: the list cannot be read, or is another workspace's.
    """
    found = read_suppressed(workspace.path / SUPPRESSED.file_name)
    if found is None:
        return 0
    taken = take_suppressions(bytes.fromhex(found.key), found.listed)
    with open_day(workspace, clock.today()) as work:
        _linked, out = work.who()
    for row in out.to_pylist():
        people = Person.objects.same_as(row["person_id"]).filter(opted_out_on=None)
        people.update(opted_out_on=row["opted_out_on"])
    return taken
