"""Where the list of those who may not be asked stands; found before Django is set up."""

from pathlib import Path

from goodword.kit.durable import write_whole
from goodword.runs.shelves import Shelf, remember_origin

SUPPRESSED_NAME = "suppressed.json"


def shelf_name(place: str) -> str:
    """What the list of a workspace is called among its backups; several may share a shelf."""
    return f"suppressed-{place}.json"


def bring_suppressed(archive: Path, place: str, copy: Path, named: Path | None) -> None:
    """Give an unpacked copy the list as it is now, where one is found, and let it know the shelf it came from.

    Args:
        archive: the backup; the list is looked for beside it.
        place: whose backup it is, see `Contents.place`.
        copy: where the copy stands.
        named: the list of those who were erased, where somebody names it: then it may lie beside that one.
    """
    remember_origin(copy, Shelf(archive.parent, place))
    beside = [archive.parent / shelf_name(place), *([named.parent / SUPPRESSED_NAME] if named else [])]
    for path in beside:
        if path.is_file():
            write_whole(copy / SUPPRESSED_NAME, path.read_text(encoding="utf-8"))
            (copy / SUPPRESSED_NAME).chmod(0o600)
            return
