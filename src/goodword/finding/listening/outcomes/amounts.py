"""Amounts as a language writes them: "12k a month", "one to two weeks", "3,200/year"; their size and unit."""

import re
from collections.abc import Mapping
from functools import lru_cache

from goodword.finding.listening.judging.cues import lexicon_of
from goodword.finding.listening.lexicon.shape import Quantities, phrases

FIGURE = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)*"
NEAR = r"(?:[^\W\d_]{2,12}\s){0,2}"
"""Up to two words between a preposition and its figure: about, rund, à peu près."""

_SOME = 2.0  # of a unit that stands alone: "days"
_WORD = re.compile(r"[^\W_]+")
_TRIM = re.compile(
    r"^(?:our|the|my|your|a|an|us|me|unsere[nrms]?|die|der|das|den|nos|notre|les?|la|el|los?|las|nuestr[oa]s?|nossos?"
    r"|nossas?|os?|as?)\s+|\s+(?:time\s)?(?:by|um|de|em|en|is|are|has|have|was|were|now)$",
    re.IGNORECASE,
)


def any_of(written: str) -> str:
    """A pattern for the phrases of a list, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases(written), key=lambda p: (-len(p), p)))


def _of(words: Mapping[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def count(language: str) -> str:
    """A pattern for the number words that are no articles."""
    return "|".join(re.escape(word) for word in sorted(lexicon_of(language).quantities.numbers) if len(word) > 2)  # noqa: PLR2004 no "a"


@lru_cache(maxsize=8)
def ranged(language: str) -> str:
    """A pattern for what makes a figure a range: "-10", "to three"; empty where it is none."""
    between = any_of(lexicon_of(language).quantities.ranges)
    return rf"(?:\s?[-\u2013]\s?{FIGURE}|\s(?:{between})\s(?:{FIGURE}|(?:{count(language)})(?!\w)))?"


@lru_cache(maxsize=8)
def amount(language: str) -> str:
    """A pattern for a figure or number word with its unit and rate. It needs a digit or a number word."""
    quantities = lexicon_of(language).quantities
    unit = _unit(quantities)
    more, time = ranged(language), _of(quantities.minutes)
    first = "".join(sorted({word[0] for word in quantities.numbers}))
    return (
        rf"(?=[\d$€£{first}])"  # passes over the rest without trying every word
        rf"(?:[$€£]\s?{FIGURE}(?:\s?(?:k|m|bn|million|mio)\b)?|{FIGURE}\s?[$€£]"
        rf"|{FIGURE}{more}(?:\s?-?\s?(?:{unit})(?!\w))?(?:\s(?:{unit})(?!\w))?"
        rf"|(?:{_of(quantities.numbers)}){more}\s(?:[^\W\d_]{{2,10}}\s)?(?:{unit})(?!\w))"
        rf"(?:\s(?:{any_of(quantities.per)})(?!\w)|\s?/\s?(?:{time})(?!\w))?"
    )


@lru_cache(maxsize=8)
def spans(language: str) -> str:
    """A pattern for times without a figure, beside another that has one: "in an hour instead of days"."""
    long = {word: size for word, size in lexicon_of(language).quantities.minutes.items() if len(word) > 3}  # noqa: PLR2004 no "h"
    return rf"(?:{_of(long)})(?!\w)"


def _unit(quantities: Quantities) -> str:
    return rf"(?:{_of(quantities.minutes)}|{any_of(quantities.units)})"


@lru_cache(maxsize=8)
def _measure(language: str) -> re.Pattern[str]:
    quantities = lexicon_of(language).quantities
    return re.compile(
        rf"(?P<figure>{FIGURE}|{_of(quantities.numbers)}){ranged(language)}"
        # "nine whole days", but never the month of "826 per month", which is no time
        rf"(?:(?!\s(?:{any_of(quantities.per)})(?!\w))\s[^\W\d_]{{2,10}}(?=\s(?:{_of(quantities.minutes)})(?!\w)))?"
        rf"(?:(?!\s(?:{any_of(quantities.per)})(?!\w))\s?-?\s?(?P<unit>{_unit(quantities)}))?",
        re.IGNORECASE,
    )


def unit_of(quantity: str, language: str) -> str:
    """The unit of an amount as written; empty where it has none."""
    for sign in "$€£":
        if sign in quantity:
            return sign
    match = _measure(language).search(quantity)
    return (match["unit"] or "") if match else ""


def value_of(quantity: str, language: str) -> tuple[float, bool] | None:
    """The size of an amount, of a range its lower end, and whether it is a time (then in minutes)."""
    quantities = lexicon_of(language).quantities
    alone = quantities.minutes.get(quantity.lower())
    if alone is not None:
        return _SOME * alone, True
    match = _measure(language).search(quantity)
    if match is None:
        return None
    figure = re.sub(r"(?<=\d)\s(?=\d)", "", match["figure"].lower())
    number = quantities.numbers.get(figure)
    if number is None:
        whole, _, cents = figure.rpartition(",") if figure.count(",") == 1 else (figure, "", "")
        text = f"{whole}.{cents}" if whole and len(cents) in {1, 2} else figure.replace(",", "")
        if text.count(".") > 1:
            text = text.replace(".", "")
        number = float(text)
    minutes = quantities.minutes.get((match["unit"] or "").lower())
    return (number * minutes, True) if minutes else (number, False)


def has(sentence: str, written: str) -> bool:
    """Whether a sentence holds a phrase of a list, whole words."""
    return any(map(_spaced(sentence).__contains__, _padded(written)))


@lru_cache(maxsize=32)
def _spaced(sentence: str) -> str:
    """The words of a sentence in lower case with a blank before and after each; one is asked for several lists."""
    return f" {' '.join(_WORD.findall(sentence.lower()))} "


@lru_cache(maxsize=256)
def _padded(written: str) -> frozenset[str]:
    return frozenset(f" {phrase} " for phrase in phrases(written))


def wanted(words: str, quantities: Quantities) -> int:
    """1 where more of it is wanted, -1 where less is, 0 where the words do not tell."""
    if has(words, quantities.wants_more):
        return 1
    return -1 if has(words, quantities.wants_less) else 0


def metric_of(words: str) -> str:
    """The last few words before a figure or after a verb, without article and verb."""
    clause = re.split(r"[,.;:!?]", words)[-1].strip()
    for _ in range(3):
        clause = _TRIM.sub("", clause).strip()
    kept = clause.split()
    return " ".join(kept[-6:])


def changed(metric: str, quantities: Quantities) -> str:
    """What a change is about, without who changed it: "onboarding" of "We cut onboarding", "runs" of "runs went"."""
    words = metric.split()
    verbs = _verbs(f"{quantities.down},{quantities.up},{quantities.moved}")
    places = [place for place, word in enumerate(words) if word.lower() in verbs]
    if not places:
        return metric
    at = places[-1]
    return metric_of(" ".join(words[at + 1 :])) or metric_of(" ".join(words[:at]))


@lru_cache(maxsize=8)
def _verbs(written: str) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases(written) if " " not in phrase)
