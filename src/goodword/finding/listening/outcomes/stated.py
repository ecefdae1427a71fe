"""Outcomes that a sentence states in figures: what, before, after."""

import re
from functools import lru_cache
from typing import NamedTuple

from goodword.finding.listening.judging.cues import lexicon_of
from goodword.finding.listening.lexicon.shape import Quantities, phrases
from goodword.finding.listening.outcomes.amounts import (
    NEAR,
    amount,
    any_of,
    changed,
    count,
    has,
    metric_of,
    spans,
    unit_of,
    value_of,
)
from goodword.finding.listening.outcomes.amounts import wanted as more_wanted
from goodword.finding.listening.outcomes.sieve import AMOUNTS, FIGURE, FIGURES, Sieved, promising, sieve_of


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

    @property
    def singles(self) -> tuple[Sieved, ...]:
        """Those that need one figure."""
        return self.by, self.by_after, self.spared, self.halves, self.faster


_NAMED = 40  # characters after a comparative in which its thing is named
_LONGEST = 400  # characters of a sentence that is searched for figures


def _changes(language: str) -> tuple[Sieved, ...]:
    """An old value and a new one; the first `_DIRECTED` say beyond doubt which is which."""
    quantities, quantity = lexicon_of(language).quantities, amount(language)
    source, target, instead = any_of(quantities.source), any_of(quantities.target), any_of(quantities.instead)
    counted, gap, alone = count(language), r"[^.;\d]{0,60}?", spans(language)
    near = rf"(?:{NEAR}(?={quantity}|(?:{counted})\b))?"  # "about" in "to about nine", never "nine" in "to nine days"
    changes: tuple[str, ...] = (
        rf"\b(?:{source})\s{NEAR}(?P<before>{quantity}){gap}\b(?:{target})\s{near}(?P<after>{quantity}|(?:{counted})\b|{alone})",
        rf"\b(?:{target})\s{NEAR}(?P<after>{quantity}),?\s(?:{source})\s{NEAR}(?P<before>{quantity})",
        rf"\b(?P<after>{quantity})\b,?\s{gap}\b(?:{instead})\s{near}(?P<before>{quantity}|(?:{counted})\b|{alone})",
        rf"\b(?:{instead})\s{NEAR}(?P<before>{quantity}){gap}\b(?P<after>{quantity})",
        rf"\b(?:{any_of(quantities.formerly)})\b{gap}\b(?P<before>{quantity})[^;\d]{{0,60}}?\b(?P<after>{quantity})",
    )
    then = any_of(quantities.then)
    changes += (
        rf"\b(?P<after>{quantity})(?!\w)[^;\d]{{0,60}}[,;.:]\s(?:[^\W\d_]+\s){{0,3}}(?:{then})\b{gap}\b(?P<before>{quantity})",
        rf"\b(?P<before>{quantity})(?!\w)[^,;.:\d]{{0,50}}?\b(?:{then})\b[^;\d]{{0,40}}?\b(?P<after>{quantity}|(?:{counted})\b)",
    )
    needed = (
        *((quantities.source, quantities.target),) * 2,
        *((quantities.instead,),) * 2,
        (quantities.formerly,),
        *((quantities.then,),) * 2,
    )
    old = rf"\b(?:{instead})\s(?:{NEAR}(?:{quantity}|(?:{counted})\b)|{alone})"
    parts = ("", "", old, old, "", "", "")
    # "from ten days to a week", "an hour instead of days"; elsewhere an article is no figure
    amounts = (AMOUNTS | FIGURE, FIGURES, AMOUNTS, *(FIGURES,) * 4)
    sieved = sieve_of(language).sieved
    return tuple(
        sieved(pattern, *lists, amounts=bits, part=part)
        for pattern, lists, bits, part in zip(changes, needed, amounts, parts, strict=True)
    )


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    quantities = lexicon_of(language).quantities
    quantity, sieved = amount(language), sieve_of(language).sieved
    change = f"{any_of(quantities.down)}|{any_of(quantities.up)}"
    moving = f"{quantities.down},{quantities.up}"
    return _Patterns(
        changes=_changes(language),
        by=sieved(
            rf"\b(?P<verb>{change})\b\s?(?P<metric>[^,.;\d]{{0,60}}?)\s?\b(?:{any_of(quantities.by)})\s{NEAR}(?P<after>{quantity})",
            moving,
            quantities.by,
        ),
        by_after=sieved(
            rf"(?P<metric>[^,.;\d]{{3,60}}?)\s(?:{any_of(quantities.by)})\s{NEAR}(?P<after>{quantity})\s"
            rf"(?:[^\W\d_]{{2,12}}\s){{0,2}}?(?P<verb>{change})\b",
            moving,
            quantities.by,
        ),
        spared=sieved(
            rf"\b(?P<verb>{any_of(quantities.spared)})\b[^.;\d]{{0,40}}?(?<!\w)(?P<after>{quantity})", quantities.spared
        ),
        halves=sieved(
            rf"\b(?P<after>{any_of(quantities.halves)}|{any_of(quantities.doubles)})\b(?!\san?\s)\s?(?P<metric>(?:[^\W\d_]+\s?){{0,4}})",
            f"{quantities.halves},{quantities.doubles}",
            amounts=0,
        ),
        faster=sieved(
            rf"(?<!\w)(?P<after>{quantity}\s(?:{any_of(quantities.faster)}|{any_of(quantities.slower)}))\b",
            f"{quantities.faster},{quantities.slower}",
        ),
    )


