"""The shape of a check: what it looks at, what it finds, what that means and how to mend it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from goodword.kit.errors import GoodwordError
from goodword.runs.progress import Progress, silent
from goodword.runs.workspace import Workspace


class State(StrEnum):
    """How a thing is."""

    OK = "ok"
    TO_KNOW = "to know"
    DEVIATES = "deviates"


@dataclass(slots=True)
class Patient:
    """What is looked at.

    Attributes:
        workspace: the workspace; its settings are empty where they cannot be read.
        now: the instant it is.
        publication_days: from how many days on a publication is too old.
        backup_days: the same for the newest backup that counts.
        progress: told how far a long check is.
    """

    workspace: Workspace
    now: datetime
    publication_days: int = 2
    backup_days: int = 7
    progress: Progress = silent

    @property
    def folder(self) -> Path:
        """The folder of the workspace."""
        return self.workspace.path


@dataclass(frozen=True, slots=True)
class Found:
    """What one look found.

    Attributes:
        state: how it is.
        said: what was seen, a sentence.
        means: what that leads to; empty where it is fine.
        mend: what to do; empty where nothing has to be done.
        mendable: whether `--mend` can do it.
    """

    state: State
    said: str
    means: str = ""
    mend: str = ""
    mendable: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at.

    Attributes:
        name: short and stable, for programs.
        looks_at: what it looks at, a few words.
        look: finds out.
        mended: mends what can be mended safely, and says what it did; None where a person has to.
    """

    name: str
    looks_at: str
    look: Callable[[Patient], Found]
    mended: Callable[[Patient], str] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A check and what it found."""

    check: Check
    found: Found = field(default_factory=lambda: Found(State.OK, ""))

    @property
    def deviates(self) -> bool:
        """Whether it is not as it should be."""
        return self.found.state is State.DEVIATES

    def as_dict(self) -> dict[str, Any]:
        """For programs; the keys stay as they are."""
        return {
            "name": self.check.name,
            "looks_at": self.check.looks_at,
            "state": self.found.state.value,
            "found": self.found.said,
            "means": self.found.means,
            "mend": self.found.mend,
            "can_mend": self.found.mendable,
        }


def fine(said: str) -> Found:
    """It is as it should be."""
    return Found(State.OK, said)


def to_know(said: str, means: str, mend: str = "", *, mendable: bool = False) -> Found:
    """Nothing is wrong, and somebody should know."""
    return Found(State.TO_KNOW, said, means, mend, mendable)


def deviates(said: str, means: str, mend: str, *, mendable: bool = False) -> Found:
    """It is not as it should be."""
    return Found(State.DEVIATES, said, means, mend, mendable)


def examine(check: Check, patient: Patient) -> Finding:
    """Look; a check that cannot look deviates, and the others go on."""
    try:
        return Finding(check, check.look(patient))
    except GoodwordError as error:
        return Finding(check, deviates(error.sentence, "This could not be looked at.", error.mend))
    except Exception as error:  # noqa: BLE001 - whatever is broken, the other checks must be heard
        said = f"{type(error).__name__}: {str(error).strip()}"
        return Finding(
            check, deviates(said, "This could not be looked at.", "Mend what the other findings name first.")
        )
