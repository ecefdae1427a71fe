"""Which language a text is in."""

import re
import struct
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

UNKNOWN = "und"
_SET = (
    "ar",
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "he",
    "hu",
    "it",
    "ja",
    "ko",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "zh",
)
_FIVE = ("en", "de", "fr", "es", "pt")  # those with a lexicon come first among the small words
_CLEAR = 3  # small words that speak for another language
_APART = 3  # more small words than of any other language
_ENOUGH = 24  # characters that a guess needs
_MOST = 2000  # characters that a guess reads
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[a-z]+")  # the same in ASCII letters, twice as fast

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the and is are was were you we it this that for with our your have has not but i my to of be been "
        "would can us so they from at thanks thank please great love how what when which there could should did does "
        "any some their them than then just also by or if about an out up more less here hi hello dear a as me on in "
        "off do no all will may who he she his her see use get one only into over after before".split()
    ),
    "de": frozenset(
        "der die das und ist sind war wir ihr sie ich nicht mit für ein eine einen auf von zu den dem im es "
        "auch wie uns euch unsere aber haben hat sehr danke bitte seit noch immer nur mehr dank hallo guten liebe "
        "kann können wird werden bei nach über oder wenn dass was als ohne gibt beim zum zur einer eines schöne "
        "schönen möchte wäre würde ihnen ihre unser unseren viele grüße".split()
    ),
    "fr": frozenset(
        "le la les et est sont nous vous je ne pas avec pour une un des du que qui dans en sur ce cette "
        "mais très notre votre a au aux merci depuis plus c j l d n s à été bonjour où ça quand comment fait peut "
        "tout tous être avons avez cela leur nos vos chez aussi sans par il elle on ici".split()
    ),
    "es": frozenset(
        "el la los las y es son nosotros usted yo no con para una un que en por se lo su nuestro nuestra "
        "pero muy ha hemos del al gracias desde más está esta este nos como me fue hola buenos buenas días cómo qué "
        "cuando hay todo todos sin sobre sus porque también ya han tiene tenemos podemos sería".split()
    ),
    "pt": frozenset(
        "o a os as e é são nós você vocês eu não com para uma um que em por se do da no na nosso nossa mas "
        "muito foi temos obrigado obrigada desde mais está esta este nos como ao dos das isso olá oi bom boa dia "
        "até já quando tudo todos sem sobre seu sua também pelo pela num numa podemos seria são favor".split()
    ),
    # Without a lexicon: their small words keep a text from being taken for one of the five.
    "it": frozenset(
        "il lo la gli le e è sono noi voi io non con per una un di da del della che in si ma molto ha abbiamo al alla "
        "grazie più questo questa nel nella anche come ciao buongiorno dei delle siamo".split()
    ),
    "nl": frozenset(
        "de het een en is zijn was wij we ik jullie niet met voor op van te dat dit die in maar heeft hebben zeer "
        "bedankt graag er ook wat als bij naar om aan ons onze u kunnen kan hallo beste nog geen".split()
    ),
    "pl": frozenset(
        "i w na nie z do to się że jest dla jak od po za ale są bardzo proszę dziękuję czy mamy o a co tak już ten ta "
        "który przez jego nam nas było wszystko dzień dobry".split()
    ),
    "cs": frozenset(
        "a v na se je to že s z do pro jak ale jsme není velmi děkuji i o po by jsou nás nám už co ten tak který "
        "děkujeme dobrý den prosím máme".split()
    ),
    "ro": frozenset(
        "și nu este cu pentru pe la în mai de o un a că se sunt am foarte mulțumesc care din noi ce să ne".split()
    ),
    # and Danish and Norwegian
    "sv": frozenset(
        "och är var vi jag du inte med för en ett på av till det den som men har mycket tack från vår ni kan om också "
        "hej og er jeg ikke til på vores meget tak fra af et".split()
    ),
}

_KNOWN = tuple(_SMALL_WORDS)

# One figure for each language in one number, so that a word is looked up once; 16 bits count all words that are read.
_BITS = 16
_FIGURES = struct.Struct(f"<{len(_SMALL_WORDS)}H")
_SHIFTS = tuple(place * _BITS for place in range(len(_SMALL_WORDS)))
_PACKED = {
    word: sum(
        1 << shift for language, shift in zip(_SMALL_WORDS, _SHIFTS, strict=True) if word in _SMALL_WORDS[language]
    )
    for word in frozenset().union(*_SMALL_WORDS.values())
}


class Guesser(Protocol):
    """Something that guesses a language."""

    def classify(self, text: str) -> tuple[str, float]:
        """The language of a text and how sure that is."""


@lru_cache(maxsize=1)
def guesser() -> Guesser:
    """The language model, read once when first needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 takes 0.3 s, and short texts never need it

    model: Guesser = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(_SET)  # type: ignore[attr-defined] # of the library's class, no part of what we ask
    return model


def votes(text: str) -> dict[str, int]:
    """How many small words of each language with a lexicon a text holds."""
    return dict(zip(_FIVE, _counts(text), strict=False))


def _counts(text: str) -> tuple[int, ...]:
    read = text[:_MOST].lower()
    words = (_ASCII_WORD if read.isascii() else _WORD).findall(read)
    return _FIGURES.unpack(sum(filter(None, map(_PACKED.get, words))).to_bytes(_FIGURES.size, "little"))


def language_of(text: str, fallback: str = "en") -> tuple[str, bool]:
    """The BCP 47 tag of a text's language, and whether another language with a lexicon may be mixed in.

    Where small words speak clearly for a language, it is that one; else the model decides among the languages customers
    write in. A text too short to tell has the language of what is around it.
    """
    counted = _counts(text)
    most = max(counted)
    if counted[0] == most > max(1, *counted[1:]):  # English, clearer than any other: most texts need no more
        return _FIVE[0], max(counted[1 : len(_FIVE)]) >= _CLEAR
    best = _KNOWN[counted.index(most)]
    others = sorted(counted)[-2]
    second, first = sorted(counted[: len(_FIVE)])[-2:]
    mixed = second >= _CLEAR
    if len(text) < _ENOUGH and text.isascii():
        return (_FIVE[counted.index(first)] if first > second else fallback), mixed
    if best in _FIVE and most > 1 and (most >= 2 * others or most >= others + _APART):  # clearer than any model
        return best, mixed
    guessed, _ = guesser().classify(text[:_MOST])
    return guessed, mixed


def sentence_language(sentence: str, text_language: str) -> str:
    """The language of one sentence in a text: the text's, unless small words speak clearly for another."""
    counted = votes(sentence)
    best = max(_FIVE, key=lambda language: counted[language])
    if best != text_language and counted[best] > _CLEAR and counted[best] >= 3 * (counted.get(text_language, 0) + 1):
        return best
    return text_language
