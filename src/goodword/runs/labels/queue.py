"""What to label next: sentences a label of which teaches most, and some by lot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.finding.listening.learning import Sentence, next_to_label, shipped
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences
from goodword.finding.listening.spoken import LONGEST_SENTENCE
from goodword.programme.labels.models import Label
from goodword.runs.labels.models import learnt_in_use
from goodword.runs.labels.words import CHANNELS, WORDS
from goodword.runs.workspace import Workspace

MOST_TEXTS = 400
"""So many texts of the people asked about are looked at; more would make whoever waits wait."""
_MOST_SENTENCES = 4_000
_AROUND = 200


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody whose words may be labelled.

    Attributes:
        person_id: who.
        name: what they are called, for telling speakers apart.
        keys: their keys.
        emails: their addresses, lower case.
    """

    person_id: str
    name: str
    keys: frozenset[str]
    emails: frozenset[str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sentence that waits for a label.

    Attributes:
        whose: whose words they are.
        table: the record table.
        record_id: the record.
        start: offset of its first character in the record's text.
        end: offset just past its last.
        words: the exact words.
        before: what stands before it.
        after: what stands after it.
        channel: how it was said.
        at: when.
        way: `random` where it was drawn by lot, else `doubt`.
    """

    whose: Whose
    table: str
    record_id: str
    start: int
    end: int
    words: str
    before: str
    after: str
    channel: str
    at: datetime | None
    way: str


def waiting(workspace: Workspace, people: Sequence[Whose], count: int, *, seed: int) -> list[Waiting]:
    """Sentences to label next, of some people's words; the same seed gives the same ones while nothing changes.

    Args:
        workspace: where the words are.
        people: whose; drawn by lot among all, so that what is drawn of their sentences is, too.
        count: how many, at most.
        seed: of the draw.
    """
    texts = [one for one in _texts(workspace, people) if one[2]][:MOST_TEXTS]
    labelled = set(Label.objects.counting().values_list("table", "record_id", "start", "end"))
    found: list[Waiting] = []
    asked: list[Sentence] = []
    seen: set[str] = set()
    for whose, row, text in texts:
        for one, sentence in _sentences(whose, row, text):
            if (one.table, one.record_id, one.start, one.end) not in labelled and sentence.text not in seen:
                seen.add(sentence.text)
                found.append(one)
                asked.append(sentence)
        if len(found) >= _MOST_SENTENCES:
            break
    picks = next_to_label(asked, learnt_in_use(workspace) or shipped(), count, seed=seed)
    return [replace(found[pick.at], way="random" if pick.fair else "doubt") for pick in picks]


def _texts(workspace: Workspace, people: Sequence[Whose]) -> list[tuple[Whose, dict[str, Any], str]]:
    """Whatever these people wrote or said, with whose it is."""
    keys = {key: one for one in people for key in one.keys}
    emails = {email: one for one in people for email in one.emails}
    found = []
    with LocalLake(workspace.lake).session() as session:
        for table, column in WORDS.items():
            rows = RECORDS[table].plus(*STAMPS).unbound()
            theirs = rows["person_key"].isin(sorted(keys)) | rows["email"].lower().isin(sorted(emails))
            wanted = rows.filter(theirs).order_by("record_id").limit(MOST_TEXTS)
            for row in session.fetch(wanted).to_pylist():
                key, email = row["person_key"], str(row["email"] or "").strip().lower()
                whose = keys.get(key) if key else emails.get(email)
                if whose is not None:
                    found.append((whose, {**row, "table": table}, str(row[column] or "")))
    return found


def _sentences(whose: Whose, row: dict[str, Any], text: str) -> list[tuple[Waiting, Sentence]]:
    channel = str(row.get("channel") or CHANNELS.get(row["table"], ""))
    direction = str(row.get("direction") or "in")
    masked, passages = read(text, person_name=whose.name, direction=direction, channel=channel)
    language = language_of(masked[passages[0].start : passages[-1].end])[0] if passages else ""
    at = row.get("at") or row.get("answered_at")
    found = []
    for passage in passages:
        for start, end in sentences(masked, passage.start, passage.end):
            words = plain(masked[start:end])
            if words.strip() and end - start <= LONGEST_SENTENCE:
                before = text[max(passage.start, start - _AROUND) : start].lstrip()
                after = text[end : min(passage.end, end + _AROUND)].rstrip()
                place = (row["table"], row["record_id"], start, end, text[start:end], before, after, channel, at)
                found.append((Waiting(whose, *place, way=""), Sentence(words, language, channel)))
    return found
