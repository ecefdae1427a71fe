"""Where the public data sets are; none of them is part of the project."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "GOODWORD_EVAL_DATA"


@dataclass(frozen=True, slots=True)
class Data:
    """The folder of data sets, whether or not it is there."""

    folder: Path

    def find(self, name: str) -> Path | None:
        """The folder of one data set; None where it is absent."""
        path = self.folder / name
        return path if path.is_dir() else None

    def why_not(self) -> str:
        """The sentence beside a figure that was left out."""
        return "data set absent" if self.folder.is_dir() else f"no data folder; set {VARIABLE}"


def usual_data() -> Data:
    """The folder that GOODWORD_EVAL_DATA names, else `../shared/data` beside the project."""
    named = os.environ.get(VARIABLE)
    return Data(Path(named) if named else ROOT.parent / "shared" / "data")
