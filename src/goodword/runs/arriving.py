"""One text that arrives by itself: read as an import reads it, and known again."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from goodword.evidence.intake.one_row import check_one
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.behaviour import INTERACTIONS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.keep_text import Words
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.people.models import Account
from goodword.programme.people.one_person import OnePerson
from goodword.programme.rights.erased import who_was_erased
from goodword.runs.people.linked_records import LinkedRecord, linked_records
from goodword.runs.workspace import Workspace

CHANNELS = next(column.choices for column in INTERACTIONS.columns if column.name == "channel")
LONGEST = 100_000
"""Characters of one text."""
OURS = "heard"
"""The source of texts of people whom no record of a people table means."""

_TABLE = INTERACTIONS.name
_DIGITS = 20


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
    """A text that arrived.

    Attributes:
        words: the text as it is kept.
        new: whether it came in now.
        row: the interaction.
    """

    words: Words
    new: bool
    row: dict[str, Any]

    @property
    def record_id(self) -> str:
        """Of the interaction."""
        return self.words.record_id


def read_text(workspace: Workspace, person: OnePerson, said: Said) -> Arrived:
    """Read what somebody said as an interaction of theirs, and say whether it is there already; keeps nothing.

    Raises:
        GoodwordError: the text is none, or nothing that a load would take; the person was erased, or no key or address
            leads to them.
    """
    if not said.text.strip() or len(said.text) > LONGEST:
        raise GoodwordError("bad-text", f"A text has 1 to {LONGEST:,} characters.", "Send one with words in it.")
    records = linked_records(workspace, person.keys, person.emails)
    source, key, email = _called(person, records)
    record_id = said.text_id.strip() or _made_of(said, person)
    cells = {
        "interaction_id": record_id,
        "at": (said.at or clock.now()).astimezone(UTC).isoformat(),
        "channel": said.channel,
        "direction": "in",
        "person_key": key,
        "email": email,
        "account_id": said.account_id or (person.today.account_id or ""),
        "subject": _whole(said.subject),
        "text": _whole(said.text),
    }
    name = min((one.name for one in records if one.name), default="")
    words = Words(source, record_id, name, {name: cell for name, cell in cells.items() if cell})
    row = row_of(words)
    there = _there(workspace, words)
    if there is not None and (there["text"], there["channel"]) == (row["text"], row["channel"]):
        return Arrived(words, new=False, row=there)
    return Arrived(words, new=True, row=row)


def row_of(words: Words) -> dict[str, Any]:
    """A text as the row that an import makes of it.

    Raises:
        GoodwordError: an import would reject it (code `text-rejected`).
    """
    try:
        return check_one(_TABLE, words.cells, words.source, who_was_erased())
    except GoodwordError as error:
        raise GoodwordError("text-rejected", f"The text was not taken. {error.sentence}", error.mend) from error


def words_of(kept: ArrivedText) -> Words:
    """The text of a row."""
    return Words(kept.source, kept.record_id, kept.name, kept.cells)


def record_on_its_way(table: str, record_id: str) -> dict[str, Any] | None:
    """A record that arrived and that no import has yet, with its stamps; None where there is none of that id."""
    if table != _TABLE:
        return None
    kept = ArrivedText.objects.outside_the_lake().filter(record_id=record_id).order_by("source").first()
    if kept is None:
        return None
    stamps = {"source": kept.source, "received_at": kept.arrived_at, "record_id": kept.record_id}
    return {**row_of(words_of(kept)), **stamps}


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


def _called(person: OnePerson, records: list[LinkedRecord]) -> tuple[str, str, str]:
    """Source, key and address by which a record means this person: a key of theirs, else an address."""
    if records:
        return records[0].source or OURS, records[0].person_key, (*records[0].emails, "")[0]
    if person.emails:
        return OURS, "", person.emails[0]
    raise GoodwordError(
        "person-without-key",
        f"No record of a people table means {person.today}, and they have no address.",
        "Load a file of people with them first, then run: goodword run",
    )


def _made_of(said: Said, person: OnePerson) -> str:
    day = (said.at or clock.now()).date().isoformat()
    told = json.dumps([person.today.person_id, day, said.channel, said.text])
    return f"{OURS}-{hashlib.sha256(told.encode(errors='replace')).hexdigest()[:_DIGITS]}"


def _there(workspace: Workspace, words: Words) -> dict[str, Any] | None:
    kept = ArrivedText.objects.filter(source=words.source, record_id=words.record_id).first()
    if kept is not None:
        return row_of(words_of(kept))
    return LocalLake(workspace.lake).row(_TABLE, words.source, words.record_id)


def _whole(text: str) -> str:
    """A text without what no file and no database can hold: halves of characters, and the end of all texts."""
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", "\ufffd")
