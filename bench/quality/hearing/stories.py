"""Customer stories: which sentences an editor pulled out as quotes, who said them, and the outcomes they tell.

`outcomes.json` and `bylines.json` were marked by hand, as offsets only. An outcome counts where figures or words of
number state a change that was had, with an old value or with its size: "from six weeks to four days", "by 30 %",
"doubled". Left open, neither right nor wrong, are plans, sizes of a fleet, changes of unit without any number ("from
hours to minutes") and single durations with nothing to compare.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, Labels, share, skipped
from bench.quality.hearing import lexicon, telling
from bench.quality.hearing.beside import Aim, Portion, among_all, areas, shares
from bench.quality.hearing.halves import readable
from bench.quality.hearing.listener import WRITTEN, byline, exact, quotable, remarks, spans

NAME = "k8s_case_studies"
MARKS = Path(__file__).with_name("bylines.json")
RECALLS = (0.5, 0.7, 0.8, 0.9)
SHARED = 0.8  # of a sentence's runs of three words, for it to stand in a pull quote that was shortened or mended
RUN = 3
AREA = "stories: AUC of quotable sentences"

_MARK = re.compile('["“”]')

type Story = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a story, which of its pull quotes it belongs to, whether some of it is direct speech, and of what.

    `running` is False in a pull quote as the page sets it apart, True in a paragraph of the story.
    """

    story: str
    text: str
    quotes: frozenset[int]
    spoken: bool
    running: bool


