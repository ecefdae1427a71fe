"""Writes that a power cut cannot tear: a file has its name only once all its bytes are on the disk."""

import os
from pathlib import Path


def settle(temporary: Path, final: Path) -> None:
    """Give a finished temporary file its final name in the same folder, so that it survives a crash from now on."""
    with temporary.open("rb") as file:
        os.fsync(file.fileno())
    temporary.replace(final)
    sync_folder(final.parent)


def write_whole(final: Path, text: str) -> None:
    """Replace a text file; a reader or a crash sees the old text or the new one, never a part."""
    temporary = final.with_name(f".{final.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    settle(temporary, final)


def write_private(final: Path, text: str) -> None:
    """Replace a text file that its owner alone may read, at no moment anybody else."""
    os.close(os.open(final.with_name(f".{final.name}.tmp"), os.O_WRONLY | os.O_CREAT, 0o600))
    write_whole(final, text)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a crash."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