def searches(language: str) -> tuple[Sieved, ...]:
    """All that a sentence with figures is searched for."""
    patterns = _patterns(language)
    return *patterns.changes, *patterns.singles


def stated_in(sentence: str, bits: int, language: str) -> Stated | None:
    """The first outcome a sentence states, or None.

    A range ("from 9 to 5") is no outcome: a change needs time or another unit on both sides, or a verb of change.
    `bits` are the sentence's, see `sieve`.
    """
    if len(sentence) > _LONGEST:
        return None
    patterns = _patterns(language)
    for place, pattern in promising(patterns.changes, bits):
        match = pattern.search(sentence, bits)
        found = _change(sentence, match, place, language) if match is not None else None
        if found is not None:
            return found
    return _single(sentence, bits, patterns, language) if promising(patterns.singles, bits) else None


def _single(sentence: str, bits: int, patterns: _Patterns, language: str) -> Stated | None:
    """An outcome stated with one figure: a difference, something spared, a multiple, a comparative."""
    quantities = lexicon_of(language).quantities
    match = patterns.by.search(sentence, bits) or patterns.by_after.search(sentence, bits)
    if match is not None:
        return _difference(match, language)
    match = patterns.spared.search(sentence, bits)
    if match is not None and unit_of(match["after"], language):
        return Stated(
            Outcome(match["verb"], "", match["after"].strip(), unit_of(match["after"], language)), better=True
        )
    match = patterns.halves.search(sentence, bits)
    if match is not None:
        return _multiple(match, quantities)
    match = patterns.faster.search(sentence, bits)
    if match is None:
        return None
    worse = match["after"].lower().endswith(tuple(phrases(quantities.slower))) or _less_of_good(match, quantities)
    change = match["after"].removesuffix(" than").removesuffix(" que")
    return Stated(Outcome("", "", change, unit_of(change, language)), better=not worse)


def _less_of_good(match: re.Match[str], quantities: Quantities) -> bool:
    """Whether a comparative says that there is less of what one wants more of: "revenue is 60 % lower"."""
    if not match["after"].lower().endswith(tuple(phrases(quantities.smaller))):
        return False
    after = match.string[match.end() : match.end() + _NAMED].split()[:3]
    near = f"{metric_of(match.string[: match.start()])} {' '.join(after)}"
    return not has(near, quantities.wants_less) and has(near, quantities.wants_more)


_INSTEAD = 2  # the place of the pattern that may leave the old value's unit out
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\u2013\u2014])")
_DIRECTED = 2  # the patterns before this one say which value is old and which is new beyond doubt


def _change(sentence: str, match: re.Match[str], pattern: int, language: str) -> Stated | None:
    quantities = lexicon_of(language).quantities
    before, after = match["before"].strip(), match["after"].strip()
    whole = before
    bare = before.lower() not in quantities.minutes and not unit_of(before, language)
    if pattern == _INSTEAD and bare and _ENDS.match(sentence, match.end("before")):
        whole = f"{before} {unit_of(after, language)}".strip()  # four days instead of nine
    old, new = value_of(whole, language), value_of(after, language)
    lists = (quantities.down, quantities.up, quantities.moved, quantities.formerly, quantities.instead, quantities.then)
    changes = any(has(sentence, written) for written in lists)
    if old is None or new is None or not changes:
        return None
    outcome = Outcome(
        changed(metric_of(sentence[: match.start()]), quantities),
        before,
        after,
        unit := unit_of(after, language) or unit_of(before, language),
    )
    wanted = more_wanted(sentence, quantities)
    if old[1] and new[1]:
        if wanted > 0:
            return Stated(outcome, better=None)
        return Stated(outcome, better=_less(new[0], old[0]) if pattern < _DIRECTED else (new[0] < old[0]) or None)
    if old[1] != new[1] and pattern == 0 and has(sentence, quantities.moved):
        return Stated(outcome, better=None)  # from every four weeks to three times a day
    if old[1] or new[1] or new[0] == old[0]:
        return None
    share = unit.startswith("%") or "percent" in unit or "cent" in unit
    falls = has(sentence, quantities.down)
    if new[0] > old[0]:
        good = wanted > 0 or (share and wanted == 0 and not falls)
    else:
        good = wanted < 0 or (not share and wanted == 0)
    return Stated(outcome, better=good or None)


def _less(new: float, old: float) -> bool | None:
    return None if new == old else new < old


def _difference(match: re.Match[str], language: str) -> Stated:
    quantities = lexicon_of(language).quantities
    verb, after = match["verb"].lower(), match["after"].strip()
    metric = metric_of(match["metric"]) or metric_of(match.string[: match.start()])
    down = verb in set(phrases(quantities.down))
    wanted = more_wanted(metric, quantities) or more_wanted(match.string, quantities)
    better: bool | None = (wanted < 0) == down if wanted else None
    return Stated(Outcome(metric, "", after, unit_of(after, language)), better=better)


def _multiple(match: re.Match[str], quantities: Quantities) -> Stated:
    word = match["after"].lower()
    metric = metric_of(match["metric"]) or metric_of(match.string[: match.start()])
    halves = word in set(phrases(quantities.halves))
    wanted = more_wanted(metric, quantities)
    better: bool | None = None
    if halves:
        better = wanted <= 0
    elif wanted or word.endswith(("fast", "schnell", "vite", "rapide", "rápido")):
        better = wanted >= 0
    return Stated(Outcome(metric, "", match["after"], ""), better=better)
