"""Everything held about one person, each piece with where it came from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.manifest import Part
from goodword.evidence.records.known import RECORDS
from goodword.kit import clock
from goodword.programme.personal import Personal, Subject, personal
from goodword.runs.rights.known import Known
from goodword.runs.rights.lake_rows import LakeRows
from goodword.runs.rights.places import PLACES
from goodword.runs.workspace import Workspace

FORMAT = 1
COLLEAGUE = "a colleague"
"""What stands for our own people: their names are theirs."""

_OURS = ("owner_email", "asked_by")
_BINARY = "(not text)"


@dataclass(frozen=True, slots=True)
class Section:
    """What one place holds about somebody.

    Attributes:
        where: the place.
        about: what of them stands there.
        rows: everything there, each a mapping of texts to JSON values.
        mentions: how many records of others there name them; those are the others', and not shown.
    """

    where: str
    about: str
    rows: list[dict[str, Any]]
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """Everything held about one person.

    Attributes:
        subject: who.
        at: when it was put together.
        sections: place by place.
    """

    subject: Subject
    at: datetime
    sections: list[Section]

    @property
    def pieces(self) -> int:
        """How many rows there are."""
        return sum(len(section.rows) for section in self.sections)

    def as_json(self) -> str:
        """For programs."""
        told = {
            "format": FORMAT,
            "made_at": self.at.isoformat(timespec="seconds"),
            "person": {
                "ids": list(self.subject.person_ids),
                "names": list(self.subject.names),
                "emails": list(self.subject.emails),
                "keys": [{"source": source, "key": key} for source, key in self.subject.pairs],
            },
            "held": [
                {"where": one.where, "about": one.about, "rows": one.rows, "mentioned_in": one.mentions}
                for one in self.sections
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder) + "\n"


def everything_held(workspace: Workspace, subject: Subject, known: Known) -> Held:
    """Put together what every place declares to hold about somebody. Nothing is left out but secrets and colleagues."""
    sections = [*_tables(subject), *_lake(workspace, LakeRows(subject, known)), *_files(workspace, subject)]
    return Held(subject, clock.now(), [one for one in sections if one.rows or one.mentions])


def _tables(subject: Subject) -> Iterator[Section]:
    for one in personal():
        rows = list(one.of(subject))
        mine = {row.pk for row in rows}
        # What our own people wrote about somebody is about them, wherever it stands: only what they are named by is
        # shown of it, for the rest may be about others.
        mentions = sum(row.pk not in mine for row in one.mentions(subject))
        yield Section(f"programme database: {one.model}", one.about, [_row(one, row) for row in rows], mentions)


def _row(one: Personal, row: Model) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field in one.kind._meta.concrete_fields:  # noqa: SLF001  # Django's way to the columns of any model
        value = getattr(row, field.attname)
        if field.name in one.secret or value in (None, "", [], {}):
            continue
        told[field.name] = COLLEAGUE if field.name in one.colleagues else _BINARY if isinstance(value, bytes) else value
    return told


def _lake(workspace: Workspace, apart: LakeRows) -> Iterator[Section]:
    lake = LocalLake(workspace.lake)
    for table, contract in RECORDS.items():
        rows: list[dict[str, Any]] = []
        mentions = 0
        for landed in lake.imports():
            for part in landed.parts:
                if part.table == table and part.stored:
                    files = ", ".join(landed.summary.get("files", ()))
                    came = {"_import": landed.import_id, "_undone": landed.undone_at is not None, "_files": files}
                    found, named = _of_part(lake, part, apart)
                    rows += [{**came, **row} for row in found]
                    mentions += named
        yield Section(f"lake: {table}", contract.about, rows, mentions)


def _of_part(lake: LocalLake, part: Part, apart: LakeRows) -> tuple[list[dict[str, Any]], int]:
    stored = lake.rows_of(part)
    places = apart.theirs(part.table, stored)
    rows = [_plain(row) for row in stored.take(pa.array(places, pa.int64())).to_pylist()]
    return rows, apart.mentioning(part.table, stored)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    told = {name: COLLEAGUE if name in _OURS else value for name, value in row.items() if value not in (None, "", [])}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def _files(workspace: Workspace, subject: Subject) -> Iterator[Section]:
    for place in PLACES:
        if place.show is not None:
            yield Section(f"workspace: {place.name}", place.about, list(place.show(workspace, subject)))
