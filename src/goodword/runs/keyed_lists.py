"""Lists of keyed hashes that outlive a restore: each stands in the workspace and on the shelves of its backups.

They are found and read before Django is set up, for a copy of before learns from them what was said since.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodword.kit.errors import GoodwordError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeyedList:
    """One of these lists.

    Attributes:
        called: what its files are called after.
        names: whom it names, as an error has it.
    """

    called: str
    names: str

    @property
    def file_name(self) -> str:
        """What it is called in a workspace."""
        return f"{self.called}.json"

    def shelf_name(self, place: str) -> str:
        """What the list of a workspace is called among its backups; several may share a shelf."""
        return f"{self.called}-{place}.json"

    def read[Rows](self, path: Path, rows_of: Callable[[dict[str, Any]], Rows]) -> Rows | None:
        """Read a list; None where there is none.

        Args:
            path: where it may stand.
            rows_of: makes of what is written there what is meant.

        Raises:
            GoodwordError: it cannot be read (code `bad-…-list`): nobody can know then whom it names.
        """
        try:
            return rows_of(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise GoodwordError(
                f"bad-{self.called}-list",
                f"{path} names {self.names}, and cannot be read: {error}.",
                "Put back the one of the workspace that the backup comes from.",
            ) from error


ERASED = KeyedList("erased", "who was erased")
"""Who was erased: see `operate/replay_list.py`."""

SUPPRESSED = KeyedList("suppressed", "who may not be asked")
"""Who may not be asked: see `suppressed_list.py`."""
