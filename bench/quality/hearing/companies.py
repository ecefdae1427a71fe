"""The sample companies' wins, the strongest first, and what must never be taken for one; VADER beside it.

VADER's wins are the sentences of the same texts with its highest compounds; a trap is taken where it calls the words of
the trap positive.
"""

from collections.abc import Iterable
from itertools import zip_longest

import numpy as np

from bench.quality.company import ACCOUNTS, Company, Row
from bench.quality.figures import Figure
from bench.quality.finders import GOOD, HEARD_IN, Place, label_at, remarks_of
from bench.quality.hearing import lexicon
from bench.quality.hearing.beside import Aim, among_all, shares
from bench.quality.hearing.listener import spans
from bench.quality.listening import heard_in
from goodword.evidence.lake.local.lake import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS

FIRST = 50  # of each company
WORDS = {"interactions": "text", "responses": "comment"}
TRAPS = {"sarcasm": "sarcasm", "was_until": "was great until"}
LONGEST = 10_000  # characters; longer texts are exports gone wrong, and no baseline has to read them


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision of the first fifty wins of each company, and sarcasm and was-great-until taken for wins."""
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts"
    ours, theirs = [], []
    for company in companies:
        both = zip_longest(_first(company), _most_positive(company), fillvalue=False)
        for mine, other in both:
            ours.append(mine)
            theirs.append(other)
    aim = Aim(f"wins: precision of the first {FIRST}", note, at_least=0.90)
    return [*shares(aim, among_all(ours), among_all(theirs)), *_traps(note, companies)]


def _first(company: Company) -> list[bool]:
    """Whether each of the strongest wins shows words that are one; equal strengths in the order of their ids."""
    wins = [signal for person in company.people for signal in person["signals"] if signal["kind"] == "win"]
    remarks = remarks_of(company)
    ordered = sorted(wins, key=lambda win: (-win["strength"], win["signal_id"]))[:FIRST]
    return [_good(remarks, win["evidence"][0]) for win in ordered]


def _good(remarks: dict[Place, list[Row]], first: Row) -> bool:
    return label_at(remarks.get((first["table"], first["id"]), []), first["start"], first["end"]) in GOOD


def _most_positive(company: Company) -> list[bool]:
    """Whether each of the sentences with VADER's highest compounds is a win or praise."""
    remarks = remarks_of(company)
    places = [
        (place, start, end, text[start:end])
        for place, text in words_of(company).items()
        if len(text) <= LONGEST
        for start, end in spans(text)
    ]
    compound = lexicon.compounds(words for *_, words in places)
    best = np.argsort(-compound, kind="stable")[:FIRST]
    return [
        label_at(remarks.get(place, []), start, end) in GOOD
        for place, start, end, _ in (places[at] for at in best.tolist())
    ]


def words_of(company: Company) -> dict[Place, str]:
    """What stands in each interaction and answer, as the lake has it."""
    found: dict[Place, str] = {}
    with LocalLake(company.workspace / "lake").session() as session:
        for table in HEARD_IN:
            records = RECORDS[table].plus(*STAMPS).unbound()
            rows = session.fetch(records.select("record_id", words=WORDS[table])).to_pydict()
            pairs: Iterable[tuple[str, str | None]] = zip(rows["record_id"], rows["words"], strict=True)
            found |= {(table, record): words for record, words in pairs if words}
    return dict(sorted(found.items()))


def _traps(note: str, companies: tuple[Company, ...]) -> list[Figure]:
    found: list[Figure] = []
    for label, name in TRAPS.items():
        ours, quotes = [], []
        for company in companies:
            heard = heard_in(company)
            for place, remarks in remarks_of(company).items():
                for remark in (one for one in remarks if one["label"] == label):
                    spans_here = heard.get(place, [])
                    ours.append(
                        any(one["start"] < remark["end"] and remark["start"] < one["end"] for one in spans_here)
                    )
                    quotes.append(str(remark["quote"]))
        theirs = lexicon.compounds(quotes) >= lexicon.POSITIVE
        aim = Aim(f"wins: {name} taken for praise or win", note, at_most=0.05)
        found += shares(aim, among_all(ours), among_all(theirs))
    return found
