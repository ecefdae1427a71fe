"""One text that arrives by itself: it comes in through intake like any export, once, and counts from then on."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from goodword.evidence.intake import ImportReport, plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.behaviour import INTERACTIONS
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Account
from goodword.programme.people.one_person import OnePerson
from goodword.programme.team.actor import Actor
from goodword.runs.intake.loading import load_plan
from goodword.runs.people.linked_records import LinkedRecord, linked_records
from goodword.runs.workspace import Workspace

CHANNELS = next(column.choices for column in INTERACTIONS.columns if column.name == "channel")
LONGEST = 100_000
"""Characters of one text."""
_DIGITS = 20
_OURS = "heard"
_MAP = '[[file]]\nmatch = "*.jsonl"\ntable = "interactions"\ncomplete = true\n[file.columns]\n'


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said.

    Attributes:
        text: the words.
        channel: how; one of `CHANNELS`.
        at: when; now if None.
        account_id: the account it is about; that of the person if empty.
        subject: its title.
        text_id: what the caller calls it, so that it is known again; made of the words and the day if empty.
    """

    text: str
    channel: str = "email"
    at: datetime | None = None
    account_id: str = ""
    subject: str = ""
    text_id: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A text that rests in the lake.

    Attributes:
        record_id: of the interaction.
        source: whose people it is filed under.
        new: whether it came in now.
        name: what records call the person, as a run knows it.
        row: the interaction.
    """

    record_id: str
    source: str
    new: bool
    name: str | None
    row: dict[str, Any]


def keep_text(workspace: Workspace, person: OnePerson, said: Said, *, by: Actor) -> Arrived:
    """Keep what somebody said as an interaction of theirs, unless it is there.

    Raises:
        GoodwordError: the text is none, or nothing that a load would take; the person was erased, or no key or address
            leads to them; another writer is at work (may pass).
    """
    if not said.text.strip() or len(said.text) > LONGEST:
        raise GoodwordError("bad-text", f"A text has 1 to {LONGEST:,} characters.", "Send one with words in it.")
    records = linked_records(workspace, person.keys, person.emails)
    source, key, email = _called(person, records)
    record_id = said.text_id.strip() or _made_of(said, person)
    there = _row(workspace, source, record_id)
    name = min((one.name for one in records if one.name), default=None)
    if there is not None and (there["text"], there["channel"]) == (said.text, said.channel):
        return Arrived(record_id, source, new=False, name=name, row=there)
    cells = {
        "interaction_id": record_id,
        "at": (said.at or clock.now()).astimezone(UTC).isoformat(),
        "channel": said.channel,
        "direction": "in",
        "person_key": key,
        "email": email,
        "account_id": said.account_id or (person.today.account_id or ""),
        "subject": said.subject,
        "text": said.text,
    }
    _refuse_rejected(_landed(workspace, {name: cell for name, cell in cells.items() if cell}, source, by))
    row = _row(workspace, source, record_id)
    if row is None:
        raise GoodwordError("text-not-kept", "The text did not come in.", "Send it again.", retry=True)
    return Arrived(record_id, source, new=True, name=name, row=row)


def account_meant(wanted: str) -> str:
    """The id of the account that somebody names by its id or its name.

    Raises:
        GoodwordError: there is none, or more than one.
    """
    by_id = Account.objects.filter(account_id=wanted).values_list("account_id", flat=True)
    found = list(by_id) or list(Account.objects.filter(name__iexact=wanted).values_list("account_id", flat=True)[:2])
    if len(found) == 1:
        return str(found[0])
    told = "means more than one account" if found else "is no account that is known"
    raise GoodwordError("unknown-account", f"“{wanted}” {told}.", "Name the account_id that your own data has for it.")


def _landed(workspace: Workspace, cells: dict[str, str], source: str, by: Actor) -> ImportReport:
    with TemporaryDirectory(prefix="goodword-heard-") as folder:
        path, names = Path(folder) / f"{_OURS}.jsonl", Path(folder) / "map.toml"
        path.write_text(json.dumps(cells, ensure_ascii=False) + "\n", encoding="utf-8", errors="replace")
        names.write_text(_MAP + "".join(f'{name} = "{name}"\n' for name in cells), encoding="utf-8")
        plan = plan_load([path], map_file=names, source=source)
        return load_plan(workspace, plan, by=by)


def _refuse_rejected(report: ImportReport) -> None:
    for file in report.files:
        if file.rejected:
            why = "; ".join(one.reason for one in file.rejections) or "it cannot be taken"
            mend = next((one.mend for one in file.rejections if one.mend), "Correct it and send it again.")
            raise GoodwordError("text-rejected", f"The text was not taken: {why}.", mend)


def _called(person: OnePerson, records: list[LinkedRecord]) -> tuple[str, str, str]:
    """Source, key and address by which a record means this person: a key of theirs, else an address."""
    if records:
        return records[0].source or _OURS, records[0].person_key, (*records[0].emails, "")[0]
    if person.emails:
        return _OURS, "", person.emails[0]
    raise GoodwordError(
        "person-without-key",
        f"No record of a people table means {person.today}, and they have no address.",
        "Load a file of people with them first, then run: goodword run",
    )


def _made_of(said: Said, person: OnePerson) -> str:
    day = (said.at or clock.now()).date().isoformat()
    told = json.dumps([person.today.person_id, day, said.channel, said.text])
    return f"{_OURS}-{hashlib.sha256(told.encode(errors='replace')).hexdigest()[:_DIGITS]}"


def _row(workspace: Workspace, source: str, record_id: str) -> dict[str, Any] | None:
    rows = RECORDS["interactions"].plus(*STAMPS).unbound()
    with LocalLake(workspace.lake).session() as session:
        found = session.fetch(rows.filter((rows["interaction_id"] == record_id) & (rows["source"] == source)))
    return dict(found.to_pylist()[0]) if found.num_rows else None
