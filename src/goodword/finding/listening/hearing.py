"""Texts in, the remarks of each out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, Lexicon, cues_of, lexicon_of, tokens_of
from goodword.finding.listening.judging.judgement import Judgement, judge
from goodword.finding.listening.outcomes.differences import outcome_in
from goodword.finding.listening.outcomes.stated import Outcome, Stated
from goodword.finding.listening.quoting.crediting import credited, credits_in
from goodword.finding.listening.quoting.quotable import KEPT, quotability
from goodword.finding.listening.spoken import Spoken, Text, spoken_in
from goodword.finding.listening.themes.tree import Finder, finder_of, themes_in

RULES_VERSION = "rules-5"
"""The name of these rules; with the model's it stands on every remark and in its id."""

NEUTRAL = "neutral"

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
    (found,) = heard([Text(text, direction, channel, person_name)], finder_of(features, areas))
    return found


def heard(texts: Sequence[Text], finder: Finder, *, silent: bool = False) -> list[list[Remark]]:
    """The remarks in each of several texts, with the themes' index made once; see `hear`.

    Args:
        texts: what was said.
        finder: of themes.
        silent: whether sentences in which the rules hear nothing come as well, with an empty kind: a model that learnt
            words of its own may hear something in them.
    """
    masked, said = spoken_in(texts)
    stated = _stated(said)
    evaluating = [text.channel in EVALUATING for text in texts]
    judged = [
        judge(one.tokens, lexicon_of(one.language), better=better_of(outcome), acknowledges=not evaluating[one.of])
        for one, outcome in zip(said, stated, strict=True)
    ]
    found: list[list[Remark]] = [[] for _ in texts]
    for one, outcome, judgement in zip(said, stated, judged, strict=True):
        remark = _remark(one, texts[one.of].text, judgement, _kept(one, judgement, outcome), finder, silent=silent)
        if remark is not None:
            found[one.of].append(remark)
    return [attributed(remarks, words) for remarks, words in zip(found, masked, strict=True)]


def _stated(said: Sequence[Spoken]) -> list[Stated | None]:
    """The outcome that each sentence states, by itself or beside the one before it."""
    found: list[Stated | None] = []
    words, tokens = "", list[str]()
    for one in said:
        found.append(outcome_in(one.words, one.tokens, one.language, (words, tokens) if one.follows else ("", ())))
        words, tokens = one.words, one.tokens
    return found


def _remark(
    one: Spoken, text: str, judged: Judgement, outcome: Outcome | None, finder: Finder, *, silent: bool
) -> Remark | None:
    """A sentence that means something, shows a feeling, states an outcome or is fit to be quoted; else None.

    Where the rules are silent it comes with an empty kind if that is asked for.
    """
    kind = _kind_of(judged, outcome)
    if not kind and not one.quoted and not silent:
        return None
    fit = quotability(one.words, one.tokens, judged, one.language, outcome=outcome, quoted=one.quoted, apart=one.apart)
    kind = kind or (NEUTRAL if one.quoted and fit >= KEPT else "")
    if not kind and not silent:
        return None
    themes = tuple(themes_in(one.tokens, finder))
    meant = (judged.polarity, kind, themes, outcome, one.speaker, one.words, judged, fit)
    return Remark(one.start, one.end, text[one.start : one.end], one.language, *meant)


def _kind_of(judged: Judgement, outcome: Outcome | None) -> str:
    """What the rules say; neutral where there is a feeling or an outcome and no more, empty where they are silent."""
    return judged.kind or (NEUTRAL if outcome or abs(judged.polarity) >= _FELT else "")


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
    tokens, lexicon = tokens_of(sentence, lexicon_of(language)), lexicon_of(language)
    stated = outcome_in(sentence, tokens, language)
    judged = judge(tokens, lexicon, better=better_of(stated), acknowledges=not evaluating)
    return judged, _reached(judged, stated, tokens, lexicon)


def ruled(sentence: str, language: str, *, evaluating: bool = False) -> str:
    """What the rules say one plain sentence is; neutral for a mere feeling or outcome, empty where they are silent."""
    return _kind_of(*judged_sentence(sentence, language, evaluating=evaluating))


def better_of(stated: Stated | None) -> bool | None:
    """Whether an outcome is an improvement; None where there is none or that is open."""
    return stated.better if stated else None


def _kept(one: Spoken, judged: Judgement, stated: Stated | None) -> Outcome | None:
    return _reached(judged, stated, one.tokens, lexicon_of(one.language)) if stated else None


def _reached(judged: Judgement, stated: Stated | None, tokens: list[str], lexicon: Lexicon) -> Outcome | None:
    """The outcome of a sentence that says it was reached."""
    kept = judged.kind in _CHANGED or (not judged.kind and stated is not None and not _supposed(tokens, lexicon))
    return stated.outcome if stated and kept else None


def _supposed(tokens: list[str], lexicon: Lexicon) -> bool:
    """Whether a sentence asks, wishes or tells what would be: its figures are none that were reached."""
    return "?" in tokens[-1] or any(cue.mark in _SUPPOSING for cue in cues_of(tokens, lexicon))
