"""Words that look for an answer: the challenge of a customer story its own story, a question its own answer.

The stories are told in three parts; the challenge looks for the solution with its impact among all stories, with names
of the company left out on both sides. How words are compared was chosen on questions and answers of another set, in
groups as large as the stories; the stories were looked at once, when that was done. Beside it stands TF-IDF without
English stop words, learnt from the same texts.
"""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.quality.data import Data
from bench.quality.figures import SEED, Figure, Floats, bootstrap, skipped
from bench.quality.hearing.stories import stories
from goodword.finding.matching.likeness import likeness

STORIES, QUESTIONS = "k8s_case_studies", "stackexchange_quantum"
FOUND = "words find their own"
AT_ONCE = 33
FIRST = 5
_QUESTION = "1"
_LEAST, _ASKED, _TOLD = 200, 900, 1_100  # letters, so that posts are about as long as parts of stories
_NOT_WORDS = re.compile(r"<pre>.*?</pre>|<code>.*?</code>|\$[^$]*\$|<[^>]+>", re.DOTALL)

type Pairs = list[tuple[str, str]]
type Compare = Callable[[list[str], list[str]], Floats]


def figures(data: Data) -> list[Figure]:
    """Own story first, among the first five, and the mean reciprocal rank; then the gain over TF-IDF."""
    found: list[Figure] = []
    for name, read, note in ((STORIES, _stories, ""), (QUESTIONS, _questions, ", chosen on it")):
        folder = data.find(name)
        if folder is None:
            found.append(skipped(f"{FOUND}: mean reciprocal rank", name, data.why_not()))
        else:
            found += _measured(f"{name}{note}", read(folder))
    return found


def ranks(scores: Floats) -> Floats:
    """The place of each row's own column; equals share theirs."""
    own = np.diag(scores)[:, None]
    places: Floats = 1.0 + (scores > own).sum(axis=1) + ((scores == own).sum(axis=1) - 1) / 2
    return places


def _measured(data: str, groups: list[Pairs]) -> list[Figure]:
    ours, theirs = _placed(groups, _likeness), _placed(groups, _tfidf)
    found = _beside("first", data, _at_most(1 + 1 / 4, ours), _at_most(1 + 1 / 4, theirs))
    found += _beside(f"among the first {FIRST}", data, _at_most(FIRST, ours), _at_most(FIRST, theirs))
    return found + _beside("mean reciprocal rank", data, np.reciprocal(ours), np.reciprocal(theirs))


def _at_most(place: float, places: Floats) -> Floats:
    return (places <= place).astype(np.float64)


def _beside(name: str, data: str, ours: Floats, theirs: Floats) -> list[Figure]:
    """A mean with its interval and TF-IDF's, and the gain on the same draws."""
    n, title, base = ours.size, f"{FOUND}: {name}", float(theirs.mean())
    value = bootstrap(lambda picks: float(ours[picks].mean()), n)
    gain = bootstrap(lambda picks: float((ours - theirs)[picks].mean()), n)
    return [
        Figure(title, data, n, value.value, value.low, value.high, base, "above TF-IDF", value.value > base),
        Figure(f"{title}: gain over TF-IDF", data, n, gain.value, gain.low, gain.high),
    ]


def _placed(groups: list[Pairs], compare: Compare) -> Floats:
    return np.concatenate([ranks(compare(*map(list, zip(*pairs, strict=True)))) for pairs in groups])


def _likeness(wanted: list[str], said: list[str]) -> Floats:
    return likeness(wanted, said)


def _tfidf(wanted: list[str], said: list[str]) -> Floats:
    learnt = TfidfVectorizer(stop_words="english").fit([*wanted, *said])
    scores: Floats = (learnt.transform(wanted) @ learnt.transform(said).T).toarray()
    return scores


def _stories(folder: Path) -> list[Pairs]:
    return [
        [
            (_masked(one["challenge"], one), _masked(f"{one['solution']} {one['impact']}", one))
            for one in stories(folder)
        ]
    ]


def _masked(text: str, story: dict[str, str]) -> str:
    names = {story["company"], story["title"].removesuffix(" Case Study"), story["company"].split()[0]}
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", " ", text, flags=re.IGNORECASE)
    return text


def _questions(folder: Path) -> list[Pairs]:
    """Questions with the answers that were accepted, in groups drawn at random."""
    posts = {row.attrib["Id"]: row.attrib for row in ET.parse(folder / "Posts.xml").getroot()}  # noqa: S314  # read by us only
    pairs = [
        (_plain(row["Body"])[:_ASKED], _plain(posts[row["AcceptedAnswerId"]]["Body"])[:_TOLD])
        for row in posts.values()
        if row["PostTypeId"] == _QUESTION and row.get("AcceptedAnswerId") in posts
    ]
    pairs = [pair for pair in pairs if min(map(len, pair)) >= _LEAST]
    np.random.default_rng(SEED).shuffle(pairs)
    return [pairs[start : start + AT_ONCE] for start in range(0, len(pairs) - AT_ONCE + 1, AT_ONCE)]


def _plain(body: str) -> str:
    return html.unescape(_NOT_WORDS.sub(" ", body))
