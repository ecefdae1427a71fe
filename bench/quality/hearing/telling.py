"""Outcomes told in the section `impact` of customer stories, held against those marked by hand."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.quality.figures import Figure
from bench.quality.hearing.beside import Aim, Portion, among_all, shares
from bench.quality.hearing.listener import WRITTEN, exact, remarks, spans
from goodword.finding.listening.hearing import Remark

NAME = "k8s_case_studies impact"
MARKS = Path(__file__).with_name("outcomes.json")
_FIGURE = re.compile(r"\d")

type Span = list[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An outcome marked by hand: its words, the old value and the new one or the size of the change."""

    span: Span
    before: Span | None
    after: Span


def figures(stories: list[dict[str, Any]]) -> list[Figure]:
    """Recall of outcomes and of their values; precision of sentences; beside calling every figure an outcome."""
    marks = json.loads(MARKS.read_text(encoding="utf-8"))
    texts = [story["impact"] for story in stories]
    heard = remarks(texts, WRITTEN)
    places, values, base = [], [], []
    claims: list[tuple[bool, bool, bool]] = []  # claimed by us, by the baseline, really one
    for story, found in zip(stories, heard, strict=True):
        text, about = story["impact"], marks[story["slug"]]
        expected = [Marked(**one) for one in about["expected"]]
        stated = [one for one in found if one.outcome is not None]
        for one in expected:
            near = [remark for remark in stated if overlap(one.span, remark.start, remark.end)]
            places.append(bool(near))
            values.append(any(same_value(text, one, remark) for remark in near))
            base.append(any(_FIGURE.search(text, *span) for span in spans(text) if overlap(one.span, *span)))
        claims += _claims(text, stated, expected, about["open"])
    return [*_recalled(places, values, base), *_precise(claims), exact(NAME, texts, heard)]


def _claims(text: str, stated: list[Remark], expected: list[Marked], left: list[Span]) -> list[tuple[bool, bool, bool]]:
    """A row for each sentence that is not left open."""
    rows = []
    for start, end in spans(text):
        really = any(overlap(one.span, start, end) for one in expected)
        if really or not any(overlap(span, start, end) for span in left):
            ours = any(overlap([start, end], one.start, one.end) for one in stated)
            rows.append((ours, _FIGURE.search(text, start, end) is not None, really))
    return rows


def overlap(span: Span, start: int, end: int) -> bool:
    """Whether two stretches share a character."""
    return span[0] < end and start < span[1]


def same_value(text: str, marked: Marked, remark: Remark) -> bool:
    """Whether an outcome's new value is the marked one, or its old value is, as far as it names one."""
    if remark.outcome is None:
        return False
    return _same(text, marked.after, remark.outcome.after) or _same(text, marked.before, remark.outcome.before)


def _same(text: str, span: Span | None, said: str) -> bool:
    if span is None or not said:
        return False
    marked, words = (" ".join(re.findall(r"[^\W_]+", one.lower())) for one in (text[span[0] : span[1]], said))
    return bool(marked and words) and (f" {marked} " in f" {words} " or f" {words} " in f" {marked} ")


def _recalled(places: list[bool], values: list[bool], base: list[bool]) -> list[Figure]:
    aim = Aim("stories: outcomes found: recall", NAME, theirs="any digit", gain=False)
    valued = Aim("stories: outcomes found with their value: recall", NAME, theirs="any digit", gain=False)
    theirs = among_all(base)
    return [*shares(aim, among_all(places), theirs), shares(valued, among_all(values), theirs)[1]]


def _precise(claims: list[tuple[bool, bool, bool]]) -> list[Figure]:
    ours, theirs, really = (np.array(column) for column in zip(*claims, strict=True))
    aim = Aim("stories: sentences called an outcome are one: precision", NAME, theirs="any digit", gain=False)
    return shares(aim, Portion(really, ours), Portion(really, theirs))
