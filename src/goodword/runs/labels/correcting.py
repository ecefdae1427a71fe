"""Labels where a run meets them: which count, over which words, and what they depend on."""

import hashlib

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening.labelled import Correction, with_labels
from goodword.programme.labels.models import Label, digest_of


def corrected(session: Session, remarks: pa.Table) -> pa.Table:
    """Remarks as people put them right, over the texts of a session that knows TEXTS.

    A label whose words stand no more where it says does not count: its text is another one now.
    """
    labels = list(Label.objects.counting().order_by("table", "record_id", "start", "pk"))
    if not labels:
        return remarks
    texts = TEXTS.unbound()
    wanted = texts.filter(texts["id"].isin(sorted({label.record_id for label in labels})))
    rows = session.fetch(wanted.select("table", "id", "text")).to_pylist()
    return with_labels(remarks, corrections(labels, {(row["table"], row["id"]): str(row["text"]) for row in rows}))


def corrections(labels: list[Label], texts: dict[tuple[str, str], str]) -> list[Correction]:
    """Labels with their words, those that still fit; where two of them overlap, the one said last.

    Args:
        labels: which.
        texts: what the records say, by table and id.
    """
    found: list[tuple[Label, Correction]] = []
    for label in sorted(labels, key=lambda one: -one.pk):
        words = texts.get((label.table, label.record_id), "")[label.start : label.end]
        if digest_of(words) == label.digest and not any(_touch(label, other) for other, _said in found):
            place = (label.table, label.record_id, label.start, label.end)
            found.append((label, Correction(*place, words, label.kind, label.language)))
    return [said for _label, said in found]


def labels_digest() -> str:
    """Changes whenever a label that counts does; empty where there is none."""
    rows = Label.objects.counting().order_by("pk").values_list("pk", "kind", "digest")
    told = "\n".join(f"{pk} {kind} {digest}" for pk, kind, digest in rows)
    return hashlib.sha256(told.encode()).hexdigest() if told else ""


def _touch(one: Label, other: Label) -> bool:
    same = (one.table, one.record_id) == (other.table, other.record_id)
    return same and one.start < other.end and other.start < one.end
