"""Labels with the words they are about: what is learnt from, and what figures are counted on."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.finding.listening.learning import Labelled
from goodword.finding.listening.reading.markup import masked, plain
from goodword.programme.labels.models import Label, digest_of
from goodword.runs.labels.words import WORDS
from goodword.runs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Taught:
    """A label that counts, and its sentence.

    Attributes:
        label: the label.
        said: the sentence as it is learnt from.
    """

    label: Label
    said: Labelled


def taught(workspace: Workspace) -> list[Taught]:
    """Every label that counts and whose words still stand where it says, the oldest first."""
    labels = list(Label.objects.counting().order_by("pk"))
    texts = texts_of(workspace, [(label.table, label.record_id) for label in labels])
    found = []
    for label in labels:
        text = texts.get((label.table, label.record_id), "")
        if digest_of(text[label.start : label.end]) == label.digest:
            words = plain(masked(text)[label.start : label.end])
            fair = label.way == "random"
            found.append(Taught(label, Labelled(words, label.language or "en", label.channel, label.kind, fair)))
    return found


def texts_of(workspace: Workspace, places: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The words of some records, by table and id."""
    found: dict[tuple[str, str], str] = {}
    if not places:
        return found
    with LocalLake(workspace.lake).session() as session:
        for table, column in WORDS.items():
            ids = sorted({record for name, record in places if name == table})
            if ids:
                rows = RECORDS[table].plus(*STAMPS).unbound()
                wanted = rows.filter(rows["record_id"].isin(ids)).select("record_id", column)
                for row in session.fetch(wanted).to_pylist():
                    found[table, row["record_id"]] = str(row[column] or "")
    return found
