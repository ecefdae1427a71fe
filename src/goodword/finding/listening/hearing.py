"""One text in, its remarks out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, Lexicon, cues_of, lexicon_of, tokens_of
from goodword.finding.listening.judging.judgement import Judgement, judge
from goodword.finding.listening.outcomes.differences import outcome_in
from goodword.finding.listening.outcomes.stated import Outcome
from goodword.finding.listening.quoting.crediting import credited, credits_in
from goodword.finding.listening.quoting.quotable import QUOTABLE, quotability, quotations, stands_in
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of, sentence_language
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences
from goodword.finding.listening.themes.tree import Finder, finder_of, themes_in

RULES_VERSION = "rules-3"
"""The name of these rules; with the model's it stands on every remark and in its id."""

LONGEST_SENTENCE = 1000
"""Characters; what is longer is no sentence and is not quoted."""

NEUTRAL = "neutral"

type Before = tuple[str, Sequence[str]]
"""The sentence before, and its tokens."""

_CHANGED = frozenset(("win", "praise", "complaint"))
_SUPPOSING = frozenset(("would", "future", "if", "wish"))

_FELT = 0.22  # polarity from which a sentence that means nothing for advocacy still shows a feeling
EVALUATING = frozenset(("survey", "review"))  # channels where a lone "Perfect!" evaluates


class Remark(NamedTuple):
    """One sentence of a customer's person that means something for advocacy.

    Attributes:
        start: offset of its first character in the text.
        end: offset just past its last.
        quote: the exact words, `text[start:end]`.
        language: BCP 47 tag.
        polarity: -1 (bitter) to 1 (delighted).
        kind: praise, win, thanks, complaint, wish or neutral.
        themes: what it is about, sorted.
        outcome: what changed, where that is stated in figures.
        speaker: who said it, where the text names a speaker.
        words: the sentence without tags and the like, as it was judged.
        judged: the rules' judgement, with what they saw.
        quotable: 0 to 1, how fit its words are to be quoted.
    """

    start: int
    end: int
    quote: str
    language: str
    polarity: float
    kind: str
    themes: tuple[str, ...]
    outcome: Outcome | None
    speaker: str
    words: str
    judged: Judgement
    quotable: float = 0.0


def hear(
    text: str,
    *,
    person_name: str = "",
    direction: str = "in",
    channel: str = "",
    features: Sequence[str] = (),
    areas: Mapping[str, str] | None = None,
) -> list[Remark]:
    """The remarks in one text, in order.

    Args:
        text: the words, exactly as they arrived.
        person_name: the customer's person, for telling speakers apart.
        direction: `out` for a text of ours: nothing in it is a customer's remark.
        channel: where it was said; in `survey` and `review` a single word of praise counts.
        features: the product's feature names, for themes.
        areas: the product area of a feature.
    """
    return heard(text, finder_of(features, areas), person_name=person_name, direction=direction, channel=channel)


def heard(
    text: str, finder: Finder, *, person_name: str = "", direction: str = "in", channel: str = ""
) -> list[Remark]:
    """The same with the themes' index made once; see `hear`."""
    words, passages = read(text, person_name=person_name, direction=direction, channel=channel)
    if not passages:
        return []
    language = ""
    mixed = False
    found: list[Remark] = []
    spoken = quotations(words)
    for passage in passages:
        before: Before = ("", ())
        for start, end in sentences(words, passage.start, passage.end):
            if end - start > LONGEST_SENTENCE:
                continue
            if not language:
                language, mixed = language_of(words[passage.start : passages[-1].end])
            sentence = plain(words[start:end])
            own = sentence_language(sentence, language) if mixed else language
            if own not in LANGUAGES:
                continue
            tokens = tokens_of(sentence, lexicon_of(own))
            judged, outcome = _judged(sentence, tokens, own, evaluating=channel in EVALUATING, before=before)
            before = sentence, tokens
            kind = judged.kind or (NEUTRAL if outcome or abs(judged.polarity) >= _FELT else "")
            quoted = stands_in(start, end, spoken)
            fit = quotability(sentence, tokens, judged, own, outcome=outcome, quoted=quoted) if kind or quoted else 0.0
            kind = kind or (NEUTRAL if fit >= QUOTABLE else "")
            if kind:
                themes = tuple(themes_in(tokens, finder))
                quote, speaker = text[start:end], passage.speaker
                meant = (judged.polarity, kind, themes, outcome, speaker, sentence, judged, fit)
                found.append(Remark(start, end, quote, own, *meant))
    return attributed(found, words)


def attributed(found: list[Remark], words: str) -> list[Remark]:
    """The same remarks; whoever the line under a quotation names is the speaker of those inside it."""
    known = credits_in(words) if found else []
    if not known:
        return found
    return [one._replace(speaker=credited(one.start, known) or one.speaker) for one in found]


def judged_sentence(sentence: str, language: str, *, evaluating: bool = False) -> tuple[Judgement, Outcome | None]:
    """What one plain sentence is, and the outcome it states; a language without a lexicon is never judged."""
    if language not in LANGUAGES:
        return Judgement("", 0.0), None
    return _judged(sentence, tokens_of(sentence, lexicon_of(language)), language, evaluating=evaluating)


def _judged(
    sentence: str, tokens: list[str], language: str, *, evaluating: bool, before: Before = ("", ())
) -> tuple[Judgement, Outcome | None]:
    stated = outcome_in(sentence, tokens, language, before)
    better = stated.better if stated else None
    lexicon = lexicon_of(language)
    judged = judge(tokens, lexicon, better=better, acknowledges=not evaluating)
    kept = judged.kind in _CHANGED or (not judged.kind and stated is not None and not _supposed(tokens, lexicon))
    return judged, stated.outcome if stated and kept else None


def _supposed(tokens: list[str], lexicon: Lexicon) -> bool:
    """Whether a sentence asks, wishes or tells what would be: its figures are none that were reached."""
    return "?" in tokens[-1] or any(cue.mark in _SUPPOSING for cue in cues_of(tokens, lexicon))
