"""What people say that sentences mean counts above what any listener heard."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.findings import REMARKS
from goodword.kit.ids import stable_id

BY_HAND = "label"
"""What stands for the listener where somebody said what a sentence means."""

_AT_LEAST = {"praise": 0.5, "win": 0.3, "thanks": 0.1}
_AT_MOST = {"complaint": -0.2}

type _Row = dict[str, Any]
type _Place = tuple[str, str]


class Correction(NamedTuple):
    """A sentence at its place in a record, and what somebody said it is.

    Attributes:
        table: the record table it stands in.
        id: the record.
        start: offset of its first character in the record's text.
        end: offset just past its last.
        quote: the exact words.
        kind: what it is.
        language: BCP 47 tag; empty where not known.
    """

    table: str
    id: str
    start: int
    end: int
    quote: str
    kind: str
    language: str


def with_labels(remarks: pa.Table, labels: Sequence[Correction]) -> pa.Table:
    """Remarks as people put them right: a labelled sentence has its label's kind, and nothing else is heard in it.

    What was heard in the same sentence stays, but for the kind and a polarity that cannot go with it. A remark that
    only touches a labelled sentence goes, for sentences are cut in another way now.

    Args:
        remarks: a table of the contract `REMARKS`.
        labels: at most one a sentence.

    Returns:
        A table of the contract `REMARKS`, sorted by table, id, start and remark_id; the same one where nothing is
        labelled.
    """
    if not labels:
        return remarks
    of_record: dict[_Place, list[Correction]] = defaultdict(list)
    for label in labels:
        of_record[label.table, label.id].append(label)
    near = pc.is_in(remarks["id"], value_set=pa.array(sorted({record for _table, record in of_record}), pa.string()))
    heard: dict[_Place, list[_Row]] = defaultdict(list)
    for row in remarks.filter(near).to_pylist():
        heard[row["table"], row["id"]].append(row)
    rows = [row for place, some in heard.items() for row in some if not _covered(row, of_record.get(place, ()))]
    rows += [_remark(label, heard[place]) for place, some in of_record.items() for label in some]
    changed = pa.Table.from_pylist(rows, schema=REMARKS.arrow())
    everything = pa.concat_tables([remarks.filter(pc.invert(near)).cast(REMARKS.arrow()), changed])
    return everything.sort_by([(name, "ascending") for name in ("table", "id", "start", "remark_id")])


def fitting_polarity(kind: str, polarity: float | None) -> float:
    """A polarity that can go with a kind: praise is warm, a complaint is not."""
    return min(max(polarity or 0.0, _AT_LEAST.get(kind, -1.0)), _AT_MOST.get(kind, 1.0))


def _covered(row: _Row, labels: Iterable[Correction]) -> bool:
    return any(row["start"] < label.end and label.start < row["end"] for label in labels)


def _remark(label: Correction, heard: list[_Row]) -> _Row:
    same = next((row for row in heard if (row["start"], row["end"]) == (label.start, label.end)), {})
    return {
        "outcome": None, "quotable": None, "speaker": "", "themes": [], **same,
        "remark_id": stable_id("rem", BY_HAND, label.table, label.id, str(label.start), str(label.end)),
        "table": label.table,
        "id": label.id,
        "start": label.start,
        "end": label.end,
        "quote": label.quote,
        "language": label.language or same.get("language") or "",
        "polarity": fitting_polarity(label.kind, same.get("polarity")),
        "kind": label.kind,
        "probability": 1.0,
        "model_version": BY_HAND,
    }  # fmt: skip
