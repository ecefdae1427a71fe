"""What in a sentence must not leave: addresses, numbers, accounts and names, as spans.

Names nobody told us are guessed from how they are written, rather too many than too few: whatever is hidden comes back
in the quote. In scripts without capital letters only the names told are found.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of


class Span(NamedTuple):
    """A stretch to hide: where it is, and what kind of thing stands there."""

    start: int
    end: int
    kind: str


_URL = re.compile(
    r"(?i)\b(?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>\"']+|(?<![\w@.-])(?:[\w-]{1,63}\.){1,6}[a-z]{2,18}/\S*"
)
_HOST = re.compile(
    r"(?i)(?<![\w@.-])(?:[a-z0-9][\w-]{0,62}\.){1,6}(?:com|net|org|io|dev|app|ai|co|eu|de|fr|es|pt|uk|us|br|info|biz|cloud|example)\b"
)
_EMAIL = re.compile(
    r"[^\s<>()\[\]\"',;:@\uff20]+[@\uff20][^\s<>()\[\]\"',;:@\uff20]+"
    r"|(?i:[\w.+-]+ ?[\[(] ?at ?[\])] ?[\w-]+(?: ?(?:\.|[\[(] ?dot ?[\])]) ?[\w-]+){0,5})"
)
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.-]+")
_PHONE = re.compile(r"(?<![\w.,])[+(]{0,2}\d[\d() \t\u00a0./\u2013-]{4,28}\d(?!\w)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([ .\u00a0])\d{3})(?:\1\d{3})*")
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-\u2013/] ?(?:19|20)\d\d")
_FEWEST_DIGITS = 7
_IDS = (
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,8}(?: ?[A-Z0-9]{1,3})?\b"),  # IBAN
    re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|(?i:(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:]))"),
    re.compile(r"#\d{2,}"),
    re.compile(
        r"(?i)\b(?:ticket|case|order|invoice|account|customer|contract|user|id|ref|reference|no|nr|number|kunden?(?:nummer)?"
        r"|auftrag|rechnung|vertrag|facture|commande|contrat|pedido|factura|contrato|fatura)\b\W{0,3}(\d{3,})"
    ),
    re.compile(r"(?i)(?<!\w)(?:[a-z]:\\|/home/|/users/|~/)\S+"),
)
_TOKEN = re.compile(r"\w+(?:[-_/]\w+)*")
_MEASURE = re.compile(r"\d+[^\W\d]{1,6}")
_SHORTEST_ID, _DIGITS_OF_ID = 6, 3
_LOOKALIKE = re.compile(r"\[[A-Z]+_\d+\]")  # what looks like a placeholder of ours
_ALSO_WORDS = frozenset(
    "will may mark grace hope joy faith bill rich sunny art chance dean drew frank guy jack max pat rob sky".split()
)
_SHORTEST_PART = 2


def spans(sentence: str, told: re.Pattern[str] | None, accounts: re.Pattern[str] | None) -> Iterator[Span]:
    """What to hide for sure, the most telling first; they may overlap."""
    for kind, pattern in (("MARK", _LOOKALIKE), ("URL", _URL), ("EMAIL", _EMAIL), ("URL", _HOST)):
        yield from _all(sentence, pattern, kind)
    for kind, known in (("ACCOUNT", accounts), ("NAME", told)):
        if known is not None:
            yield from _all(sentence, known, kind)
    yield from _all(sentence, _HANDLE, "HANDLE")
    for pattern in _IDS:
        group = pattern.groups
        yield from (Span(*match.span(group), "ID") for match in pattern.finditer(sentence))
    yield from (Span(*match.span(), "PHONE") for match in _PHONE.finditer(sentence) if _calls(match.group()))
    yield from (Span(*match.span(), "ID") for match in _TOKEN.finditer(sentence) if _identifies(match.group()))


def _all(sentence: str, pattern: re.Pattern[str], kind: str) -> Iterator[Span]:
    return (Span(*match.span(), kind) for match in pattern.finditer(sentence))


def _calls(written: str) -> bool:
    """Whether digits are a number of somebody, and no amount and no day."""
    digits = sum(sign.isdigit() for sign in written)
    bare = written.strip()
    plain = any(pattern.fullmatch(bare) for pattern in (_GROUPED, _DAY, _YEARS))
    return digits >= _FEWEST_DIGITS and not plain


def _identifies(token: str) -> bool:
    digits = sum(sign.isdigit() for sign in token)
    mixed = digits >= _DIGITS_OF_ID and any(sign.isalpha() for sign in token) and len(token) >= _SHORTEST_ID
    return (mixed and not _MEASURE.fullmatch(token)) or (token.isdigit() and digits >= _FEWEST_DIGITS)


def pattern_of(names: Iterable[str], *, parts: bool, exact: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Finds names as whole words. None for no names.

    Args:
        names: in whatever case they are written; what is also a word ("will") with a capital letter only.
        parts: whether each word of them counts as well.
        exact: names to find as they are written, their parts as well.
    """
    told = {one for name in names for one in _parts(name, parts=parts)}
    loose = {one for one in told if one.lower() not in _ALSO_WORDS and (len(one) > _SHORTEST_PART or not parts)}
    strict = {one[:1].upper() + one[1:] for one in told - loose}
    strict |= {one for name in exact for one in _parts(name, parts=True)}
    ways = "|".join(_spelled(name) for name in _longest_first(loose))
    written = [f"(?i:{ways})" if ways else "", *(_spelled(name) for name in _longest_first(strict))]
    found = "|".join(filter(None, written))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)") if found else None