def figures(data: Data) -> list[Figure]:
    """Quotable sentences, bylines and outcomes."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("stories: quotable sentences", NAME, data.why_not())]
    found = stories(folder)
    return [*_quotable(found), *_bylines(found), *telling.figures(found)]


def stories(folder: Path) -> list[Story]:
    """The stories, as they are."""
    lines = (folder / "case_studies.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def blocks(story: Story) -> list[str]:
    """The paragraphs of a story and, as on its page, its pull quotes; none twice."""
    return list(dict.fromkeys([*story["paragraphs"], *(quote["text"] for quote in story["quotes"])]))


def units(story: Story) -> Iterator[tuple[str, tuple[int, int], Unit]]:
    """Every sentence of a story with its block and place."""
    quotes = [_runs(quote["text"]) for quote in story["quotes"]]
    for block in blocks(story):
        for start, end in spans(block):
            runs = _runs(block[start:end])
            pulled = {at for at, quote in enumerate(quotes) if runs and len(runs & quote) >= SHARED * len(runs)}
            spoken = bool(_MARK.search(block, start, end)) or len(_MARK.findall(block, 0, start)) % 2 == 1
            running = block in story["paragraphs"]
            yield block, (start, end), Unit(story["slug"], block[start:end], frozenset(pulled), spoken, running)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()


def _quotable(found: list[Story]) -> list[Figure]:
    """Recall is counted in pull quotes; precision in sentences, twice.

    An editor pulls out four quotes of many: standing in one is the strict reading of quotable (of all direct speech a
    third does), being a customer's own words the lenient one. On its page a pull quote is set apart, which the listener
    looks at; what it makes of the same words in the story's paragraphs has figures of its own.
    """
    rows, claims, scores = [], [], []
    texts = [block for story in found for block in blocks(story)]
    heard = dict(zip(texts, remarks(texts, WRITTEN), strict=True))
    for story in found:
        for block, (start, end), unit in units(story):
            rows.append(unit)
            near = [one for one in heard[block] if one.start < end and start < one.end]
            claims.append(any(quotable(one) for one in near))
            scores.append(max((one.quotable for one in near), default=0.0))
    claimed, scored = np.array(claims), np.array(scores)
    pulled = np.array([bool(row.quotes) for row in rows])
    theirs = lexicon.compounds(row.text for row in rows)
    unread = np.flatnonzero([not readable(row.story) for row in rows])
    positive = theirs >= lexicon.POSITIVE
    running = np.flatnonzero([row.running for row in rows])
    return [
        *_quotes(found, rows, claimed, positive),
        *_sentences(NAME, claimed, positive, pulled, at_least=0.60),
        *_sentences(f"{NAME}, unread half", claimed[unread], positive[unread], pulled[unread])[1:2],
        *_sentences(f"{NAME}, paragraphs only", claimed[running], positive[running], pulled[running])[:2],
        *areas(Aim(AREA, NAME, gain=False), scored, theirs, pulled),
        *areas(Aim(AREA, f"{NAME}, paragraphs only", gain=False), scored[running], theirs[running], pulled[running]),
        *shares(
            Aim("stories: quotable sentences are direct speech: precision", NAME, at_least=0.60),
            Portion(np.array([row.spoken for row in rows]), claimed),
            Portion(np.array([row.spoken for row in rows]), positive),
        ),
        *_reachable(rows, scored, pulled),
        exact(NAME, list(heard), list(heard.values())),
    ]


def _reachable(rows: list[Unit], scored: Floats, pulled: Labels) -> list[Figure]:
    """Precision at the highest score that still finds the share of pull quotes asked for: the curve, in four points.

    A sentence that gives no remark scores 0. It depends on the marks of the set, so it says what is in the score, not
    what an installation gets.
    """
    best: dict[tuple[str, int], float] = {}
    for row, score in zip(rows, scored, strict=True):
        for quote in row.quotes:
            best[row.story, quote] = max(best.get((row.story, quote), 0.0), float(score))
    ranked = sorted(best.values(), reverse=True)
    spoken = np.array([row.spoken for row in rows])
    found = []
    for recall in RECALLS:
        least = ranked[math.ceil(recall * len(ranked)) - 1]
        claimed = scored >= max(least, np.nextafter(0.0, 1.0))
        for reading, right in (("stand in a pull quote", pulled), ("are direct speech", spoken)):
            name = f"stories: quotable sentences {reading}: precision at recall {recall:.2f}"
            found.append(share(name, NAME, int((claimed & right).sum()), int(claimed.sum())))
    return found


def _quotes(found: list[Story], rows: list[Unit], claimed: Labels, positive: Labels) -> list[Figure]:
    names = [(story["slug"], at) for story in found for at in range(len(story["quotes"]))]
    place = {name: at for at, name in enumerate(names)}
    hits, base = np.zeros(len(names), dtype=np.bool_), np.zeros(len(names), dtype=np.bool_)
    for row, ours, theirs in zip(rows, claimed, positive, strict=True):
        for quote in row.quotes:
            hits[place[row.story, quote]] |= ours
            base[place[row.story, quote]] |= theirs
    aim = Aim("stories: pull quotes with a quotable sentence: recall", NAME, at_least=0.80, gain=False)
    return shares(aim, among_all(hits), among_all(base))


def _sentences(
    note: str, claimed: Labels, positive: Labels, pulled: Labels, at_least: float | None = None
) -> list[Figure]:
    aim = Aim("stories: quotable sentences stand in a pull quote: precision", note, at_least=at_least)
    return shares(aim, Portion(pulled, claimed), Portion(pulled, positive))


def _bylines(found: list[Story]) -> list[Figure]:
    """Name, title and company in the line under each quote, held against the words marked by hand."""
    marked = json.loads(MARKS.read_text(encoding="utf-8"))
    right: dict[str, list[bool]] = {"name": [], "title": [], "company": []}
    for story in found:
        for at, marks in marked.get(story["slug"], {}).items():
            line = story["quotes"][int(at)]["author"]
            read = byline(line)
            for part, said in zip(right, read, strict=True):
                if marks[part] is not None:
                    start, end = marks[part]
                    right[part].append(said.casefold() == line[start:end].casefold())
    return [
        share(f"stories: {part} in the line under a quote", NAME, sum(hits), len(hits), at_least=0.90)
        for part, hits in right.items()
    ]
