"""The list of those who were erased, for backups of before: keyed hashes, which a restore reads before it serves.

It stands in the workspace (`erased.json`) and on every shelf that backups of it are known to lie on.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodword.kit.durable import write_private, write_whole
from goodword.kit.errors import GoodwordError
from goodword.kit.keys import key_id_of
from goodword.runs.keyed_lists import ERASED, FORMAT
from goodword.runs.workspace import SUPPRESSION_KEY_NAME


@dataclass(frozen=True, slots=True)
class Erased:
    """Somebody on the list: what stands for them, and the marks that know them again."""

    reference: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplayList:
    """Who was erased.

    Attributes:
        key: names the key of the marks, see `suppression.key_id`.
        people: everybody, in the order in which they were erased.
    """

    key: str
    people: tuple[Erased, ...] = ()

    def plus(self, more: "tuple[Erased, ...]") -> "ReplayList":
        """The same with others; nobody twice."""
        there = {one.reference for one in self.people}
        return ReplayList(self.key, (*self.people, *(one for one in more if one.reference not in there)))

    def text(self) -> str:
        """As it is written."""
        people = [{"reference": one.reference, "marks": list(one.marks)} for one in self.people]
        return json.dumps({"format": FORMAT, "key": self.key, "people": people}, indent=1) + "\n"


def read_list(path: Path) -> ReplayList | None:
    """Read a list; None where there is none.

    Raises:
        GoodwordError: it cannot be read (code `bad-erased-list`): nobody can know then whom it names.
    """
    return ERASED.read(path, _replay_list)


def _replay_list(told: dict[str, Any]) -> ReplayList:
    people = tuple(Erased(one["reference"], tuple(one["marks"])) for one in told["people"])
    return ReplayList(str(told["key"]), people)


def add_to_list(folder: Path, one: Erased, key: str) -> ReplayList:
    """Put somebody on the list of the workspace in `folder`; who is on it stays as they are."""
    now = (read_list(folder / ERASED.file_name) or ReplayList(key)).plus((one,))
    write_whole(folder / ERASED.file_name, now.text())
    return now


def share_list(folder: Path, place: str, shelf: Path) -> None:
    """Put the list of the workspace in `folder` beside its backups, where there is anybody on it."""
    mine = read_list(folder / ERASED.file_name)
    if mine is not None and shelf.is_dir():
        there = read_list(shelf / ERASED.shelf_name(place))
        write_whole(shelf / ERASED.shelf_name(place), (mine.plus(there.people) if there else mine).text())


def bring_list(archive: Path, place: str, copy: Path, named: Path | None) -> ReplayList | None:
    """Give an unpacked copy the list of those who were erased since, and the key it needs; before Django is set up.

    Args:
        archive: the backup; the list is looked for beside it.
        place: whose backup it is, see `Contents.place`.
        copy: where the copy stands.
        named: the list, where somebody names it.

    Raises:
        GoodwordError: the list cannot be read, is not there, or the copy lacks its key (`erased-key-missing`).
    """
    path = named or archive.parent / ERASED.shelf_name(place)
    found = read_list(path)
    if found is None:
        if named is not None:
            raise GoodwordError("no-erased-list", f"There is no list {named}.", "Name the workspace's erased.json.")
        return read_list(copy / ERASED.file_name)
    own = copy / SUPPRESSION_KEY_NAME
    for key in (own, path.parent / SUPPRESSION_KEY_NAME, path.parent.parent / SUPPRESSION_KEY_NAME):
        if key.is_file() and key_id_of(key.read_text(encoding="ascii").strip()) == found.key:
            break
    else:
        raise GoodwordError(
            "erased-key-missing",
            f"{path} names who was erased since, and the key is missing by which they are known again.",
            f"Put the original's {SUPPRESSION_KEY_NAME} beside that list. Without it nothing was restored.",
        )
    if key != own:
        write_private(own, key.read_text(encoding="ascii"))
    there = read_list(copy / ERASED.file_name)
    merged = found.plus(there.people) if there else found
    write_whole(copy / ERASED.file_name, merged.text())
    return merged
