"""Where the list of those who may not be asked stands; found before Django is set up."""

from pathlib import Path

from goodword.kit.durable import write_private
from goodword.runs.keyed_lists import SUPPRESSED
from goodword.runs.shelves import Shelf, remember_origin


def bring_suppressed(archive: Path, place: str, copy: Path, named: Path | None) -> None:
    """Give an unpacked copy the list as it is now, where one is found, and let it know the shelf it came from.

    Args:
        archive: the backup; the list is looked for beside it.
        place: whose backup it is, see `Contents.place`.
        copy: where the copy stands.
        named: the list of those who were erased, where somebody names it: then it may lie beside that one.
    """
    remember_origin(copy, Shelf(archive.parent, place))
    beside = [archive.parent / SUPPRESSED.shelf_name(place), *([named.parent / SUPPRESSED.file_name] if named else [])]
    for path in beside:
        if path.is_file():
            write_private(copy / SUPPRESSED.file_name, path.read_text(encoding="utf-8"))
            return