def _parts(name: str, *, parts: bool) -> set[str]:
    inner = re.split(r"[\s.,]+", name) if parts else ()
    found = {one for one in inner if one.lower() not in _LINKS} | {" ".join(name.split())}
    return {one for one in found if len(one) >= _SHORTEST_PART}


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _spelled(name: str) -> str:
    return r"\s+".join(re.escape(part) for part in name.split())


_CAPITAL = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?")
_INTRODUCE = frozenset(
    "mr mrs ms miss mx dr prof sir herr herrn frau madame monsieur mme mlle señor señora sr sra senhor senhora "
    "dra hi hello hey dear thanks thank cheers regards hallo liebe lieber danke dank grüße gruß bonjour merci "
    "cordialement hola gracias saludos olá obrigado obrigada abraços salut".split()
)
_DOING = frozenset(
    "was is has had helped fixed said told from did resolved solved got went walked showed explained answered and "
    "hat ist war und half est a était et ha fue es y foi é".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december english german french spanish portuguese i i'm i've i'd i'll i’m i’ve "
    "i’d i’ll".split()
)
_OPENERS = frozenset(
    "the this that these those it he she we you they there here what who when where why how our your my his her "
    "its a an if so but since after before now everything nothing everyone nobody all one some most our der die "
    "das es er sie wir ihr ich man dies diese dieser dieses was wer wann wo wie unser unsere mein meine alles "
    "nichts ein eine le la les il elle on nous vous ils elles ce cette ça c'est tout notre votre un une el los "
    "las ella nosotros ellos esto este esta eso todo nuestro nuestra uno una o os as ele ela nós eles isso isto "
    "tudo nosso nossa um uma".split()
)
_LINKS = frozenset("von van de der den del della da dos du la le bin al ben".split())


def guessed(sentence: str, language: str, keep: frozenset[str]) -> Iterator[Span]:
    """What is written like a name: capital letters in the middle, and after words that introduce somebody.

    Args:
        sentence: the words.
        language: BCP 47 tag; German writes every noun with a capital letter, so there two in a row are needed.
        keep: words that are no names, lower case, such as those of the product's features.
    """
    words = list(_CAPITAL.finditer(sentence))
    common = _common(language) | keep | _CALENDAR
    for run in _runs(words, sentence, common):
        first, last = run[0], run[-1]
        before = words[first - 1].group().lower() if first else ""
        after = words[last + 1].group().lower() if last + 1 < len(words) else ""
        if before in _INTRODUCE or _stands_out(first, len(run), after, german=language.startswith("de")):
            yield Span(words[first].start(), words[last].end(), "NAME")


def _stands_out(first: int, length: int, after: str, *, german: bool) -> bool:
    if first == 0:
        return length > 1 or after in _DOING
    return length > 1 or not german


def _runs(words: Sequence[re.Match[str]], sentence: str, common: frozenset[str]) -> Iterator[list[int]]:
    """Neighbouring words with a capital letter that are no common words; small words may link them."""
    run: list[int] = []
    links: list[int] = []
    for place, word in enumerate(words):
        text = word.group()
        near = bool(run) and not sentence[words[place - 1].end() : word.start()].strip()
        if near and text.lower() in _LINKS:
            links.append(place)
        elif _like_a_name(text) and text.lower() not in common and text.lower() not in _INTRODUCE:
            if run and not near:
                yield run
            run = [*run, *links, place] if near else [place]
            links = []
        else:
            if run:
                yield run
            run, links = [], []
    if run:
        yield run


def _like_a_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and any(sign.islower() for sign in word[1:])


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _common(language: str) -> frozenset[str]:
    """Words that carry the judgement, or nothing: hiding them would hide what is asked."""
    own = language.partition("-")[0].lower()
    if own not in LANGUAGES:
        return frozenset()
    entries = lexicon_of(own).entries
    inner = {word for found in entries.values() for entry in found for word in entry.rest}
    return frozenset(entries) | inner | _OPENERS
