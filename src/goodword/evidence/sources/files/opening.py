"""Which reader opens a file. A further format is one more line in the table here."""

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from goodword.evidence.sources.files.delimited import open_delimited
from goodword.evidence.sources.files.jsonlines import open_jsonlines
from goodword.evidence.sources.files.parquet import open_parquet
from goodword.evidence.sources.files.sheet import Sheet
from goodword.evidence.sources.files.workbook import open_workbook
from goodword.kit.errors import GoodwordError

_OPENERS: dict[str, Callable[[Path], list[Sheet]]] = {
    **dict.fromkeys((".csv", ".tsv", ".tab", ".psv", ".txt"), open_delimited),
    **dict.fromkeys((".parquet", ".pq"), open_parquet),
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), open_workbook),
    **dict.fromkeys((".jsonl", ".ndjson", ".json"), open_jsonlines),
}

_LEFT_OUT = ".goodwordignore"


def list_files(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and every file below every folder named, by name.

    Left out are hidden files, the locks of office programs, and what a file `.goodwordignore` names beside it: a
    pattern a line, such as `old*`; everything in its folder where it is empty.

    Raises:
        GoodwordError: a path does not exist (code `no-file`).
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if file.is_file())
            found.update(dict.fromkeys(file for file in inside if not _is_left_out(file, path)))
        elif path.exists():
            found[path] = None
        else:
            raise GoodwordError(
                code="no-file", sentence=f"There is no file or folder {path}.", mend="Correct the path."
            )
    return list(found)


def open_sheets(path: Path) -> list[Sheet]:
    """The tables in a file.

    Raises:
        GoodwordError: the format is unknown (code `unknown-format`), or the file is empty or damaged.
    """
    opener = _OPENERS.get(path.suffix.lower())
    if opener is None:
        raise GoodwordError(
            code="unknown-format",
            sentence=f"{path.name} is no file that Goodword reads.",
            mend=f"Export it as one of: {', '.join(sorted(_OPENERS))}.",
        )
    try:
        sheets = opener(path)
    except OSError as error:
        raise GoodwordError(
            code="unreadable-file",
            sentence=f"{path} cannot be opened: {error.strerror or error}.",
            mend="Check its permissions.",
        ) from error
    if not sheets:
        raise GoodwordError(code="empty-file", sentence=f"{path.name} holds no rows.", mend="Export it again.")
    return sheets


def _is_left_out(file: Path, root: Path) -> bool:
    below = file.relative_to(root)
    if any(part.startswith((".", "~$")) for part in below.parts):
        return True
    return any(_leaves_out(root / folder / _LEFT_OUT, below.relative_to(folder).parts[0]) for folder in below.parents)


def _leaves_out(ignored: Path, name: str) -> bool:
    try:
        lines = [line.strip() for line in ignored.read_text(encoding="utf-8", errors="replace").splitlines()]
    except FileNotFoundError:
        return False
    patterns = [line for line in lines if line and not line.startswith("#")]
    return not patterns or any(fnmatchcase(name, pattern) for pattern in patterns)
