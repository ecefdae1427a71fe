"""The shipped listener, asked the way the evaluation asks: the only place that knows its functions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.quality.figures import Figure, wilson
from goodword.finding.listening.hearing import Remark, hear, judged_sentence
from goodword.finding.listening.learning.model import softmax
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import sure
from goodword.finding.listening.learning.verdicts import Verdict, judged_batch, odds_of
from goodword.finding.listening.listener import TELLING
from goodword.finding.listening.quoting.bylines import bylines_in
from goodword.finding.listening.quoting.quotable import QUOTABLE
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences

GOOD = frozenset(("praise", "win"))
WARM = frozenset((*GOOD, "thanks"))
SAID = frozenset((*WARM, "complaint"))
REVIEW, COMMUNITY, WRITTEN = "review", "community", ""


class Byline(NamedTuple):
    """Who said it, as the line under a quote tells; empty where the reading gives nothing."""

    speaker: str
    title: str
    company: str


def remarks(texts: Iterable[str], channel: str) -> list[list[Remark]]:
    """The remarks of each text as they are published: rules and shipped model, silent where they are not sure."""
    heard = [hear(text, channel=channel) for text in texts]
    together = [one for found in heard for one in found]
    verdicts = iter(judged_batch(together, [channel] * len(together), shipped()))
    return [[_said(one, next(verdicts)) for one in found] for found in heard]


class Answer(NamedTuple):
    """What is said of a text: of its remarks the one that the listener is surest of.

    Attributes:
        kind: what the rules say that it is; empty where they hear nothing.
        sure: how likely that is not wrong, as layer 2 has it.
        polarity: the rules' own, -1 to 1.
        spoken: whether it is said where one in ten remarks of a kind may be wrong.
    """

    kind: str = ""
    sure: float = 0.0
    polarity: float = 0.0
    spoken: bool = False


def answers(texts: Sequence[str], channel: str) -> list[Answer]:
    """One answer a text, wishes and neutral remarks apart."""
    model = shipped()
    found = [Answer()] * len(texts)
    heard = [(at, one) for at, text in enumerate(texts) for one in hear(text, channel=channel) if one.kind in SAID]
    together = [one for _at, one in heard]
    chance = softmax(odds_of(together, [channel] * len(together), model))
    verdicts = judged_batch(together, [channel] * len(together), model)
    for (at, one), row, verdict in zip(heard, chance, verdicts, strict=True):
        likely = float(sure(row[None, :], model.kinds, one.kind)[0])
        if likely > found[at].sure:
            found[at] = Answer(one.kind, likely, one.polarity, verdict.kind == one.kind)
    return found


def _said(remark: Remark, verdict: Verdict) -> Remark:
    return remark._replace(kind=verdict.kind, outcome=remark.outcome if verdict.kind in TELLING else None)


def polarity(text: str, channel: str) -> float:
    """The mean polarity of a text's sentences, -1 to 1; neutral sentences have theirs, a text without words has 0."""
    words, passages = read(text, channel=channel)
    found: list[float] = []
    for passage in passages:
        language = language_of(words[passage.start : passage.end])[0]
        for start, end in sentences(words, passage.start, passage.end):
            judged, _ = judged_sentence(plain(words[start:end]), language, evaluating=channel == REVIEW)
            found.append(judged.polarity)
    return sum(found) / len(found) if found else 0.0


def quotable(remark: Remark) -> bool:
    """Whether the listener calls a remark quotable."""
    return remark.quotable >= QUOTABLE


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, as the listener parts them."""
    return sentences(text, 0, len(text))


def byline(line: str) -> Byline:
    """What the listener reads from the line under a quote, of the first person it names."""
    found = bylines_in(line)
    return Byline(*(line[start:end] for start, end in found[0])) if found else Byline("", "", "")


def exact(note: str, texts: Sequence[str], heard: Sequence[Sequence[Remark]]) -> Figure:
    """How many quotes are, character for character, what stands at their place."""
    right = [text[one.start : one.end] == one.quote for text, found in zip(texts, heard, strict=True) for one in found]
    name, target = "quotes that are exact substrings", "1.00"
    interval = wilson(sum(right), len(right))
    if interval is None:
        return Figure(name, note, 0, target=target)
    value, low, high = interval.value, interval.low, interval.high
    return Figure(name, note, len(right), value, low, high, target=target, met=all(right))
