"""Where reports rest: a message, an mbox file, a Maildir, or a folder of messages. Nothing there is changed."""

from collections.abc import Iterator
from pathlib import Path

from goodword.kit.errors import GoodwordError
from goodword.programme.bounces.reading import MOST_BYTES

_BEGINS = b"From "


def reports_in(path: Path) -> Iterator[bytes]:
    """Every message that rests there, each cut off where a report has said what it says.

    Raises:
        GoodwordError: nothing is there, or it cannot be read (code `no-reports`).
    """
    try:
        if path.is_file():
            yield from _in_file(path)
            return
        folders = [path / name for name in ("cur", "new") if (path / name).is_dir()] or [path]
        for folder in folders:
            for one in sorted(folder.iterdir()):
                if one.is_file() and not one.name.startswith("."):
                    yield from _in_file(one)
    except OSError as error:
        raise GoodwordError(
            "no-reports",
            f"{path} cannot be read: {error.strerror or error}.",
            "Name a message, an mbox file, a Maildir, or a folder of messages.",
        ) from error


def _in_file(path: Path) -> Iterator[bytes]:
    """The messages of an mbox, or the one that a file is; line by line, for an mbox may be as large as it likes."""
    with path.open("rb") as file:
        first = file.readline(MOST_BYTES)
        if not first.startswith(_BEGINS):
            yield first + file.read(max(0, MOST_BYTES - len(first)))
            return
        lines, length, blank = list[bytes](), 0, False
        while line := file.readline(MOST_BYTES):
            if blank and line.startswith(_BEGINS):
                yield b"".join(lines)
                lines, length = [], 0
            elif length < MOST_BYTES:
                lines.append(line)
                length += len(line)
            blank = not line.strip()
        yield b"".join(lines)
