"""What is heard in one record, sentence by sentence, at this moment; and what of its words is not the customer's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening.reading import Passage, read
from goodword.finding.listening.reading.sentences import sentences
from goodword.finding.listening.spoken import LONGEST_SENTENCE
from goodword.programme.labels.actions.label_remark import Sentence
from goodword.programme.labels.models import Label, digest_of
from goodword.runs.labels.words import CHANNELS, WORDS
from goodword.runs.listening.features import feature_names
from goodword.runs.listening.models import model_in_use
from goodword.runs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """A sentence of the customer's person, or words that some evidence points to.

    Attributes:
        start: offset of its first character in the record's text.
        end: offset just past its last.
        words: the exact words.
        remark: what the listener heard in it, contract REMARKS; None where it heard nothing.
        label: what somebody says that it is; None where nobody did.
    """

    start: int
    end: int
    words: str
    remark: dict[str, Any] | None
    label: Label | None

    @property
    def kind(self) -> str:
        """What counts: the label, else what was heard; empty for nothing."""
        if self.label is not None:
            return self.label.kind
        return str(self.remark["kind"]) if self.remark else ""


@dataclass(frozen=True, slots=True)
class HeardRecord:
    """A record's words with what is heard in them.

    Attributes:
        table: the record table.
        record_id: the record.
        text: all of its words.
        channel: how it was said.
        sentences: in order, never touching.
        theirs: the stretches of the text that the customer's person said here, in order.
    """

    table: str
    record_id: str
    text: str
    channel: str
    sentences: tuple[HeardSentence, ...]
    theirs: tuple[tuple[int, int], ...]

    def at(self, start: int, end: int) -> HeardSentence | None:
        """The sentence at this very place; None where there is none."""
        return next((one for one in self.sentences if (one.start, one.end) == (start, end)), None)


def hear_record(
    workspace: Workspace,
    table: str,
    record: dict[str, Any],
    *,
    name: str = "",
    pointed: tuple[int, int] | None = None,
) -> HeardRecord | None:
    """Hear one record as a run would, with what was labelled in it; None where it holds no words.

    Args:
        workspace: whose features name the themes.
        table: the record table.
        record: the record, as `read_record` returns it.
        name: what the person is called, for telling speakers apart.
        pointed: words that some evidence points to: they stand as a sentence of their own.
    """
    text = str(record.get(WORDS.get(table, "")) or "")
    if not text:
        return None
    told = {
        "person_name": name,
        "direction": str(record.get("direction") or "in"),
        "channel": str(record.get("channel") or CHANNELS.get(table, "")),
    }
    record_id = str(record["record_id"])
    masked, passages = read(text, **told)
    row = {"table": table, "id": record_id, "text": text, "name": name, **told}
    texts = pa.Table.from_pylist([row], schema=TEXTS.arrow())
    with LocalLake(workspace.lake).session() as session:
        features = feature_names(session)
    remarks = model_in_use(workspace).hear(texts, features).to_pylist()
    labels = list(Label.objects.counting().of_record(table, record_id).order_by("-pk"))
    fitting = [one for one in labels if digest_of(text[one.start : one.end]) == one.digest]
    spans = [pointed] if pointed and 0 <= pointed[0] < pointed[1] <= len(text) else []
    spans += [(one.start, one.end) for one in fitting]
    spans += [(one["start"], one["end"]) for one in remarks]
    spans += _sentences(masked, passages)
    heard = _heard(text, _apart(spans), remarks, fitting)
    return HeardRecord(table, record_id, text, told["channel"], heard, tuple((one.start, one.end) for one in passages))


def sentence_of(heard: HeardRecord, one: HeardSentence, person_id: str) -> Sentence:
    """A sentence as it is labelled."""
    remark = one.remark or {}
    return Sentence(
        person_id=person_id,
        table=heard.table,
        record_id=heard.record_id,
        start=one.start,
        end=one.end,
        words=one.words,
        language=str(remark.get("language") or ""),
        channel=heard.channel,
        said=str(remark.get("kind") or ""),
        probability=remark.get("probability"),
        model_version=str(remark.get("model_version") or ""),
    )


def _heard(
    text: str, spans: Iterable[tuple[int, int]], remarks: Sequence[dict[str, Any]], labels: Sequence[Label]
) -> tuple[HeardSentence, ...]:
    by_place = {(one["start"], one["end"]): one for one in remarks}
    said = {(one.start, one.end): one for one in reversed(labels)}
    return tuple(
        HeardSentence(start, end, text[start:end], by_place.get((start, end)), said.get((start, end)))
        for start, end in spans
    )


def _sentences(masked: str, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    found = [span for one in passages for span in sentences(masked, one.start, one.end)]
    return [(start, end) for start, end in found if end - start <= LONGEST_SENTENCE and masked[start:end].strip()]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that do not touch, in order: of two that do, the one that was named first."""
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)
