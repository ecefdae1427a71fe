"""How fit a sentence's words are to be quoted, as an editor would pick them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import exp, sumprod
from typing import NamedTuple

from goodword.finding.listening.judging.judgement import Judgement
from goodword.finding.listening.lexicon.speech import SPEECH
from goodword.finding.listening.outcomes.stated import Outcome

KEPT = 0.4
"""From here on direct speech is kept though it judges nothing: about oneself, with nothing against it, it has .43."""

QUOTABLE = 0.7
"""From this score on a sentence is quotable: direct speech needs a reason to be pulled from the speech around it."""

_SHORT, _MIDDLING, _LONG = 6, 10, 45  # words
_MANY = 3  # words of help or without reserve, more add nothing
_TERM = 20  # characters: what is shorter in quotation marks is a name or a term
_INSIDE = 12  # characters of a sentence that stand in a quotation

_BROKEN = re.compile(r"[\s\"“”„«»'(\[]{0,4}[a-zà-ÿ]")
_CLOSED = re.compile(r"[.!?…][\"“”«»')\]*_ ]{0,4}$")
_MARKED = re.compile(r"[\"“”„«»]")
_STEP = re.compile(r"[\"“”„«»\r\n\u2029]")
_BREAKS = frozenset("\r\n\u2029")
_BREAK = re.compile(r"[\r\n\u2029]")
_LETTER = re.compile(r"[^\W_]")
_NAMED = re.compile(r"[\"“”„«»][ \t]{0,4}[-–—~]{1,3}[ \t]{0,4}\w")

type Span = tuple[int, int]


class Traits(NamedTuple):
    """What a sentence has that an editor looks at; each is 0 or 1 but for `warm`, `helps` and `unreserved`.

    Attributes:
        quoted: some of it stands in quotation marks that hold more than a few words.
        apart: these marks hold a paragraph of its own, as a quote does that somebody set apart.
        own: somebody speaks of themselves: I, we, our.
        warm: its polarity, as far as above 0.
        cold: its polarity, as far as below 0.
        told: it is a win, or states an outcome.
        helps: words for what something lets one do, up to three, in thirds.
        unreserved: words without reserve, up to three, in thirds.
        dangles: it begins with a word that leans on the sentence before.
        hedged: it takes back half of what it says.
        asks: it is a question or a wish.
        blames: it is a complaint.
        before: it tells how it was, with no word of help.
        aside: it opens an example.
        brief: fewer than 6 words.
        short: fewer than 10.
        long: more than 45.
        broken: it begins in lower case or ends without a mark.
    """

    quoted: float
    apart: float
    own: float
    warm: float
    cold: float
    told: float
    helps: float
    unreserved: float
    dangles: float
    hedged: float
    asks: float
    blames: float
    before: float
    aside: float
    brief: float
    short: float
    long: float
    broken: float


WEIGHTS = Traits(
    quoted=1.6,
    apart=3.0,
    own=0.7,
    warm=2.4,
    cold=-0.8,
    told=0.9,
    helps=1.8,
    unreserved=1.2,
    dangles=-0.5,
    hedged=-0.7,
    asks=-1.8,
    blames=-1.5,
    before=-0.6,
    aside=-0.8,
    brief=-1.6,
    short=-0.5,
    long=-0.5,
    broken=-0.7,
)
"""Set by hand; the reasons are in docs/algorithms/quotable.md."""

INTERCEPT = -2.6
"""Of a sentence with nothing to say for or against it."""


def quotability(
    sentence: str,
    tokens: Sequence[str],
    judged: Judgement,
    language: str,
    *,
    outcome: Outcome | None = None,
    quoted: bool = False,
    apart: bool = False,
) -> float:
    """0 to 1, logistic in the traits of a plain sentence.

    Args:
        sentence: its words.
        tokens: the same, see `tokens_of`.
        judged: what it is.
        language: one of `LANGUAGES`.
        outcome: what it states in figures.
        quoted: whether it stands in quotation marks, see `stands_in`.
        apart: whether these hold a paragraph of its own, see `set_apart`.
    """
    traits = traits_of(sentence, tokens, judged, language, told=outcome is not None, quoted=quoted, apart=apart)
    return 1 / (1 + exp(-INTERCEPT - sumprod(WEIGHTS, traits)))


def traits_of(
    sentence: str, tokens: Sequence[str], judged: Judgement, language: str, *, told: bool, quoted: bool, apart: bool
) -> Traits:
    """What a plain sentence has; arguments as of `quotability`."""
    speech = SPEECH[language]
    words = [token for token in tokens if token[0].isalnum()]
    known = set(words)
    helps = sum(map(speech.help.__contains__, words))
    told = told or judged.kind == "win"
    return Traits(
        quoted=float(quoted),
        apart=float(apart),
        own=float(not known.isdisjoint(speech.own)),
        warm=max(judged.polarity, 0.0),
        cold=max(-judged.polarity, 0.0),
        told=float(told),
        helps=min(helps, _MANY) / _MANY,
        unreserved=min(sum(map(speech.strong.__contains__, words)), _MANY) / _MANY,
        dangles=float(bool(words) and words[0] in speech.dangling),
        hedged=float(not known.isdisjoint(speech.hedges)),
        asks=float(judged.kind == "wish" or sentence.rstrip("\"”»’' ").endswith("?")),
        blames=float(judged.kind == "complaint"),
        before=float(not helps and not told and not known.isdisjoint(speech.past)),
        aside=float(not speech.asides.isdisjoint(words[:3])),
        brief=float(len(words) < _SHORT),
        short=float(len(words) < _MIDDLING),
        long=float(len(words) > _LONG),
        broken=float(_BROKEN.match(sentence) is not None or not _CLOSED.search(sentence[-6:])),
    )


def quotations(words: str) -> list[Span]:
    """The stretches in quotation marks that hold more than a term, in order.

    A straight mark opens where none is open. A quotation ends with its line at the latest: speech of several paragraphs
    has a mark at the front of each.
    """
    if _MARKED.search(words) is None:
        return []
    found: list[Span] = []
    start = -1
    for match in _STEP.finditer(words):
        mark = match.group()
        if mark in _BREAKS or start >= 0:
            if start >= 0 and match.start() - start >= _TERM:
                found.append((start, match.start()))
            start = -1
        elif mark != "”":
            start = match.end()
    if start >= 0 and len(words) - start >= _TERM:
        found.append((start, len(words)))
    return found


def set_apart(words: str, known: Sequence[Span]) -> list[Span]:
    """Those of these quotations that are a paragraph of their own, with at most a line of who said it after a dash."""
    found = []
    for start, end in known:
        opens = max(words.rfind(mark, 0, start) for mark in _BREAKS) + 1
        closes = _BREAK.search(words, end)
        after = words[end : closes.start() if closes else len(words)]
        named = _NAMED.match(after) is not None
        if not _LETTER.search(words, opens, start) and (named or not _LETTER.search(after)):
            found.append((start, end))
    return found


def stands_in(start: int, end: int, known: Sequence[Span]) -> bool:
    """Whether a sentence stands in one of these quotations, wholly or with more than a few letters."""
    at = bisect_right(known, start, key=lambda quotation: quotation[1])
    return at < len(known) and min(end, known[at][1]) - max(start, known[at][0]) >= min(_INSIDE, end - start)
