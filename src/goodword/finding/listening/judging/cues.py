"""From a sentence to the cues in it: words weighed, steering words marked."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from itertools import compress
from typing import NamedTuple

from goodword.finding.listening.lexicon.shape import Entry, Index, Opening, Quantities, Words, index_of, openings_of

_MOST_KEPT = 50_000  # tokens of a language: about five megabytes
_LONGEST_KEPT = 30

LANGUAGES = ("en", "de", "fr", "es", "pt")
"""The languages with a lexicon."""

_ADDRESS = re.compile(r"(?:https?://|www\.|ftp://|\S{1,64}@)\S{1,500}")  # no words; a colon and a slash in it no face
_TOKEN = re.compile(
    r":[a-z][a-z_]{1,30}:|:[+-]1:"  # pictures by name, on lower-cased text
    r"|[:;=]['o]?-?[)(dp](?![^\W_])|(?<![\w/:]):-?[/|\\](?![\w/|])|<3|\^_?\^|-[._]-"  # faces
    r"|[^\W_]+(?:['’][^\W_]+)*"
    r"|[.…]+|[!?¡¿]+|[,;:()\u2013\u2014\"“”„«»]"
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]"
)
# The same for words of ASCII letters in which no face can stand, to which sets of a few characters are enough.
_PLAIN = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*|\.+|[!?]+|[,()\"]")
_FACES = re.compile(r"[:;=<^]|-[._]")
_STOPS = frozenset(',;:()\u2013\u2014"“”„«»')

_PICTURES: dict[str, float] = {
    **dict.fromkeys("😀😃😄😁😊🙂😉👍👌🙏💪😂😅😆😜😝", 1.2),
    **dict.fromkeys("😍🥰🤩🎉🚀🔥💯🏆❤💖⭐🌟🙌👏✨", 1.6),
    **dict.fromkeys(":) :-) ;) ;-) =) :d :-d =d ;d :p :-p ;p =p :o) <3 ^^ ^_^".split(), 1.2),
    **dict.fromkeys(
        ":smile: :smiley: :grin: :grinning: :laughing: :joy: :wink: :blush: :relaxed: :+1: :thumbsup:".split(), 1.2
    ),
    **dict.fromkeys(
        ":heart: :tada: :clap: :rocket: :sparkles: :star: :star2: :raised_hands: :heart_eyes: :beers:".split(), 1.6
    ),
    **dict.fromkeys("😞😟😢😭😠😡🤬👎💩😤😩😫🤦", -1.6),
    **dict.fromkeys(":( :-( =( :'( :o( :/ :-/ :\\ :-\\ :| :-| -.- -_-".split(), -1.5),
    **dict.fromkeys(
        ":cry: :sob: :disappointed: :confused: :worried: :angry: :rage: :-1: :thumbsdown: :facepalm:".split(), -1.6
    ),
}


class Cue(NamedTuple):
    """One thing that a sentence says.

    Attributes:
        at: index of its first token.
        length: number of tokens.
        mark: what it does: `good`, `bad`, `problem`, `gain`, `stop`, `end` or a steering mark of the lexicon.
        weight: how much it adds.
    """

    at: int
    length: int
    mark: str
    weight: float


class Readings(dict[str, Opening | None]):
    """What each token may open: None for a word that no phrase begins with.

    Words that no lexicon has and signs are looked at once and kept, as far as there is room: most words are said often.
    """

    def __missing__(self, token: str) -> Opening | None:
        """What a token opens that was not met yet."""
        found = None if token[0].isalnum() else Opening(_sign(token), {})
        if len(self) < _MOST_KEPT and len(token) <= _LONGEST_KEPT:
            self[token] = found
        return found


class Lexicon(NamedTuple):
    """A language, ready to use."""

    language: str
    entries: Index
    readings: "Readings"
    contractions: Mapping[str, tuple[str, ...]]
    splits_apostrophe: bool
    quantities: Quantities


@lru_cache(maxsize=len(LANGUAGES))
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`, built once."""
    module = import_module(f"goodword.finding.listening.lexicon.{language}")
    words: Words = module.WORDS
    quantities: Quantities = module.QUANTITIES
    contractions = {short: tuple(long.split()) for short, long in words.contractions.items()}
    index = index_of(words)
    return Lexicon(
        words.language, index, Readings(openings_of(index)), contractions, words.splits_apostrophe, quantities
    )


def tokens_of(sentence: str, lexicon: Lexicon) -> list[str]:
    """The words, marks and pictures of a sentence, lower case, contractions written out."""
    words = sentence.lower()
    if "/" in words or "@" in words or "www." in words:
        words = _ADDRESS.sub(" ", words)
    plain = words.isascii() and _FACES.search(words) is None
    written: list[str] = (_PLAIN if plain else _TOKEN).findall(words)
    if "'" not in words and "’" not in words and lexicon.contractions.keys().isdisjoint(written):
        return written
    tokens: list[str] = []
    for token in written:
        if token.isalnum():
            longer = lexicon.contractions.get(token)
            if longer is None:
                tokens.append(token)
            else:
                tokens.extend(longer)
        elif "'" in token or "’" in token:
            tokens.extend(_parted(token.replace("’", "'"), lexicon))
        else:
            tokens.append(token)
    return tokens


_ENGLISH_TAILS = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


def _parted(token: str, lexicon: Lexicon) -> list[str]:
    longer = lexicon.contractions.get(token)
    if longer is not None:
        return list(longer)
    if lexicon.splits_apostrophe:
        return token.split("'")
    if token.endswith("n't"):
        return [token[:-3], "not"] if len(token) > 3 else ["not"]  # noqa: PLR2004 "n't" alone, as in "do n't"
    head, _, tail = token.rpartition("'")
    whole = _ENGLISH_TAILS.get(f"'{tail}")
    return [head, whole] if whole else [token]


def cues_of(tokens: list[str], lexicon: Lexicon) -> list[Cue]:
    """The cues of a token list in order, the longest phrase at each place; no token belongs to two cues."""
    found: list[Cue] = []
    read = [*map(lexicon.readings.__getitem__, tokens)]
    free, last = 0, len(tokens) - 1
    for at, opening in compress(enumerate(read), read):
        if at < free or opening is None:
            continue
        entry, longer = opening
        if longer and at < last and tokens[at + 1] in longer:
            entry = _followed(longer[tokens[at + 1]], tokens, at) or entry
        if entry is not None:
            rest, mark, weight = entry
            free = at + len(rest) + 1
            found.append(Cue(at, free - at, mark, weight))
    return found


def _followed(entries: tuple[Entry, ...], tokens: list[str], at: int) -> Entry | None:
    """The first of the phrases that begin with the two words here that goes on with the words that follow."""
    for entry in entries:
        size = len(entry.rest)
        if size == 1 or tuple(tokens[at + 1 : at + 1 + size]) == entry.rest:
            return entry
    return None


def _sign(token: str) -> Entry:
    if token in _STOPS:
        return Entry((), "stop", 0.0)
    weight = _PICTURES.get(token)
    if weight is not None:
        return Entry((), "picture", weight)
    return Entry((), "end" if token[0] in ".…!?" else "sign", 0.0)
