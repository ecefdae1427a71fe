"""Whether any byte of a workspace still holds a word, however it is written down."""

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

BACKUPS = "backups"


def places_with(workspace: Path, word: str) -> set[str]:
    """The files of a workspace, but for backups, that hold a word: as it is, packed, as Parquet, UTF-16 or base64."""
    found = set()
    for path in sorted(workspace.rglob("*")):
        name = path.relative_to(workspace)
        if not path.is_file() or name.parts[0] == BACKUPS:
            continue
        if word in str(name) or any(holds(content, word) for content in contents(path.name, path.read_bytes())):
            found.add(str(name))
    return found


def contents(name: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what they unpack to."""
    yield data
    if data[:4] == b"PAR1":
        yield repr(pq.read_table(io.BytesIO(data)).to_pydict()).encode()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from contents(inside, archive.read(inside))


def holds(data: bytes, word: str) -> bool:
    """Whether bytes hold a word, whatever its case, in any of the ways in which a program may write it."""
    ways = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    lower = data.lower()
    return any(way.lower() in lower for way in ways) or any(part in data for way in ways for part in in_base64(way))


def in_base64(word: bytes) -> set[bytes]:
    """What stands in base64 for a word at each of the three places at which it can begin, without its ends."""
    found = set()
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + word)
        begin = -(-shift * 4 // 3)
        found.add(whole[begin : (shift + len(word)) * 4 // 3])
    return found
