"""Texts in, remarks out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from goodword.evidence.records.findings import REMARKS
from goodword.finding.listening.hearing import Remark, heard
from goodword.finding.listening.learning.model import Model
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import WRONG_AT_MOST
from goodword.finding.listening.learning.verdicts import Verdict, judged_batch, version_of
from goodword.finding.listening.themes import finder_of
from goodword.kit.ids import stable_id

_STEP = 500  # texts between two reports of progress

_TELLING = frozenset(("win", "praise", "complaint"))  # kinds whose outcome is kept

type Row = dict[str, Any]


def listen(
    texts: pa.Table,
    *,
    features: Sequence[str] = (),
    areas: Mapping[str, str] | None = None,
    model: Model | None = None,
    wrong_at_most: float = WRONG_AT_MOST,
    progress: Callable[[int, int], None] | None = None,
) -> pa.Table:
    """The remarks in a table of texts.

    Args:
        texts: a table of the contract `TEXTS`.
        features: the product's feature names, for themes.
        areas: the product area of a feature.
        model: how sure to be, and for a local one what is said: the shipped one unless another is given.
        wrong_at_most: of what is said of a kind, the share that may be wrong; what is less sure is neutral.
        progress: told how many texts of how many are done.

    Returns:
        A table of the contract `REMARKS`, sorted by table, id and start. It depends on the texts alone, not on their
        order; a text that stands in the table twice is heard once.
    """
    finder = finder_of(features, areas)
    columns = [texts.column(name).to_pylist() for name in ("table", "id", "text", "direction", "channel", "name")]
    count = len(texts)
    found: list[tuple[str, str, str, Remark]] = []
    for done, (table, record, text, direction, channel, name) in enumerate(zip(*columns, strict=True)):
        if progress is not None and done % _STEP == 0:
            progress(done, count)
        if not text:
            continue
        remarks = heard(text, finder, person_name=name or "", direction=direction or "in", channel=channel or "")
        found += [(table or "", record or "", channel or "", remark) for remark in remarks]
    judge = model or shipped()
    verdicts = judged_batch([one[-1] for one in found], [one[2] for one in found], judge, wrong_at_most)
    rows: dict[str, Row] = {}
    version = version_of(judge, wrong_at_most)
    for (table, record, _, remark), verdict in zip(found, verdicts, strict=True):
        row = _row(table, record, remark, verdict, version)
        rows[row["remark_id"]] = row
    if progress is not None:
        progress(count, count)
    ordered = sorted(rows.values(), key=lambda row: (row["table"], row["id"], row["start"]))
    return pa.Table.from_pylist(ordered, schema=REMARKS.arrow())


def _row(table: str, record: str, remark: Remark, verdict: Verdict, version: str) -> Row:
    return {
        "remark_id": stable_id("rem", version, table, record, str(remark.start), str(remark.end)),
        "table": table,
        "id": record,
        "start": remark.start,
        "end": remark.end,
        "quote": remark.quote,
        "language": remark.language,
        "polarity": round(remark.polarity, 4),
        "kind": verdict.kind,
        "probability": round(verdict.probability, 4),
        "themes": list(remark.themes),
        "outcome": remark.outcome._asdict() if remark.outcome and verdict.kind in _TELLING else None,
        "quotable": round(remark.quotable, 4),
        "speaker": remark.speaker,
        "model_version": version,
    }
