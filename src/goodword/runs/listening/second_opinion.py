"""Ask a server about remarks in doubt, after the listener has heard everything; without it a run goes on as it is.

Answers are kept, so a sentence is paid for once; what they say of a remark counts only while the remark is in doubt.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.evidence.records.known import PERSONS
from goodword.finding.listening.asking.answers import Opinion
from goodword.finding.listening.asking.questions import Sentence
from goodword.finding.listening.asking.redaction import Names
from goodword.finding.listening.texts import PLACES
from goodword.kit.errors import GoodwordError
from goodword.kit.ids import stable_id
from goodword.runs.listening.asker import Asker
from goodword.runs.progress import Progress

SURE = 0.8
"""A remark is in doubt where its kind is less likely than that, and where nobody knows how likely it is."""
LEAST_SURE = 0.5
"""An opinion that its own model holds for less likely than that changes nothing."""
_TEXTS_AT_ONCE = 500
_STATES_OUTCOMES = frozenset(("win", "praise", "complaint"))

type Row = dict[str, Any]


@dataclass(slots=True)
class Opinions:
    """What came of asking.

    Attributes:
        remarks: contract REMARKS, with what the server says where it was asked.
        changed: remarks that are somebody else's word now.
        waiting: texts nobody could ask about this time.
        why: why not; empty where all were asked about.
    """

    remarks: pa.Table
    changed: int = 0
    waiting: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Whose names may stand in texts: ours, and by account those of its people."""

    ours: tuple[str, ...]
    features: tuple[str, ...]
    people: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    accounts: dict[str, str] = field(default_factory=dict)

    def of(self, text: Row) -> Names:
        account = text["account_id"] or ""
        people = (text["name"] or "", *self.people.get(account, ()), *self.ours)
        return Names(tuple(filter(None, people)), tuple(filter(None, [self.accounts.get(account)])), self.features)


def ask_in_doubt(
    session: Session,
    remarks: pa.Table,
    asker: Asker,
    *,
    ours: Sequence[str],
    features: Sequence[str],
    progress: Progress,
) -> Opinions:
    """Ask about the remarks in doubt, those of the newest texts first, until the budget is spent.

    Args:
        session: a conversation that knows TEXTS and PERSONS.
        remarks: contract REMARKS.
        asker: whom.
        ours: names of our own people, which never leave.
        features: names of the product's features, which may.
        progress: told how far it is.
    """
    doubtful = remarks.filter(_in_doubt(remarks))
    by_place: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in doubtful.to_pylist():
        by_place[row["table"], row["id"]].append(row)
    themes = sorted({theme for some in remarks["themes"].to_pylist() for theme in some or ()})
    known = _known(session, ours, features)
    new: dict[str, Row] = {}
    left, why = len(by_place), ""
    for text in _texts(session, list(by_place)):
        rows = by_place.pop((text["table"], text["id"]), [])
        progress("ask", len(new), len(new) + left)
        try:
            new.update(_asked(asker, text, rows, known, themes))
        except GoodwordError as error:
            why = error.sentence
            break
        left -= 1
    told = [new.get(row["remark_id"], row) for row in remarks.to_pylist()] if new else []
    merged = pa.Table.from_pylist(told, schema=REMARKS.arrow()) if new else remarks
    return Opinions(merged, len(new), left if why else 0, why)


def _in_doubt(remarks: pa.Table) -> "pa.Array[pa.BooleanScalar]":
    told = remarks["probability"].to_pylist()
    return pa.array([one is None or one < SURE for one in told], pa.bool_())


def _texts(session: Session, places: list[tuple[str, str]]) -> Iterator[Row]:
    """The texts of some places, the newest first."""
    columns = {"place_table": [table for table, _ in places], "place_id": [ident for _, ident in places]}
    session.offer(PLACES.name, pa.table(columns, schema=PLACES.arrow()))
    texts, wanted = TEXTS.unbound(), PLACES.unbound()
    found = texts.semi_join(wanted, [texts["table"] == wanted["place_table"], texts["id"] == wanted["place_id"]])
    for batch in session.stream(found.order_by([found["at"].desc(), "table", "id"]), _TEXTS_AT_ONCE):
        yield from batch.to_pylist()


def _known(session: Session, ours: Sequence[str], features: Sequence[str]) -> _Known:
    known = _Known(tuple(ours), tuple(features))
    for row in session.fetch(PERSONS.unbound().select("account_id", "account", "name")).to_pylist():
        if row["account_id"]:
            known.accounts[row["account_id"]] = row["account"] or ""
            known.people[row["account_id"]].append(row["name"] or "")
    return known


def _asked(asker: Asker, text: Row, rows: list[Row], known: _Known, themes: Sequence[str]) -> dict[str, Row]:
    """The remarks of one text as the server sees them, by the id they had."""
    fits = [row for row in rows if text["text"][row["start"] : row["end"]] == row["quote"]]
    sentences = [
        Sentence(text["text"], row["start"], row["end"], row["language"] or "", row["speaker"] or "") for row in fits
    ]
    answer = asker.ask(sentences, known.of(text), themes=themes, person_id=text["person_id"] or "")
    return {
        fits[one.sentence]["remark_id"]: _said(fits[one.sentence], one, asker.version)
        for one in answer.opinions
        if one.probability >= LEAST_SURE
    }


def _said(row: Row, opinion: Opinion, version: str) -> Row:
    """A remark with the word of the server: the same sentence, its kind and who said so."""
    stated = opinion.outcome._asdict() if opinion.outcome else row["outcome"]
    place = (row["table"], row["id"], str(row["start"]), str(row["end"]))
    return {
        **row,
        "remark_id": stable_id("rem", version, *place),
        "kind": opinion.kind,
        "polarity": round(opinion.polarity, 4),
        "probability": opinion.probability,
        "themes": sorted({*(row["themes"] or ()), *opinion.themes}),
        "outcome": stated if opinion.kind in _STATES_OUTCOMES else None,
        "model_version": version,
    }
