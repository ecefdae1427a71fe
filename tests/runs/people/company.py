"""A company whose people change employers, share addresses and opt out: loaded, run and asked in this process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from goodword.evidence.intake import plan_load
from goodword.programme.advocates.models import Hold, ListedPerson, Publication, Signal
from goodword.programme.people.models import Person
from goodword.programme.people.one_person import OnePerson, one_person
from goodword.programme.team.actor import Actor
from goodword.runs.intake.loading import load_plan
from goodword.runs.people.linked_records import linked_records
from goodword.runs.publication import run_day
from goodword.runs.workspace import Workspace, create_workspace

DAY = date(2026, 11, 1)
BY = Actor.console()

ACCOUNTS = "account_id,name\nA1,Oriel Foods\nA2,Halden Health\n"
PEOPLE = """\
person_key,account_id,full_name,email,opted_out_on
P1,A1,Rhiannon Pugh,rhiannon@oriel.example,
P2,A2,Rhiannon Pugh,r.pugh@halden.example,
P3,A1,Ingrid Solberg,ingrid@oriel.example,
"""
RESPONSES = """\
response_id,survey,score,comment,person_key,answered_at
R1,nps,10,The close takes four days instead of two weeks,P1,2026-10-20T09:00:00Z
R2,nps,9,,P2,2026-10-22T09:00:00Z
R3,nps,9,,P3,2026-10-22T09:00:00Z
"""
ASKS = """\
ask_id,person_key,kind,asked_on,answer,answered_on
Q1,P2,quote,2026-10-25,not_now,2026-10-26
"""


@dataclass
class Company:
    """A workspace and what is done in it."""

    folder: Path
    workspace: Workspace = field(init=False)

    def __post_init__(self) -> None:
        self.workspace = create_workspace(self.folder / "workspace")

    def load(self, source: str = "crm", **tables: str) -> None:
        """Load tables as one export of a source."""
        files = []
        for name, text in tables.items():
            files.append(self.folder / f"{name}.csv")
            files[-1].write_text(text, encoding="utf-8")
        load_plan(self.workspace, plan_load(files, source=source), by=BY)

    def run(self, day: date = DAY) -> None:
        """Find and publish."""
        run_day(self.workspace, day, by=BY)

    def person(self, key: str) -> OnePerson:
        """Who has this key today."""
        today = {row.person_id for row in Person.objects.filter(root=None) if key in row.person_keys}
        # Somebody who was merged since the last run is known by the row of the other one.
        before = {row.root_id for row in Person.objects.exclude(root=None) if key in row.person_keys}
        ids = today or before
        assert len(ids) == 1, f"{len(ids)} people have the key {key}"
        found = one_person(str(*ids))
        assert found is not None
        return found

    def id(self, key: str) -> str:
        """The id of today of who has this key."""
        return self.person(key).today.person_id

    def keys(self, key: str) -> set[str]:
        """All keys of who has this key, as records have them."""
        person = self.person(key)
        return {one.person_key for one in linked_records(self.workspace, person.keys, person.emails)}

    def opted_out(self, key: str) -> bool:
        """Whether whoever has this key opted out."""
        return self.person(key).today.opted_out_on is not None

    def held(self, key: str) -> set[str]:
        """What holds whoever has this key, as published."""
        generation = Publication.current()
        assert generation is not None
        return set(Hold.objects.within(generation).about(self.id(key)).values_list("code", flat=True))


def published() -> list[Any]:
    """Everything readers see of people, without the number of the generation."""
    generation = Publication.current()
    assert generation is not None
    kinds: list[Iterable[Mapping[str, object]]] = [
        ListedPerson.objects.within(generation).values(),
        Signal.objects.within(generation).values(),
        Hold.objects.within(generation).values(),
    ]
    return [sorted((_without_numbers(row) for row in rows), key=repr) for rows in kinds]


def _without_numbers(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in {"id", "generation_id"}}
