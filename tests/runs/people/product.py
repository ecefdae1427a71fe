"""The product under test: a workspace of its own, its real database and lake, and the doors everybody uses."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copyfile, rmtree

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection

from goodword.evidence.intake import plan_load
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.finding.identity.keys import Linked
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.consent_again import consent_again
from goodword.programme.people.actions.know_people import know_people
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.policies import may_many
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.personal import Subject
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import load_plan, undo_import
from goodword.runs.operate.backup import back_up
from goodword.runs.operate.replay_list import bring_list
from goodword.runs.operate.restore import restoring
from goodword.runs.operate.restored import Restored
from goodword.runs.operate.settle_copy import settle_copy
from goodword.runs.opt_outs.opting_out import opt_out
from goodword.runs.opt_outs.suppressed_files import bring_suppressed
from goodword.runs.pipeline import open_day
from goodword.runs.progress import silent
from goodword.runs.publication import settle_people
from goodword.runs.rights.erasing import begin, carry_out
from goodword.runs.rights.proof import left_over
from goodword.runs.rights.replaying import replay
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import Workspace, create_workspace
from tests.runs.people.naive_parts import Row

BY = Actor.console()
ACCOUNT, SURVEY = "A1", "survey"
KEY = "a key that every workspace of these runs has"
ACCOUNTS = "account_id,name\nA1,Oriel Foods\n"
PEOPLE = "person_key,account_id,full_name,email,emails,opted_out_on"
ANSWERS = "response_id,survey,score,answered_at,person_key,email"


@dataclass
class Now:
    """A clock that goes on when it is told to."""

    at: datetime = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def go(self, **by: int) -> None:
        """Let time pass."""
        self.at += timedelta(**by)

    @property
    def day(self) -> date:
        """Today."""
        return self.at.date()


@dataclass
class Product:
    """A workspace, and what is done in it."""

    folder: Path
    template: Path
    now: Now
    workspace: Workspace = field(init=False)
    imports: list[str] = field(default_factory=list)
    users: int = 0
    copies: int = 0

    def __post_init__(self) -> None:
        (self.folder / "workspace-0").mkdir()
        (self.folder / "workspace-0" / "suppression.key").write_text(KEY, encoding="ascii")
        self.workspace = create_workspace(self.folder / "workspace-0")
        copyfile(self.template, self.workspace.database)
        use_database(self.workspace.database)
        self.load({"accounts": ACCOUNTS}, "crm")
        self.imports.clear()

    def load(self, tables: dict[str, str], source: str) -> None:
        """Load tables as one export of a source."""
        files = []
        for name, text in tables.items():
            files.append(self.folder / f"{name}.csv")
            files[-1].write_text(text, encoding="utf-8")
        report = load_plan(self.workspace, plan_load(files, source=source), by=BY)
        assert all(file.rejected == file.erased and file.problem is None for file in report.files), report.files
        self.imports.append(report.import_id)

    def load_rows(self, rows: Iterable[Row], source: str) -> None:
        """Load people, or answers to a survey."""
        people, answers = [PEOPLE], [ANSWERS]
        for row in rows:
            first, further = row.emails[0] if row.emails else "", "|".join(row.emails[1:])
            if row.listed:
                people.append(f"{row.key},A1,Somebody,{first},{further},{row.out_on or ''}")
            else:
                answers.append(f"{row.ident},nps,9,2026-10-20T09:00:00Z,{row.key},{first}")
        tables = {"people": people, "responses": answers}
        self.load({name: "\n".join(lines) + "\n" for name, lines in tables.items() if len(lines) > 1}, source)

    def undo(self, number: int) -> None:
        """Take an import back."""
        undo_import(self.workspace, self.imports[number], by=BY)

    def settle(self) -> dict[tuple[str, str, str], str]:
        """What the first step of a run does, and what publishing does with it; return whom each mention means."""
        self.now.go(seconds=1)
        begun = self.now.at
        with open_day(self.workspace, self.now.day) as work:
            linked, out = work.who()
        know_people(_accounts(), _persons(linked, out))
        settle_people(self.workspace, linked.humans, since=begun)
        return {(source, key, email): person for source, key, email, person in _links(linked)}

    def everything(self) -> dict[str, tuple[list[str], list[str], str, bool]]:
        """What the whole first step says of everybody: keys, addresses, account, and whether they opted out."""
        with open_day(self.workspace, self.now.day) as work:
            work.know()
            rows = work.session.fetch(PERSONS.unbound()).to_pylist()
        return {
            row["person_id"]: (
                row["person_keys"],
                row["emails"],
                row["account_id"] or "",
                row["opted_out_on"] is not None,
            )
            for row in rows
        }

    def keys_of(self, person: str) -> list[str]:
        """Every key of theirs."""
        return sorted(Person.objects.get(pk=person).person_keys)

    def opt_out(self, person: str, said_on: date) -> None:
        """Somebody told us."""
        opt_out(self.workspace, person, by=BY, said_on=said_on)

    def consent(self, person: str) -> str:
        """They say so themselves, on their own page; return the address with which they sign in."""
        self.users += 1
        user = create_user(f"page{self.users}@portal.example", "", role=Role.ADVOCATE, by=BY, person_id=person)
        herself = Actor("user", str(user.pk), "", "portal", str(user.pk))
        consent_again(person, by=herself, wording="You may ask me again.")
        return user.email

    def erase(self, person: str) -> Subject:
        """Somebody wants nothing of them left; return whom that was about."""
        subject, _known = find_person(self.workspace, person)
        erasure = begin(self.workspace, subject, by=BY)
        carry_out(self.workspace, erasure, by=BY)
        assert left_over(erasure) == []
        assert self.left_of(subject) == set()
        return subject

    def left_of(self, subject: Subject) -> set[str]:
        """The files in which an address or an id of theirs still stands, byte by byte and row by row."""
        names = [*subject.emails, *subject.person_ids]
        found = {
            path.name
            for path in self.workspace.path.rglob("*")
            if path.is_file() and any(name.encode() in path.read_bytes().lower() for name in names)
        }
        for path in self.workspace.lake.rglob("*-rows.parquet"):
            text = repr(pq.read_table(path).to_pylist()).lower()
            found |= {path.name for name in names if name in text}
        return found

    def back_up(self) -> Path:
        """Take a backup."""
        return back_up(self.workspace, folder=self.folder / "shelf").path

    def restore(self, archive: Path) -> None:
        """The workspace is lost, and comes back from a backup: the steps of `goodword restore`, in their order."""
        self.copies += 1
        target = self.folder / f"workspace-{self.copies}"
        connection.close()
        with restoring(archive, target, silent) as (copy, contents):
            bring_list(archive, contents.place, copy, None)
            bring_suppressed(archive, contents.place, copy, None)
            use_database(copy / contents.database)
            told = Restored(self.now.at, "somebody", archive.name, contents.created_at)
            settle_copy(copy, contents, told, by=BY, progress=silent)
            replay(copy, by=BY)
        rmtree(self.workspace.path)
        target.rename(self.workspace.path)  # it takes the original's place
        use_database(self.workspace.database)

    def say(self, person: str, account: str, kind: str, *, granted: bool, ends: date | None) -> int:
        """Somebody allowed or forbade something."""
        key = Person.objects.get(pk=person) if person else Account.objects.get(pk=account)
        evidence = Evidence(said_to="Leila", wording=f"Word {Grant.objects.count()}")
        scope = Scope(act_kind=kind, audience="public")
        saying = Saying(key=key, scope=scope, given_on=self.now.day, expires_on=ends, evidence=evidence)
        return (grant_permission if granted else deny_permission)(saying, by=BY).pk

    def may(self, deeds: Iterable[tuple[str, str, str]]) -> list[str]:
        """Why each may not be done, as a code; empty where it may."""
        asked = [Deed(verb=Verb(verb), act_kind=kind, person_id=one, audience="public") for verb, kind, one in deeds]
        return [refusal.code if refusal else "" for refusal in may_many(asked, day=self.now.day)]


def _links(linked: Linked) -> Iterator[tuple[str, ...]]:
    columns = (linked.links[name].to_pylist() for name in ("source", "person_key", "email", "person_id"))
    return (tuple(part or "" for part in row) for row in zip(*columns, strict=True))


def _persons(linked: Linked, out: pa.Table) -> pa.Table:
    """What is published of everybody, as far as anything here depends on it; the rest takes most of a run's time."""
    listed = {person for source, key, _email, person in _links(linked) if key and source != SURVEY}
    since = {row["person_id"]: row["opted_out_on"] for row in out.to_pylist()}
    rows = [
        row | {"account_id": ACCOUNT if row["person_id"] in listed else None, "approximate": True}
        | {"opted_out_on": since.get(row["person_id"])}
        for row in linked.humans.to_pylist()
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=PERSONS.arrow())


def _accounts() -> pa.Table:
    return pa.Table.from_pylist([{"account_id": ACCOUNT, "name": "Oriel Foods"}], schema=KNOWN["accounts"].arrow())


def code_of(error: GoodwordError | None) -> str:
    """The code of a refusal; empty where there was none."""
    return error.code if error else ""


def use_database(path: Path | str) -> None:
    """Let Django use another database."""
    connection.close()
    connection.settings_dict["NAME"] = str(path)


def copy_of_tests(target: Path) -> None:
    """A database with every table and no row of people: a copy of the one that tests use."""
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
