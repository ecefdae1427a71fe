"""Reads the oracle: matrix.yaml says who gets what, written by hand, cell by cell."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.authorisation.objects import Places
from tests.authorisation.principals import PRINCIPALS

OBJECTS = ("own", "foreign", "erased", "missing")
WORDS = {
    "o": "let in",
    "s": "sent to sign in",
    "u": "not let in",
    "f": "forbidden",
    "m": "missing",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one route answers.

    Attributes:
        method: GET, POST or DELETE.
        route: the name of the route.
        url: its address; `{person}` stands for an object.
        answers: by principal, what each object is answered with, in the order of OBJECTS.
        send: what is sent with it.
    """

    method: str
    route: str
    url: str
    answers: dict[str, tuple[str, ...]]
    send: dict[str, str]

    @property
    def objects(self) -> tuple[str, ...]:
        """Which kinds of objects are asked for: four, or one where the address names none."""
        return OBJECTS if "{" in self.url else OBJECTS[:1]

    @property
    def section(self) -> str:
        """The part of the site it belongs to: the table is compared part by part."""
        first = self.url.strip("/").split("/")[0]
        return first if first in {"api", "data", "settings", "people", "team", "sign-in", "me"} else "others"

    def __str__(self) -> str:
        return f"{self.method} {self.route}"

    def at(self, kind: str, places: Places) -> str:
        """Its address for one kind of object."""
        return self.url.format(**{name: four[OBJECTS.index(kind)] for name, four in places.items()})


def rows() -> list[Row]:
    """Every row of the table."""
    text = (Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8")
    return [_row(name, facts) for name, facts in yaml.safe_load(text)["routes"].items()]


def _row(name: str, facts: dict[str, object]) -> Row:
    method, _, route = name.partition(" ")
    cells = str(facts["answers"]).split()
    if len(cells) != len(PRINCIPALS):
        raise ValueError(f"{name}: {len(cells)} cells for {len(PRINCIPALS)} principals")
    by_principal = dict(zip(PRINCIPALS, (_four(cell) for cell in cells), strict=True))
    send = facts.get("send", {})
    if not isinstance(send, dict):
        raise TypeError(f"{name}: `send` is no table")
    return Row(method, route, str(facts["url"]), by_principal, {str(key): str(value) for key, value in send.items()})


def _four(cell: str) -> tuple[str, ...]:
    letters = cell * 4 if len(cell) == 1 else cell
    if len(letters) != len(OBJECTS) or set(letters) - set(WORDS):
        raise ValueError(f"“{cell}” is no cell: one letter, or four, of {', '.join(WORDS)}")
    return tuple(WORDS[letter] for letter in letters)
