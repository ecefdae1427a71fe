"""Outcomes in nouns, multiples and pairs: "a 40 % reduction in", "three times faster", "It took a day. Now an hour.".

What each pattern cannot do without, besides a digit, a number word or a word of `folds` or `fractions`: a word of
`lessening`, `savings` or `growing`; of `than`; of `folds`; of `factor`; of `by` with a verb of change; of `formerly` or
`then`. That word is a list of its `Sieved`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from goodword.finding.listening.judging.cues import lexicon_of
from goodword.finding.listening.lexicon.shape import Quantities, phrases
from goodword.finding.listening.outcomes.amounts import (
    FIGURE,
    NEAR,
    amount,
    any_of,
    count,
    has,
    metric_of,
    ranged,
    spans,
    unit_of,
    value_of,
    wanted,
)
from goodword.finding.listening.outcomes.sieve import AMOUNT, AMOUNTS, Sieve, Sieved, promising, sieve_of
from goodword.finding.listening.outcomes.stated import Outcome, Stated, stated_in
from goodword.finding.listening.outcomes.stated import searches as stated_patterns

LONGEST = 400
"""Characters of one sentence, or of two, that are searched."""

_WARNED = 40  # characters before an outcome in which a word makes it a plan


class _Patterns(NamedTuple):
    bare: Sieved
    nouns: tuple[Sieved, ...]
    multiple: Sieved
    fold: Sieved
    factor: Sieved
    fraction: Sieved
    pairs: tuple[Sieved, ...]
    planned: re.Pattern[str]

    @property
    def sizes(self) -> tuple[Sieved, ...]:
        """Those that find the size of a change alone, in the order in which they are tried."""
        return *self.nouns, self.bare, self.fraction, self.factor, self.multiple, self.fold


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    known = lexicon_of(language).quantities
    much, number = amount(language), rf"(?:{FIGURE}|(?:{count(language)}))"
    compiled = sieve_of(language).sieved
    times = rf"\s?-?(?:{any_of(known.times)})(?!\w)"
    between = any_of(known.ranges)
    several = rf"{number}(?:{times}\s(?:{between})\s{number}|{ranged(language)}){times}"
    folds = rf"{any_of(known.folds)}|{FIGURE}[\s-](?:fold|fach|fache|facher|fachen)"
    change = f"{known.down},{known.up}"
    return _Patterns(
        bare=compiled(
            rf"(?<!\w)(?P<verb>{any_of(_verbs(change, known.than))})\s"
            rf"(?:(?:{any_of(known.roughly)})\s)?(?P<after>{_share(language)})"
            rf"(?!\w)(?!\s(?:{any_of(f'{known.than},{known.of}')})(?!\w))(?P<metric>)",
            change,
        ),
        nouns=_nouns(language, much),
        multiple=compiled(
            rf"(?<!\w)(?P<after>(?:{several}|{much}))\s(?:[^\W\d_]{{2,14}}\s)?(?P<verb>{any_of(known.than)})(?!\w)"
            r"(?P<metric>[^,.;\d]{0,60})",
            known.than,
        ),
        fold=compiled(
            rf"(?<!\w)(?P<after>{folds})(?!\w)\s?(?P<metric>[^,.;\d]{{0,60}})",
            f"{known.folds},fold,fach,fache,facher,fachen",
            amounts=0,
        ),
        factor=compiled(
            rf"(?<!\w)(?P<verb>{any_of(known.factor)})\s{NEAR}(?P<after>{number})(?!\w)(?P<metric>)",
            known.factor,
            amounts=0,
        ),
        fraction=compiled(
            rf"\b(?P<verb>{any_of(change)})\b(?P<metric>[^,.;\d]{{0,60}}?)\s(?:{any_of(known.by)})\s{NEAR}"
            rf"(?P<after>{any_of(known.fractions)})(?!\w)",
            change,
            known.fractions,
            amounts=0,
        ),
        pairs=_pairs(language, much),
        planned=re.compile(rf"(?<!\w)(?:{any_of(known.planned)})(?!\w)", re.IGNORECASE),
    )


def _nouns(language: str, much: str) -> tuple[Sieved, ...]:
    """The size of a change beside its noun: "a 40 % reduction in", "a reduction of 40 %", "the reduction is 40 %"."""
    known, sieved = lexicon_of(language).quantities, sieve_of(language).sieved
    listed = f"{known.lessening},{known.savings},{known.growing}"
    noun = rf"(?<!\w)(?P<verb>{any_of(listed)})(?!\w)"
    about = rf"(?:\s(?:{any_of(known.about)})\s(?P<metric>[^,.;\d]{{3,60}}))?"
    thing = about.replace("metric", "thing")
    of, is_ = rf"(?:\s(?:{any_of(known.of)})\s|\sd['’])", rf"\s(?:{any_of(known.amounting)})\s"
    written = (
        rf"(?<!\w)(?P<after>{much}){of}?\s?(?:[^\W\d_]{{2,14}}\s){{0,2}}?{noun}{about}",
        rf"{noun}(?P<metric>[^,.;\d]{{0,50}}?){of}{NEAR}(?P<after>{much}){thing}",
        rf"{noun}(?P<metric>[^,.;\d]{{0,50}}?){is_}{NEAR}(?P<after>{_share(language)})(?!\w)",
    )
    return tuple(sieved(pattern, listed) for pattern in written)


def _verbs(change: str, than: str) -> str:
    """The verbs of a list; "more" compares, "more 40 %" is none."""
    return ",".join(word for word in phrases(change) if word not in set(phrases(than)))


def _share(language: str) -> str:
    """A pattern for a percentage as a figure."""
    signs = any_of(lexicon_of(language).quantities.percent)
    return rf"{FIGURE}{ranged(language)}\s?(?:{signs})"


def _pairs(language: str, much: str) -> tuple[Sieved, ...]:
    """How it was and how it is now, each with its word: in one sentence or in two."""
    known, sieved = lexicon_of(language).quantities, sieve_of(language).sieved
    then, past, now = any_of(known.then), f"{known.formerly},{known.then}", any_of(known.now)
    gap, between = r"[^.;\d]{0,70}?", r"[^\d]{0,80}?"
    with_us = r"[^.!\d]{0,40}[.!]\s(?:with|mit|avec|con|com)\s"
    later, with_words = known.now, "with, mit, avec, con, com"
    written: tuple[tuple[str, ...], ...] = (
        (
            rf"\b(?:{any_of(past)})\b{gap}\b(?P<before>{much}|{spans(language)}){between}\b(?:{now})\b{gap}\b(?P<after>{much})",
            past,
            later,
        ),
        (
            rf"\b(?:{now})\b{gap}\b(?P<after>{much}){between}\b(?:{any_of(past)})\b{gap}\b(?P<before>{much})",
            past,
            later,
        ),
        (
            rf"\b(?P<after>{much})[^\d]{{0,60}}?[.;:,]\s(?:[^\W\d_]+\s){{0,2}}(?:{then})\b{gap}\b(?P<before>{much})",
            known.then,
        ),
        (
            rf"\b(?:{any_of(known.formerly)})\b{gap}\b(?P<before>{much}){with_us}{gap}\b(?P<after>{much})",
            known.formerly,
            with_words,
        ),
    )
    return tuple(sieved(pattern, *needs, amounts=AMOUNTS) for pattern, *needs in written)


@lru_cache(maxsize=8)
def _turns(language: str) -> frozenset[str]:
    """Tokens one of which stands in a pair of sentences that are searched together."""
    known = lexicon_of(language).quantities
    return frozenset(word for phrase in phrases(f"{known.formerly},{known.then}") for word in phrase.split())


@lru_cache(maxsize=8)
def _comparing(language: str) -> frozenset[str]:
    return frozenset(phrases(lexicon_of(language).quantities.than))


def searches(language: str) -> tuple[Sieved, ...]:
    """All that a sentence is searched for."""
    known = _patterns(language)
    return *known.sizes, *known.pairs


def compile_patterns(language: str) -> None:
    """Compile all that sentences of a language are searched for, so that none of them waits for it."""
    for pattern in (*stated_patterns(language), *searches(language)):
        pattern.compile()


@lru_cache(maxsize=8)
def _sieve(language: str) -> Sieve:
    """The sieve of a language that knows what all patterns need."""
    stated_patterns(language)
    searches(language)
    return sieve_of(language)


def outcome_in(
    sentence: str, tokens: Sequence[str], language: str, before: tuple[str, Sequence[str]] = ("", ())
) -> Stated | None:
    """The first outcome a sentence states, by itself or beside the sentence before it; None where none is stated.

    Args:
        sentence: its plain words.
        tokens: the same, see `cues.tokens_of`.
        language: one with a lexicon.
        before: the sentence before it in the same passage and its tokens.
    """
    sieve = _sieve(language)
    if not sieve.may_figure(sentence, tokens):
        return None
    bits = sieve.bits_of(sentence)
    found = stated_in(sentence, bits, language) or difference_in(sentence, bits, language)
    if found is not None or not before[0] or not sieve.may_figure(*before):
        return found
    turns = _turns(language)
    if turns.isdisjoint(tokens) and turns.isdisjoint(before[1]):
        return None
    earlier = sieve.bits_of(before[0])
    if not bits & earlier & AMOUNT:
        return None
    return difference_across(before[0], sentence, bits | earlier | AMOUNTS, language)


def difference_in(sentence: str, bits: int, language: str) -> Stated | None:
    """The first outcome that a sentence states in a noun, a multiple, a fraction or beside how it was, or None."""
    if len(sentence) > LONGEST:
        return None
    known = _patterns(language)
    for _, pattern in promising(known.pairs, bits):
        match = pattern.search(sentence, bits)
        found = _pair(match, language) if match is not None else None
        if found is not None:
            return found
    for _, pattern in promising(known.sizes, bits):
        match = pattern.search(sentence, bits)
        found = _sized(match, language) if match is not None and not _intended(match, known) else None
        if found is not None:
            return found
    return None


def difference_across(previous: str, sentence: str, bits: int, language: str) -> Stated | None:
    """The outcome of two neighbouring sentences, of which one says how it was and one how it is now; or None.

    `bits` are what stands in either, see `sieve`.
    """
    both, edge = f"{previous} {sentence}", len(previous)
    if len(both) > LONGEST:
        return None
    known = _patterns(language)
    for _, pattern in promising(known.pairs, bits):
        match = pattern.search(both, bits)
        if match is None or (match.start("before") < edge) == (match.start("after") < edge):
            continue
        found = _pair(match, language) if not _intended(match, known) else None
        if found is not None:
            return found
    return None


def _intended(match: re.Match[str], known: _Patterns) -> bool:
    """Whether a word shortly before, or inside it, makes an outcome a plan, an expectation or a denial."""
    return known.planned.search(match.string, max(0, match.start() - _WARNED), match.end()) is not None


def _pair(match: re.Match[str], language: str) -> Stated | None:
    before, after = match["before"].strip(), match["after"].strip()
    old, new = value_of(before, language), value_of(after, language)
    unit = unit_of(after, language)
    if old is None or new is None or old == new or old[1] != new[1]:
        return None
    if not old[1] and (not unit or unit.lower() != unit_of(before, language).lower()):
        return None
    outcome = Outcome(metric_of(match.string[: match.start()]), before, after, unit)
    more = wanted(match.string, lexicon_of(language).quantities)
    if old[1]:
        return Stated(outcome, better=True if new[0] < old[0] and more <= 0 else None)
    return Stated(outcome, better=((new[0] > old[0]) == (more > 0) or None) if more else None)


def _sized(match: re.Match[str], language: str) -> Stated | None:
    """An outcome that tells the size of the change alone."""
    known = lexicon_of(language).quantities
    parts = match.groupdict()
    verb, after = (parts.get("verb") or "").lower(), match["after"].strip()
    unit = unit_of(after, language)
    noun = bool(verb) and has(verb, f"{known.lessening},{known.savings},{known.growing}")
    if noun and not unit:
        return None
    if verb in _comparing(language) and not _multiplies(after, unit, known):
        return None
    named = metric_of(parts["metric"] or "") or metric_of(parts.get("thing") or "")
    metric = named or (match["verb"] if noun else metric_of(match.string[: match.start()]))
    return Stated(Outcome(metric, "", after, unit), better=_better(match, verb, f"{metric} {verb}", known))


def _multiplies(after: str, unit: str, known: Quantities) -> bool:
    """Whether an amount before a comparative is a multiple or a share: "3 times more", "20 % higher"."""
    return unit.startswith("%") or "cent" in unit.lower() or after.lower().endswith(tuple(phrases(known.times)))


def _better(match: re.Match[str], verb: str, words: str, known: Quantities) -> bool | None:
    if has(f"{verb} {words}", known.savings) or has(words, known.faster):
        return True
    more = wanted(words, known) or wanted(match.string.replace(match["after"], ""), known)
    shrinks = has(f"{verb} {words}", f"{known.lessening},{known.down}") or verb.startswith(("div", "dividi"))
    grows = has(f"{verb} {words}", f"{known.growing},{known.up},{known.than}") or bool(known.folds)
    if not more or not (shrinks or grows):
        return None
    return (more < 0) == shrinks
