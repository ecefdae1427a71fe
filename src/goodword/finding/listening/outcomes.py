"""Outcomes that a sentence states in figures: what, before, after."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from goodword.finding.listening.cues import lexicon_of
from goodword.finding.listening.lexicon.shape import Quantities, phrases
from goodword.finding.listening.sieve import Said, Sieved, words_of


class Outcome(NamedTuple):
    """An outcome in the words of the sentence.

    Attributes:
        metric: what changed; the verb's word where nothing is named; empty where neither is.
        before: the old value with its unit, as written; empty where only the change is stated.
        after: the new value, or the size of the change ("30 %", "12k a month", "halved"), as written.
        unit: the unit of `after` as written; empty where it has none.
    """

    metric: str
    before: str
    after: str
    unit: str


class Stated(NamedTuple):
    """An outcome and whether it is for the better; None where the words do not tell."""

    outcome: Outcome
    better: bool | None


class _Patterns(NamedTuple):
    changes: tuple[Sieved, ...]
    by: Sieved
    by_after: Sieved
    spared: Sieved
    halves: Sieved
    faster: Sieved
    quantity: re.Pattern[str]


_LONGEST = 400  # characters of a sentence that is searched for figures
_DIGIT = re.compile(r"\d")
_NEAR = r"(?:[^\W\d_]{2,12}\s){0,2}"  # about, rund, à peu près
_TRIM = re.compile(
    r"^(?:our|the|my|your|a|an|us|me|unsere[nrms]?|die|der|das|den|nos|notre|les?|la|el|los?|las|nuestr[oa]s?|nossos?"
    r"|nossas?|os?|as?)\s+|\s+(?:time\s)?(?:by|um|de|em|en|is|are|has|have|was|were)$",
    re.IGNORECASE,
)


def _any(written: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases(written), key=lambda p: (-len(p), p)))


def _of(words: Mapping[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    quantities = lexicon_of(language).quantities
    unit = rf"(?:{_of(quantities.minutes)}|{_any(quantities.units)})"
    figure = r"\d+(?:[.,]\d+)*"
    quantity = (
        rf"(?:[$€£]\s?{figure}(?:\s?(?:k|m|bn|million|mio)\b)?|{figure}\s?[$€£]"
        rf"|{figure}(?:\s?-?\s?(?:{unit})(?!\w))?(?:\s(?:{unit})(?!\w))?"
        rf"|(?:{_of(quantities.numbers)})\s(?:[^\W\d_]{{2,10}}\s)?(?:{unit})(?!\w))"
        rf"(?:\s(?:{_any(quantities.per)})(?!\w))?"
    )
    source, target, instead = _any(quantities.source), _any(quantities.target), _any(quantities.instead)

    def compiled(pattern: str, *lists: str) -> Sieved:
        return Sieved(re.compile(pattern, re.IGNORECASE), *lists)

    count = "|".join(re.escape(word) for word in sorted(quantities.numbers) if len(word) > 2)  # noqa: PLR2004 no "a"
    gap = r"[^.;\d]{0,40}?"
    changes: tuple[str, ...] = (
        rf"\b(?:{source})\s{_NEAR}(?P<before>{quantity}){gap}\b(?:{target})\s{_NEAR}(?P<after>{quantity}|(?:{count})\b)",
        rf"\b(?:{target})\s{_NEAR}(?P<after>{quantity}),?\s(?:{source})\s{_NEAR}(?P<before>{quantity})",
        rf"\b(?P<after>{quantity})\b,?\s{gap}\b(?:{instead})\s{_NEAR}(?P<before>{quantity})",
        rf"\b(?:{instead})\s{_NEAR}(?P<before>{quantity}){gap}\b(?P<after>{quantity})",
        rf"\b(?:{_any(quantities.formerly)})\b{gap}\b(?P<before>{quantity})[^;\d]{{0,60}}?\b(?P<after>{quantity})",
    )
    then = _any(quantities.then)
    changes += (
        rf"\b(?P<after>{quantity})(?!\w)[^;\d]{{0,60}}[,;.:]\s(?:[^\W\d_]+\s){{0,3}}(?:{then})\b{gap}\b(?P<before>{quantity})",
        rf"\b(?P<before>{quantity})(?!\w)[^,;.:\d]{{0,50}}?\b(?:{then})\b[^;\d]{{0,40}}?\b(?P<after>{quantity}|(?:{count})\b)",
    )
    needed = (
        *((quantities.source, quantities.target),) * 2,
        *((quantities.instead,),) * 2,
        (quantities.formerly,),
        *((quantities.then,),) * 2,
    )
    change = f"{_any(quantities.down)}|{_any(quantities.up)}"
    moving = f"{quantities.down},{quantities.up}"
    return _Patterns(
        changes=tuple(compiled(pattern, *lists) for pattern, lists in zip(changes, needed, strict=True)),
        by=compiled(
            rf"\b(?P<verb>{change})\b\s?(?P<metric>[^,.;\d]{{0,60}}?)\s?\b(?:{_any(quantities.by)})\s{_NEAR}(?P<after>{quantity})",
            moving,
            quantities.by,
        ),
        by_after=compiled(
            rf"(?P<metric>[^,.;\d]{{3,60}}?)\s(?:{_any(quantities.by)})\s{_NEAR}(?P<after>{quantity})\s"
            rf"(?:[^\W\d_]{{2,12}}\s){{0,2}}?(?P<verb>{change})\b",
            moving,
            quantities.by,
        ),
        spared=compiled(
            rf"\b(?P<verb>{_any(quantities.spared)})\b[^.;\d]{{0,40}}?(?<!\w)(?P<after>{quantity})", quantities.spared
        ),
        halves=compiled(
            rf"\b(?P<after>{_any(quantities.halves)}|{_any(quantities.doubles)})\b\s?(?P<metric>(?:[^\W\d_]+\s?){{0,4}})",
            f"{quantities.halves},{quantities.doubles}",
        ),
        faster=compiled(
            rf"(?<!\w)(?P<after>{quantity}\s(?:{_any(quantities.faster)}|{_any(quantities.slower)}))\b",
            f"{quantities.faster},{quantities.slower}",
        ),
        quantity=re.compile(rf"(?P<figure>{figure}|{_of(quantities.numbers)})\s?-?\s?(?P<unit>{unit})?", re.IGNORECASE),
    )


def searches(language: str) -> tuple[Sieved, ...]:
    """All that a sentence with figures is searched for."""
    patterns = _patterns(language)
    return *patterns.changes, patterns.by, patterns.by_after, patterns.spared, patterns.halves, patterns.faster


@lru_cache(maxsize=8)
def _figure_words(language: str) -> frozenset[str]:
    """Words without which a sentence without digits states no outcome."""
    quantities = lexicon_of(language).quantities
    multiples = (phrase.split()[-1] for phrase in phrases(f"{quantities.halves},{quantities.doubles}"))
    numbers = (word.split()[-1] for word in quantities.numbers)
    return frozenset(word for word in (*multiples, *numbers) if len(word) > 2)  # noqa: PLR2004 no articles


def stated_in(sentence: str, tokens: Sequence[str], language: str) -> Stated | None:
    """The first outcome a sentence states, or None.

    A range ("from 9 to 5") is no outcome: a change needs time or another unit on both sides, or a verb of change.
    `tokens` are the sentence's, see `cues.tokens_of`.
    """
    words = _figure_words(language)
    if words.isdisjoint(tokens) and sentence.isascii() and _DIGIT.search(sentence) is None:
        return None
    figures = sum(1 for token in tokens if token in words or token[0].isdigit())
    if not figures or len(sentence) > _LONGEST:
        return None
    quantities = lexicon_of(language).quantities
    patterns = _patterns(language)
    said = words_of(sentence)
    for place, pattern in enumerate(patterns.changes if figures > 1 else ()):
        match = pattern.search(sentence, said)
        found = _change(sentence, match, place, quantities, patterns) if match is not None else None
        if found is not None:
            return found
    return _single(sentence, said, quantities, patterns)


def _single(sentence: str, said: Said, quantities: Quantities, patterns: _Patterns) -> Stated | None:
    """An outcome stated with one figure: a difference, something spared, a multiple, a comparative."""
    match = patterns.by.search(sentence, said) or patterns.by_after.search(sentence, said)
    if match is not None:
        return _difference(match, quantities, patterns)
    match = patterns.spared.search(sentence, said)
    if match is not None and _unit(match["after"], patterns):
        return Stated(Outcome(match["verb"], "", match["after"].strip(), _unit(match["after"], patterns)), better=True)
    match = patterns.halves.search(sentence, said)
    if match is not None:
        return _multiple(match, quantities)
    match = patterns.faster.search(sentence, said)
    if match is None:
        return None
    worse = match["after"].lower().endswith(tuple(phrases(quantities.slower)))
    change = match["after"].removesuffix(" than").removesuffix(" que")
    return Stated(Outcome("", "", change, _unit(change, patterns)), better=not worse)


def _unit(quantity: str, patterns: _Patterns) -> str:
    for sign in "$€£":
        if sign in quantity:
            return sign
    match = patterns.quantity.search(quantity)
    return (match["unit"] or "") if match else ""


def _value(quantity: str, quantities: Quantities, patterns: _Patterns) -> tuple[float, bool] | None:
    """The size of a quantity and whether it is a time (then in minutes)."""
    match = patterns.quantity.search(quantity)
    if match is None:
        return None
    figure = match["figure"].lower()
    number = quantities.numbers.get(figure)
    if number is None:
        whole, _, cents = figure.rpartition(",") if figure.count(",") == 1 else (figure, "", "")
        text = f"{whole}.{cents}" if whole and len(cents) in {1, 2} else figure.replace(",", "")
        if text.count(".") > 1:
            text = text.replace(".", "")
        number = float(text)
    minutes = quantities.minutes.get((match["unit"] or "").lower())
    return (number * minutes, True) if minutes else (number, False)


def _has(sentence: str, written: str) -> bool:
    lowered = f" {' '.join(re.findall(r'[^\W_]+', sentence.lower()))} "
    return any(phrase in lowered for phrase in _padded(written))


@lru_cache(maxsize=256)
def _padded(written: str) -> frozenset[str]:
    return frozenset(f" {phrase} " for phrase in phrases(written))


def _wanted(words: str, quantities: Quantities) -> int:
    """1 where more of it is wanted, -1 where less is, 0 where the words do not tell."""
    if _has(words, quantities.wants_more):
        return 1
    return -1 if _has(words, quantities.wants_less) else 0


_DIRECTED = 2  # the patterns before this one say which value is old and which is new beyond doubt


def _change(
    sentence: str, match: re.Match[str], pattern: int, quantities: Quantities, patterns: _Patterns
) -> Stated | None:
    before, after = match["before"].strip(), match["after"].strip()
    old, new = _value(before, quantities, patterns), _value(after, quantities, patterns)
    lists = (quantities.down, quantities.up, quantities.moved, quantities.formerly, quantities.instead, quantities.then)
    changes = any(_has(sentence, written) for written in lists)
    if old is None or new is None or not changes:
        return None
    outcome = Outcome(
        _metric(sentence[: match.start()]), before, after, unit := _unit(after, patterns) or _unit(before, patterns)
    )
    wanted = _wanted(sentence, quantities)
    if old[1] and new[1]:
        if wanted > 0:
            return Stated(outcome, better=None)
        return Stated(outcome, better=_less(new[0], old[0]) if pattern < _DIRECTED else (new[0] < old[0]) or None)
    if old[1] or new[1] or new[0] == old[0]:
        return None
    share = unit.startswith("%") or "percent" in unit or "cent" in unit
    falls = _has(sentence, quantities.down)
    if new[0] > old[0]:
        good = wanted > 0 or (share and wanted == 0 and not falls)
    else:
        good = wanted < 0 or (not share and wanted == 0)
    return Stated(outcome, better=good or None)


def _less(new: float, old: float) -> bool | None:
    return None if new == old else new < old


def _metric(words: str) -> str:
    """The last few words before a figure or after a verb, without article and verb."""
    clause = re.split(r"[,.;:!?]", words)[-1].strip()
    for _ in range(3):
        clause = _TRIM.sub("", clause).strip()
    kept = clause.split()
    return " ".join(kept[-6:])


def _difference(match: re.Match[str], quantities: Quantities, patterns: _Patterns) -> Stated:
    verb, after = match["verb"].lower(), match["after"].strip()
    metric = _metric(match["metric"]) or _metric(match.string[: match.start()])
    down = verb in set(phrases(quantities.down))
    wanted = _wanted(metric, quantities) or _wanted(match.string, quantities)
    better: bool | None = (wanted < 0) == down if wanted else None
    return Stated(Outcome(metric, "", after, _unit(after, patterns)), better=better)


def _multiple(match: re.Match[str], quantities: Quantities) -> Stated:
    word = match["after"].lower()
    metric = _metric(match["metric"]) or _metric(match.string[: match.start()])
    halves = word in set(phrases(quantities.halves))
    wanted = _wanted(metric, quantities)
    better: bool | None = None
    if halves:
        better = wanted <= 0
    elif wanted or word.endswith(("fast", "schnell", "vite", "rapide", "rápido")):
        better = wanted >= 0
    return Stated(Outcome(metric, "", match["after"], ""), better=better)
