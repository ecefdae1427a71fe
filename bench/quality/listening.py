"""What the listener makes of the sample companies' words: wins heard, and what was wrongly taken for praise.

The spans it puts out are held against what each remark really is: a remark is heard when a span of the right kind
shares characters with it.
"""

from collections import Counter
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from bench.quality.company import ACCOUNTS, Company, Row
from bench.quality.figures import Figure, share
from bench.quality.finders import GOOD, Place, label_at, remarks_of
from goodword.finding.listening.judging.cues import LANGUAGES

# What must not be taken for praise, in the words of a figure's name.
TRAPS = {
    "sarcasm": "sarcasm",
    "was_until": "was great until",
    "quoted_mail": "quoted mail",
    "thanks": "courtesy",
    "complaint": "complaint",
    "wish": "wish",
    "ours": "our own words",
    "signature": "signature",
    "neutral": "neutral",
}


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision and recall of wins and of praise, and the share of each trap that was taken for either."""
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts"
    claimed: Counter[tuple[str, str]] = Counter()  # kind claimed, what it really is
    really: Counter[tuple[str, str]] = Counter()  # what it really is, kind claimed (empty: none of the two)
    for company in companies:
        truth, heard = remarks_of(company), heard_in(company)
        for place, spans in heard.items():
            claimed.update((span["kind"], label_at(truth.get(place, []), span["start"], span["end"])) for span in spans)
        for place, remarks in truth.items():
            really.update((remark["label"], _kind_at(heard.get(place, []), remark)) for remark in remarks)
    return [*_good(note, claimed, really), *_taken(note, really), *_by_language(note, companies)]


def _good(note: str, claimed: Counter[tuple[str, str]], really: Counter[tuple[str, str]]) -> list[Figure]:
    wins = _count(claimed, "win")
    good = sum(count for (_, label), count in claimed.items() if label in GOOD)
    true = sum(count for (label, _), count in really.items() if label in GOOD)
    got = sum(count for (label, kind), count in really.items() if label in GOOD and kind)
    return [
        share("words called a win are one: precision", note, claimed["win", "win"], wins),
        share("wins called a win: recall", note, really["win", "win"], _count(really, "win")),
        share("words called praise or win are either: precision", note, good, sum(claimed.values())),
        share("praise and wins called either: recall", note, got, true),
    ]


def _by_language(note: str, companies: tuple[Company, ...]) -> list[Figure]:
    """Precision of praise and wins by the language they were heard in, and recall by the one they were written in."""
    right: dict[str, list[bool]] = {language: [] for language in LANGUAGES}
    got: dict[str, list[bool]] = {language: [] for language in LANGUAGES}
    for company in companies:
        truth, heard = remarks_of(company), heard_in(company)
        for place, spans in heard.items():
            for span in spans:
                label = label_at(truth.get(place, []), span["start"], span["end"])
                right[span["language"]].append(label in GOOD)
        for place, remarks in truth.items():
            for remark in (one for one in remarks if one["label"] in GOOD):
                got[remark["lang"]].append(bool(_kind_at(heard.get(place, []), remark)))
    return [
        share(f"words called praise or win: {name}, {language}", note, sum(hits[language]), len(hits[language]))
        for language in LANGUAGES
        for name, hits in (("precision", right), ("recall", got))
    ]


def _taken(note: str, really: Counter[tuple[str, str]]) -> list[Figure]:
    return [
        share(
            f"{words} taken for praise or win",
            note,
            sum(count for (one, kind), count in really.items() if one == label and kind),
            _count(really, label),
        )
        for label, words in TRAPS.items()
    ]


def _count(pairs: Counter[tuple[str, str]], first: str) -> int:
    return sum(count for (one, _), count in pairs.items() if one == first)


def _kind_at(spans: Iterable[Row], remark: Row) -> str:
    """The kind of the span that shares most characters with a remark; empty where none does."""
    shared = [(min(span["end"], remark["end"]) - max(span["start"], remark["start"]), span["kind"]) for span in spans]
    most, kind = max(shared, default=(0, ""))
    return str(kind) if most > 0 else ""


def heard_in(company: Company) -> dict[Place, list[Row]]:
    """The spans of kind praise or win that the search for this day rests on, by record."""
    kept = list((company.workspace / "derived").glob("*/remarks*.parquet"))
    rows = pa.concat_tables([pq.read_table(path) for path in kept]).to_pylist()
    found: dict[Place, list[Row]] = {}
    for row in rows:
        if row["kind"] in GOOD:
            found.setdefault((row["table"], row["id"]), []).append(row)
    return found
