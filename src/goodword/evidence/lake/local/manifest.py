"""What counts: the list of imports and of the files that hold them. A file that is not listed does not exist."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from goodword.kit.durable import write_whole
from goodword.kit.errors import GoodwordError

MANIFEST_NAME = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Part:
    """What one file of one import said about one table.

    Attributes:
        number: running number over the whole lake; a greater one is the newer assertion.
        table: the record table.
        stored: how many full rows its rows file holds (new and changed ones); no file if 0.
        asserted: how many row keys its seen file holds; no file if 0.
        fresh: whether none of its keys was live when it landed.
        digest: SHA-256 over its files.
        edition: how often its files were written anew, because somebody in them was erased.
    """

    number: int
    table: str
    stored: int
    asserted: int
    fresh: bool
    digest: str
    edition: int = 0

    @property
    def rows_name(self) -> str:
        """Path of the full rows, from the lake's folder."""
        return f"{self._stem}-rows.parquet"

    @property
    def seen_name(self) -> str:
        """Path of the assertions, from the lake's folder."""
        return f"{self._stem}-seen.parquet"

    @property
    def _stem(self) -> str:
        again = f"-{self.edition}" if self.edition else ""
        return f"records/{self.table}/{self.number:06d}{again}"


@dataclass(frozen=True, slots=True)
class Import:
    """One import: its parts, when it landed, whether it was undone, and what intake wants remembered of it."""

    import_id: str
    at: datetime
    parts: tuple[Part, ...]
    summary: dict[str, Any] = field(default_factory=dict)
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """All imports in the order they landed, undone ones too."""

    imports: tuple[Import, ...] = ()

    @property
    def next_part(self) -> int:
        """The number the next part takes."""
        return 1 + max((part.number for landed in self.imports for part in landed.parts), default=0)

    def live_parts(self, table: str) -> list[Part]:
        """Parts of a table among imports that are not undone, oldest first."""
        return [part for landed in self.imports if landed.undone_at is None for part in self._of(landed, table)]

    def stored_parts(self, table: str) -> list[Part]:
        """Every part of a table that holds full rows, those of undone imports too, oldest first."""
        return [part for landed in self.imports for part in self._of(landed, table) if part.stored]

    @staticmethod
    def _of(landed: Import, table: str) -> list[Part]:
        return [part for part in landed.parts if part.table == table]

    def find(self, import_id: str) -> Import:
        """Return the import of that id.

        Raises:
            GoodwordError: there is none (code `no-import`).
        """
        for landed in self.imports:
            if landed.import_id == import_id:
                return landed
        raise GoodwordError(
            code="no-import",
            sentence=f"There is no import {import_id} in this lake.",
            mend="See what was imported with: goodword imports",
        )

    def plus(self, landed: Import) -> "Manifest":
        """The same with one more import."""
        return Manifest(imports=(*self.imports, landed))

    def without(self, import_id: str, at: datetime, notes: dict[str, Any] | None = None) -> "Manifest":
        """The same with one import undone at `at`, and its summary completed by `notes`."""
        return Manifest(
            imports=tuple(
                replace(landed, undone_at=at, summary={**landed.summary, **(notes or {})})
                if landed.import_id == import_id
                else landed
                for landed in self.imports
            )
        )

    def generation(self) -> str:
        """Name of what is live: depends on the live imports and the bytes of their files, and on nothing else."""
        live = [
            [landed.import_id, [[part.table, part.number, part.digest] for part in landed.parts]]
            for landed in self.imports
            if landed.undone_at is None
        ]
        return hashlib.sha256(json.dumps(live).encode()).hexdigest()[:20]

    def files(self) -> set[str]:
        """Paths of all files that count, from the lake's folder."""
        names: set[str] = set()
        for landed in self.imports:
            names |= {part.rows_name for part in landed.parts if part.stored}
            names |= {part.seen_name for part in landed.parts if part.asserted}
        return names


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the lake in `folder`; a lake without one is empty.

    Raises:
        GoodwordError: it cannot be read (code `bad-manifest`).
    """
    path = folder / MANIFEST_NAME
    try:
        return _manifest_of(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Manifest()
    except (ValueError, KeyError, TypeError) as error:
        raise GoodwordError(
            code="bad-manifest",
            sentence=f"{path} cannot be read: {error}.",
            mend="Put back the file from a backup of the same day as the lake, or update Goodword if it is older.",
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest: from this moment on its imports count."""
    data = {"format": _FORMAT, "imports": [_entry_of(landed) for landed in manifest.imports]}
    write_whole(folder / MANIFEST_NAME, json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def sweep_manifest(folder: Path) -> None:
    """Remove a manifest that a killed writer was about to give its name."""
    (folder / f".{MANIFEST_NAME}.tmp").unlink(missing_ok=True)


def _manifest_of(data: dict[str, Any]) -> Manifest:
    if data["format"] != _FORMAT:
        raise ValueError(f"its format {data['format']} is not known here")
    return Manifest(imports=tuple(_import_of(entry) for entry in data["imports"]))


def _import_of(entry: dict[str, Any]) -> Import:
    undone = entry["undone_at"]
    return Import(
        import_id=entry["import_id"],
        at=datetime.fromisoformat(entry["at"]),
        undone_at=datetime.fromisoformat(undone) if undone else None,
        parts=tuple(Part(**part) for part in entry["parts"]),
        summary=entry["summary"],
    )


def _entry_of(landed: Import) -> dict[str, Any]:
    return {
        "import_id": landed.import_id,
        "at": landed.at.isoformat(),
        "undone_at": landed.undone_at.isoformat() if landed.undone_at else None,
        "parts": [
            {
                "number": part.number,
                "table": part.table,
                "stored": part.stored,
                "asserted": part.asserted,
                "fresh": part.fresh,
                "digest": part.digest,
                **({"edition": part.edition} if part.edition else {}),
            }
            for part in landed.parts
        ],
        "summary": landed.summary,
    }
