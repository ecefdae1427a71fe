"""Texts in, remarks out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from goodword.evidence.records.findings import REMARKS
from goodword.finding.listening.hearing import MODEL_VERSION, Remark, heard
from goodword.finding.listening.themes import finder_of
from goodword.kit.ids import stable_id

_STEP = 500  # texts between two reports of progress

type Row = dict[str, Any]


def listen(
    texts: pa.Table,
    *,
    features: Sequence[str] = (),
    areas: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pa.Table:
    """The remarks in a table of texts.

    Args:
        texts: a table of the contract `TEXTS`.
        features: the product's feature names, for themes.
        areas: the product area of a feature.
        progress: told how many texts of how many are done.

    Returns:
        A table of the contract `REMARKS`, sorted by table, id and start. It depends on the texts alone, not on their
        order; a text that stands in the table twice is heard once.
    """
    finder = finder_of(features, areas)
    columns = [texts.column(name).to_pylist() for name in ("table", "id", "text", "direction", "channel", "name")]
    count = len(texts)
    rows: dict[str, Row] = {}
    for done, (table, record, text, direction, channel, name) in enumerate(zip(*columns, strict=True)):
        if progress is not None and done % _STEP == 0:
            progress(done, count)
        if not text:
            continue
        remarks = heard(text, finder, person_name=name or "", direction=direction or "in", channel=channel or "")
        for remark in remarks:
            row = _row(table or "", record or "", remark)
            rows[row["remark_id"]] = row
    if progress is not None:
        progress(count, count)
    ordered = sorted(rows.values(), key=lambda row: (row["table"], row["id"], row["start"]))
    return pa.Table.from_pylist(ordered, schema=REMARKS.arrow())


def _row(table: str, record: str, remark: Remark) -> Row:
    return {
        "remark_id": stable_id("rem", MODEL_VERSION, table, record, str(remark.start), str(remark.end)),
        "table": table,
        "id": record,
        "start": remark.start,
        "end": remark.end,
        "quote": remark.quote,
        "language": remark.language,
        "polarity": round(remark.polarity, 4),
        "kind": remark.kind,
        "probability": None,
        "themes": list(remark.themes),
        "outcome": remark.outcome._asdict() if remark.outcome else None,
        "quotable": round(remark.quotable, 4),
        "speaker": remark.speaker,
        "model_version": MODEL_VERSION,
    }
