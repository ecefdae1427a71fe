"""Texts in, remarks out."""

from collections.abc import Callable, Mapping, Sequence
from itertools import batched
from typing import TYPE_CHECKING, Any

from goodword.evidence.records.findings import REMARKS
from goodword.finding.listening.hearing import Remark, heard
from goodword.finding.listening.labelled import fitting_polarity
from goodword.finding.listening.learning.model import Model
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import WRONG_AT_MOST
from goodword.finding.listening.learning.verdicts import Verdict, finds, judged_batch, version_of
from goodword.finding.listening.spoken import Text
from goodword.finding.listening.themes.tree import finder_of
from goodword.kit.ids import stable_id
from goodword.kit.memory import not_looked_through

if TYPE_CHECKING:
    import pyarrow as pa

_STEP = 500  # texts heard together, and between two reports of progress

TELLING = frozenset(("win", "praise", "complaint", "neutral"))
"""Kinds whose outcome is kept."""

type Place = tuple[str, str, int, int]
"""Record table, record, start and end."""


def listen(
    texts: "pa.Table",
    *,
    features: Sequence[str] = (),
    areas: Mapping[str, str] | None = None,
    model: Model | None = None,
    wrong_at_most: float = WRONG_AT_MOST,
    progress: Callable[[int, int], None] | None = None,
) -> "pa.Table":
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
    finder, judge = finder_of(features, areas), model or shipped()
    silent = finds(judge, wrong_at_most)
    columns = [texts.column(name).to_pylist() for name in ("table", "id", "text", "direction", "channel", "name")]
    count = len(texts)
    found: list[tuple[str, str, str, Remark]] = []
    for done, part in enumerate(batched(zip(*columns, strict=True), _STEP)):
        if progress is not None:
            progress(done * _STEP, count)
        rows = [(table or "", record or "", _text(*words)) for table, record, *words in part]
        with not_looked_through():
            remarks = heard([words for *_, words in rows], finder, silent=silent)
        for (table, record, words), these in zip(rows, remarks, strict=True):
            found += [(table, record, words.channel, remark) for remark in these]
    with not_looked_through():
        verdicts = judged_batch([one[-1] for one in found], [one[2] for one in found], judge, wrong_at_most)
    heard_there: dict[Place, tuple[Remark, Verdict]] = {}
    for (table, record, _, remark), verdict in zip(found, verdicts, strict=True):
        if verdict.kind:
            heard_there[table, record, remark.start, remark.end] = _fitting(remark, verdict.kind), verdict
    if progress is not None:
        progress(count, count)
    return _table(dict(sorted(heard_there.items(), key=lambda item: item[0][:3])), version_of(judge, wrong_at_most))


def _fitting(remark: Remark, kind: str) -> Remark:
    """A remark that the rules were silent about has a polarity that goes with what was found in it."""
    return remark if remark.kind else remark._replace(polarity=fitting_polarity(kind, remark.polarity))


def _text(text: str | None, direction: str | None, channel: str | None, name: str | None) -> Text:
    return Text(text or "", direction or "in", channel or "", name or "")


def _table(found: Mapping[Place, tuple[Remark, Verdict]], version: str) -> "pa.Table":
    """The remarks as the contract has them, column by column."""
    import pyarrow as pa  # noqa: PLC0415 takes 0.2 s, which who hears one text need not wait for

    remarks = [remark for remark, _ in found.values()]
    verdicts = [verdict for _, verdict in found.values()]
    columns: dict[str, list[Any]] = {
        "remark_id": [stable_id("rem", version, *map(str, place)) for place in found],
        "table": [place[0] for place in found],
        "id": [place[1] for place in found],
        "start": [remark.start for remark in remarks],
        "end": [remark.end for remark in remarks],
        "quote": [remark.quote for remark in remarks],
        "language": [remark.language for remark in remarks],
        "polarity": [round(remark.polarity, 4) for remark in remarks],
        "kind": [verdict.kind for verdict in verdicts],
        "probability": [round(verdict.probability, 4) for verdict in verdicts],
        "themes": [remark.themes for remark in remarks],
        "outcome": [_outcome(*pair) for pair in found.values()],
        "quotable": [round(remark.quotable, 4) for remark in remarks],
        "speaker": [remark.speaker for remark in remarks],
        "model_version": [version] * len(remarks),
    }
    return pa.Table.from_pydict(columns, schema=REMARKS.arrow())


def _outcome(remark: Remark, verdict: Verdict) -> dict[str, str] | None:
    return remark.outcome._asdict() if remark.outcome and verdict.kind in TELLING else None
