"""Answers that are kept so that nobody asks twice: numbers under a keyed hash, not a word of anybody."""

import hmac
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from goodword.finding.listening.asking.answers import Place, Verdict
from goodword.finding.listening.asking.questions import PROMPT_VERSION, Question
from goodword.kit.durable import sync_folder, write_private
from goodword.kit.errors import GoodwordError
from goodword.kit.keys import kept_key
from goodword.kit.lock import only_one
from goodword.programme.personal import Subject
from goodword.runs.workspace import SUPPRESSION_KEY_NAME, Workspace

FOLDER = "answers"
_LOCK = "answers.lock"
_PATIENCE_SECONDS = 20
_PARTS = 4  # metric, before, after, unit


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer.

    Attributes:
        at: the day it came.
        who: ids of the people whose words it is about; an empty one where nobody was known.
        verdicts: what survived of it.
    """

    at: date
    who: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


class Answers:
    """The kept answers of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder = workspace.path / FOLDER
        self._root = workspace.path

    def name(self, model: str, asked: Question) -> str:
        """Under what an answer is kept: a keyed hash of model, prompt version and redacted words."""
        key = kept_key(self._root / SUPPRESSION_KEY_NAME)
        told = json.dumps([model, PROMPT_VERSION, asked.payload])
        return hmac.digest(key.encode(), told.encode(), "sha256").hex()

    def find(self, name: str, asked: Question, *, person_id: str) -> tuple[Verdict, ...] | None:
        """The verdicts kept under a name; None where there are none, or none that fit the question.

        Where the same words were somebody else's, it is written down that they are this person's as well.
        """
        found = _read(self._path(name))
        if found is None or not all(_fits(one, asked) for one in found.verdicts):
            return None
        if person_id not in found.who:
            self.keep(name, found.verdicts, person_id=person_id, day=found.at)
        return found.verdicts

    def keep(self, name: str, verdicts: Iterable[Verdict], *, person_id: str, day: date) -> None:
        """Keep an answer."""
        path = self._path(name)
        with alone(self._root):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            there = _read(path)
            who = sorted({*(there.who if there else ()), person_id})
            told = {"at": day.isoformat(), "who": who, "verdicts": [list(one) for one in verdicts]}
            write_private(path, json.dumps(told) + "\n")

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name[2:]}.json"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Change kept answers while nobody else does."""
    busy = GoodwordError("answers-busy", "Another process holds the kept answers.", "Try again later.", retry=True)
    with only_one(root / _LOCK, patience_seconds=_PATIENCE_SECONDS, busy=busy):
        yield


def _read(path: Path) -> Kept | None:
    """An answer as it was kept; None for none, and for what cannot be read: it is asked for again."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        verdicts = tuple(_verdict(one) for one in told["verdicts"])
        return Kept(date.fromisoformat(told["at"]), tuple(map(str, told["who"])), verdicts)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _verdict(told: list[Any]) -> Verdict:
    number, kind, probability, polarity, themes, quote, outcome = told
    places = tuple(_place(one) for one in outcome) if outcome is not None else None
    if places is not None and len(places) != _PARTS:
        raise ValueError("an outcome has four parts")
    found = (places[0], places[1], places[2], places[3]) if places else None
    return Verdict(int(number), str(kind), float(probability), float(polarity), tuple(themes), _place(quote), found)


def _place(told: list[int]) -> Place:
    start, end = told
    return int(start), int(end)


def _fits(verdict: Verdict, asked: Question) -> bool:
    sentence = asked.asked.get(verdict.number)
    places = (verdict.quote, *(verdict.outcome or ()))
    return sentence is not None and all(0 <= start <= end <= len(sentence.words) for start, end in places)


def _all(workspace: Workspace) -> Iterator[tuple[Path, Kept | None]]:
    for path in sorted((workspace.path / FOLDER).glob("*/*.json")):
        yield path, _read(path)


def answers_about(workspace: Workspace, subject: Subject) -> Iterator[dict[str, Any]]:
    """What is kept of answers about somebody's words."""
    for path, kept in _all(workspace):
        if kept is not None and not subject_ids(subject).isdisjoint(kept.who):
            verdicts = [{"kind": one.kind, "probability": one.probability, "polarity": one.polarity,
                         "themes": list(one.themes)} for one in kept.verdicts]  # fmt: skip
            yield {"_file": path.stem, "on": kept.at.isoformat(), "verdicts": verdicts}


def erase_answers(workspace: Workspace, subject: Subject) -> int:
    """Remove the answers about somebody's words, and those of which nobody knows whose words they are about."""
    wanted = {*subject_ids(subject), ""}
    return _remove(workspace, lambda kept: kept is None or not wanted.isdisjoint(kept.who))


def subject_ids(subject: Subject) -> frozenset[str]:
    """Every id somebody has or had."""
    return frozenset(subject.person_ids)


def old_answers(workspace: Workspace, before: date) -> int:
    """How many answers came before a day."""
    return sum(kept is None or kept.at < before for _, kept in _all(workspace))


def remove_old_answers(workspace: Workspace, before: date) -> int:
    """Remove the answers that came before a day; return how many that were."""
    return _remove(workspace, lambda kept: kept is None or kept.at < before)


def _remove(workspace: Workspace, goes: Callable[[Kept | None], bool]) -> int:
    """Remove what goes, also what a killed process was writing; return how many answers that were."""
    folder = workspace.path / FOLDER
    if not folder.is_dir():
        return 0
    gone = 0
    with alone(workspace.path):
        for left in folder.glob("*/.*.tmp"):
            left.unlink(missing_ok=True)
        for path, kept in _all(workspace):
            if goes(kept):
                path.unlink(missing_ok=True)
                gone += 1
        for part in folder.iterdir():
            sync_folder(part)
    return gone
