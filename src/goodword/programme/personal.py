"""Where personal data rests in the programme database: every app says so of each of its models.

An app's module `personal` holds DECLARED, one `Personal` or `Nobody` a model. Exports of everything held about somebody
and erasures walk through these declarations and nothing else, and a test fails for a model that nobody declared.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from html import escape
from importlib import import_module
from typing import Any, Self
from urllib.parse import quote, quote_plus

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast

MODULE = "personal"
ERASED = "[erased]"
"""What stands where somebody was named who asked to be erased."""

_SHORTEST_KEY = 6  # a shorter key is a number like any other, and means nothing in a text
_SHORTEST_NAME = 5


@dataclass(frozen=True)
class Subject:
    """Whom an export or an erasure is about: every way in which something may name them.

    Attributes:
        reference: what stands for them once they are erased; names nobody.
        person_ids: every id they have or had.
        pairs: source and key, as the sources' tables of people have them.
        emails: addresses that are theirs alone, lower case.
        names: full names that nobody else known here has.
        user_ids: their accounts for a page of their own.
        traces: noun and id of what the audit trail tells about them without naming them, such as their account.
    """

    reference: str = ""
    person_ids: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    emails: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    user_ids: tuple[int, ...] = ()
    traces: tuple[tuple[str, str], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Their keys, without the sources."""
        return tuple(sorted({key for _, key in self.pairs}))

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What names them in the middle of a text; the longest first."""
        keys = [key for key in self.keys if len(key) >= _SHORTEST_KEY and not key.isdecimal()]
        names = [name for name in self.names if len(name) >= _SHORTEST_NAME and " " in name.strip()]
        found = {*self.person_ids, *self.emails, *keys, *names}
        return tuple(sorted((one for one in found if one), key=lambda one: (-len(one), one)))

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds any of `said` as whole words, whatever the case; None where there is nothing to find."""
        if not self.said:
            return None
        ways = "|".join(map(re.escape, self.spelled))
        return re.compile(rf"(?<![\w@.+-])(?:{ways})(?![\w@])", re.IGNORECASE)

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """`said` in every way in which a text may hold it; the longest first."""
        return tuple(sorted(_spellings(self.said), key=lambda one: (-len(one), one)))

    def within(self, text: str) -> bool:
        """Whether a text names them."""
        return self.pattern is not None and self.pattern.search(text) is not None

    def meant_by(self, value: str) -> bool:
        """Whether a value is nothing but a name of theirs."""
        return value.strip().casefold() in self._folded

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(one.casefold() for one in self.said)

    def blacked_out(self, text: str, by: str = ERASED) -> str:
        """A text without them."""
        return text if self.pattern is None else self.pattern.sub(by, text)

    def without(self, value: Any) -> Any:  # noqa: ANN401  # JSON is anything
        """A JSON value without them: texts blacked out, whatever holds them."""
        if isinstance(value, str):
            return self.blacked_out(value)
        if isinstance(value, list):
            return [self.without(one) for one in value]
        if isinstance(value, dict):
            return {self.blacked_out(str(name)): self.without(one) for name, one in value.items()}
        return value

    def as_json(self) -> dict[str, Any]:
        """For a file that outlives a process."""
        return asdict(self)

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Self:
        """What `as_json` wrote."""
        return cls(
            reference=told["reference"],
            person_ids=tuple(told["person_ids"]),
            pairs=tuple((source, key) for source, key in told["pairs"]),
            emails=tuple(told["emails"]),
            names=tuple(told["names"]),
            user_ids=tuple(told["user_ids"]),
            traces=tuple((noun, ident) for noun, ident in told["traces"]),
        )


type Rows = Callable[[Subject], QuerySet[Any]]
type Eraser = Callable[[Subject], int]


@dataclass(frozen=True)
class Personal:
    """What of people stands in a model.

    Attributes:
        model: its label, as `app.Model`.
        about: what of them stands there, a sentence for the export and the proof.
        rows: the rows that are about somebody; None where rows are about something else and may only mention people.
        texts: columns in which anybody may be named: blacked out in an erasure.
        values: columns that hold a name or an address and nothing else, or a list of them: an erasure empties them.
        colleagues: columns that name one of our own people; an export says “a colleague” instead.
        secret: columns that no export shows.
        erase: what an erasure does with the rows; they are deleted where it is None. Returns how many there were.
        nouns: what the audit trail calls these rows, where it tells them by their keys.
    """

    model: str
    about: str
    rows: Rows | None = None
    texts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    erase: Eraser | None = None
    nouns: tuple[str, ...] = ()

    @property
    def kind(self) -> type[models.Model]:
        """The model."""
        return apps.get_model(self.model)

    def of(self, subject: Subject) -> QuerySet[Any]:
        """The rows about somebody."""
        every = self.kind._default_manager  # noqa: SLF001  # Django's way to any model's rows
        return every.none() if self.rows is None else self.rows(subject)

    def mentions(self, subject: Subject) -> Iterator[models.Model]:
        """Rows in whose texts or values they are named, whoever the rows are about."""
        if not (self.texts or self.values) or not subject.said:
            return
        every = self.kind._default_manager.all()  # noqa: SLF001  # as above
        wanted = Q()
        for column in (*self.texts, *self.values):
            every = every.alias(**{f"{column}_as_text": Cast(column, models.TextField())})  # JSON is searched as text
            for said in _spellings(subject.said):
                wanted |= Q(**{f"{column}_as_text__icontains": said})
        for row in every.filter(wanted).iterator():
            told = any(subject.within(str(getattr(row, column))) for column in self.texts)
            if told or any(subject.meant_by(one) for column in self.values for one in _each(getattr(row, column))):
                yield row


def _each(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@dataclass(frozen=True)
class Nobody:
    """A model in which no customer's person stands, and why that is so."""

    model: str
    why: str


type Declared = Personal | Nobody


def declared() -> list[Declared]:
    """What every installed app declares; an app before those it builds on, for its rows hold on to theirs."""
    found: list[Declared] = []
    for config in reversed(list(apps.get_app_configs())):
        try:
            module = import_module(f"{config.name}.{MODULE}")
        except ModuleNotFoundError as error:
            if error.name != f"{config.name}.{MODULE}":
                raise
            continue
        found += module.DECLARED
    return found


def traces_of(subject: Subject) -> tuple[tuple[str, str], ...]:
    """What the audit trail calls the rows about somebody; to be asked while they are there."""
    found = {
        (noun, str(key)) for one in personal() if one.nouns for key in one.of(subject).values_list("pk", flat=True)
        for noun in one.nouns
    }  # fmt: skip
    return tuple(sorted(found))


def personal() -> list[Personal]:
    """The models in which people stand."""
    return [one for one in declared() if isinstance(one, Personal)]


def _spellings(said: tuple[str, ...]) -> set[str]:
    """How a text may hold what names somebody: as it is, in JSON that knows ASCII only, in an address, in HTML."""
    return {way for one in said for way in (one, json.dumps(one)[1:-1], quote(one), quote_plus(one), escape(one))}
