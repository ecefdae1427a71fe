"""Which words of a sentence may name what it is about, without a parser: what stands between the small words.

A phrase is one to three words in a row that are neither small words nor words that judge, count or measure. Before
nouns stand articles and possessives: that is how a noun is told from a verb, by how often one stands there.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of
from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.themes.words import BEFORE, COMMON, LEADING, LINKING, SMALL

LONGEST = 3
"""Words of a phrase, a linking one among them."""

_SHORTEST = 3  # letters of a phrase of one word
_MAY_NAME = frozenset(("serves", "nothing", "about", "self", "courtesy", "another"))  # marks that judge nothing
_VAGUE = frozenset(("about", "self", "problem"))  # marks of words that alone name nothing in particular
_COUNTING = ("down", "up", "moved", "spared", "halves", "doubles", "faster", "slower", "by", "instead", "then", "per")

type Phrase = tuple[str, ...]


class Standing(NamedTuple):
    """One phrase where it stands.

    Attributes:
        words: lower case.
        led: whether an article, a possessive or the like stands before it; for several words a preposition or the
            beginning of the sentence does, for a single one it does not, as verbs stand there too.
        closed: whether what follows it is no word that could belong to it.
    """

    words: Phrase
    led: bool
    closed: bool


class Grammar(NamedTuple):
    """What tells phrases apart in one language.

    Attributes:
        leading: words that stand before nouns.
        before: prepositions.
        linking: words that may stand inside a phrase.
        closing: words that stand in no phrase, but for the linking ones.
        vague: words that name nothing when they stand alone.
    """

    leading: frozenset[str]
    before: frozenset[str]
    linking: frozenset[str]
    closing: frozenset[str]
    vague: frozenset[str]


@lru_cache(maxsize=len(LANGUAGES))
def grammar_of(language: str) -> Grammar:
    """The grammar of one of `LANGUAGES`: its small words, and from its lexicon what judges, counts and measures."""
    lexicon = lexicon_of(language)
    alone = {first: entry.mark for first, rest in lexicon.entries.items() for entry in rest if not entry.rest}
    amounts = lexicon.quantities
    counting = {word for name in _COUNTING for word in _words(getattr(amounts, name))}
    measuring = {word for name in (*amounts.numbers, *amounts.minutes) for word in name.split()}
    tables = (LEADING, BEFORE, LINKING, SMALL, COMMON)
    leading, before, linking, small, common = (_words(table[language]) for table in tables)
    judging = {word for word, mark in alone.items() if mark not in _MAY_NAME and mark != "problem"}
    vague = {word for word, mark in alone.items() if mark in _VAGUE}
    return Grammar(
        frozenset(leading),
        frozenset(before),
        frozenset(linking),
        frozenset(judging | counting | measuring | leading | before | linking | small),
        frozenset(common | vague | _words(amounts.units)),
    )


def _words(written: str) -> set[str]:
    return {phrase for phrase in phrases(written) if " " not in phrase}


def phrases_in(tokens: Sequence[str], grammar: Grammar) -> Iterator[Standing]:
    """Every phrase of a sentence that may name something, where it stands.

    Args:
        tokens: the sentence, see `tokens_of`.
        grammar: of its language.
    """
    naming = [token not in grammar.closing and _names(token) for token in tokens]
    count = len(tokens)
    for start, begins in enumerate(naming):
        if not begins:
            continue
        led = start > 0 and tokens[start - 1] in grammar.leading
        bare = start == 0 or tokens[start - 1] in grammar.before
        for end in range(start + 1, min(start + LONGEST, count) + 1):
            if not naming[end - 1]:
                if tokens[end - 1] in grammar.linking:
                    continue
                break
            words = tuple(tokens[start:end])
            if _means(words, grammar):
                yield Standing(words, led or (bare and len(words) > 1), end == count or not naming[end])


def _names(token: str) -> bool:
    return token[0].isalpha() and not token[-1].isdigit()


def _means(words: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase is more than a letter or a word for anything."""
    if len(words) == 1:
        return len(words[0]) >= _SHORTEST and words[0] not in grammar.vague
    return not all(word in grammar.vague or word in grammar.linking for word in words)
