"""What the page of the audit trail shows of an entry: names of today, a readable difference, a link."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from goodword.programme.team.browsing import Named, names_of
from goodword.programme.team.models import AuditEntry
from goodword.runs.settings.catalogue import SETTINGS

_LONGEST = 160

_PAGES = {
    "setting": "setting",
    "person": "person",
    "job": "job",
    "import": "data-import",
    "user": "colleague",
    "role": "colleague",
    "moment": "person",
    "answer": "person",
}
"""Noun and the route that shows such a thing, by its id."""

_USERS = ("user", "role")


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact before and after, in words; empty where there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry.

    Attributes:
        it: the entry.
        who: who did it, as we call them today.
        verb: what was done, in words.
        noun: to what kind of thing, in words.
        label: to which one, in words.
        url: its page; empty where there is none.
        differences: what changed.
    """

    it: AuditEntry
    who: Named
    verb: str
    noun: str
    label: str
    url: str
    differences: list[Difference]


def shown(entries: Iterable[AuditEntry]) -> list[Shown]:
    """Entries with everything a page needs; two queries for the names, however many there are."""
    found = list(entries)
    actors = {(entry.actor_kind, entry.actor_id) for entry in found}
    names = names_of(actors | {("user", entry.object_id) for entry in found if entry.noun in _USERS})
    return [
        Shown(
            it=entry,
            who=names[entry.actor_kind, entry.actor_id],
            verb=entry.verb.replace("_", " "),
            noun=entry.noun.replace("_", " "),
            label=_label(entry, names),
            url=_page(entry),
            differences=list(differences(entry)),
        )
        for entry in found
    ]


def differences(entry: AuditEntry) -> Iterator[Difference]:
    """What an entry says of before and after, fact by fact; what stayed the same is left out."""
    before, after = entry.facts_before, entry.facts_after
    for name in dict.fromkeys([*before, *after]):
        was, will = _told(before.get(name)), _told(after.get(name))
        if was != will:
            yield Difference(name.replace("_", " "), was, will)


def _told(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        text = ", ".join(str(one) for one in value)
    else:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _label(entry: AuditEntry, names: dict[tuple[str, str], Named]) -> str:
    if entry.noun in _USERS:
        return names["user", entry.object_id].name
    if entry.noun == "setting" and entry.object_id in SETTINGS:
        setting = SETTINGS[entry.object_id]
        return f"{setting.subject}: {setting.label}"
    return entry.object_id


def _page(entry: AuditEntry) -> str:
    route = _PAGES.get(entry.noun)
    if not route or not entry.object_id or (entry.noun == "setting" and entry.object_id not in SETTINGS):
        return ""
    try:
        return reverse(route, args=[entry.object_id])
    except NoReverseMatch:
        return ""
