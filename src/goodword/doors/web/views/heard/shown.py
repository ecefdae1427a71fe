"""A record's words as pages show them: what was heard, what was not, and what is not the customer's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.heard.wording import KINDS, KindWords, kind_label
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.people.one_person import one_person
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.programme.themes.shaping import Shape, shape_now
from goodword.runs.listening.one_record import HeardRecord, HeardSentence, hear_record
from goodword.runs.workspace import open_workspace

LABELS = may(Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_RECORDS, Right.KEEP_PEOPLE)
"""Who may say what a sentence means: whoever sees it where it stands, and may say who is who."""


_DIGITS = 12


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence as a page shows it.

    Attributes:
        it: the sentence.
        words: how its kind is spoken of; None where nothing was heard and nobody said anything.
        said: what the listener heard, in words.
        by: who labelled it; empty where nobody did.
        pointed: whether the page was opened for these words.
        themes: what it is about, as colleagues want that shown.
        choices: the kinds it may be said to be.
    """

    it: HeardSentence
    words: KindWords | None
    said: str
    by: str
    pointed: bool
    themes: list[str]

    @property
    def choices(self) -> list[KindWords]:
        """Every kind, in the order of the keys."""
        return list(KINDS.values())

    @property
    def facts(self) -> dict[str, Any]:
        """What was heard beside the kind."""
        return self.it.remark or {}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a record's words: a sentence, or what stands between sentences.

    Attributes:
        text: the words.
        sentence: the sentence; None for what stands between.
        foreign: whether it is not the customer's.
    """

    text: str
    sentence: ShownSentence | None = None
    foreign: bool = False


def heard_in(
    table: str, found: dict[str, Any], whose: ListedPerson | None, *, start: str = "", end: str = ""
) -> HeardRecord | None:
    """What is heard in a record; None where it holds no words.

    Args:
        table: the record table.
        found: the record.
        whose: the person it is shown for.
        start: offset of the first character that the page was opened for, as it stands in the address.
        end: offset just past the last.
    """
    pointed = (int(start), int(end)) if is_offset(start) and is_offset(end) else None
    name = whose.name if whose else ""
    return hear_record(open_workspace(settings.WORKSPACE), table, found, name=name, pointed=pointed)


def is_offset(text: str) -> bool:
    """Whether somebody wrote a number that may be a place in a text."""
    return text.isdecimal() and len(text) <= _DIGITS


def pieces_of(heard: HeardRecord, *, start: str = "", end: str = "") -> list[Piece]:
    """All words of a record in their order, sentence by sentence."""
    names, shape = _names(heard.sentences), shape_now()
    found: list[Piece] = []
    at = 0
    for one in heard.sentences:
        found += _between(heard, at, one.start)
        found.append(Piece(one.words, sentence=shown(one, names, shape, pointed=_touches(one, start, end))))
        at = one.end
    return found + list(_between(heard, at, len(heard.text)))


def _touches(one: HeardSentence, start: str, end: str) -> bool:
    return is_offset(start) and is_offset(end) and int(start) < int(end) and one.start < int(end) <= one.end


def shown(
    one: HeardSentence, names: dict[str, str] | None = None, shape: Shape | None = None, *, pointed: bool = False
) -> ShownSentence:
    """A sentence as a page shows it."""
    names = _names([one]) if names is None else names
    by = names.get(one.label.by, _("the console")) if one.label else ""
    facts: dict[str, Any] = one.remark or {}
    themes = (shape_now() if shape is None else shape).of(facts.get("themes") or ())
    return ShownSentence(one, KINDS.get(one.kind), kind_label(str(facts.get("kind") or "")), by, pointed, themes)


def wrote(person: ListedPerson, record: dict[str, Any]) -> bool:
    """Whether a record is this person's, by its key or its address: only then may its words be labelled as theirs."""
    one = one_person(person.person_id)
    if one is None:
        return False
    key, email = str(record.get("person_key") or ""), str(record.get("email") or "").strip().lower()
    return key in one.keys if key else email in one.emails


def labels_here(request: HttpRequest, person: ListedPerson | None, record: dict[str, Any]) -> bool:
    """Whether whoever asks may say what this record's sentences mean."""
    return person is not None and LABELS.admits(principal_in(request)) and wrote(person, record)


def _between(heard: HeardRecord, start: int, end: int) -> Iterator[Piece]:
    """What stands between two sentences, cut where the customer's own words begin and end."""
    for one, other in heard.theirs:
        if other <= start or one >= end:
            continue
        if start < one:
            yield Piece(heard.text[start:one], foreign=True)
        yield Piece(heard.text[max(start, one) : min(end, other)])
        start = min(end, other)
    if start < end:
        yield Piece(heard.text[start:end], foreign=True)


def _names(sentences: "list[HeardSentence] | tuple[HeardSentence, ...]") -> dict[str, str]:
    ids = {one.label.by for one in sentences if one.label is not None and one.label.by.isdecimal()}
    return {str(user.pk): str(user) for user in User.objects.filter(pk__in=[int(ident) for ident in ids])}
