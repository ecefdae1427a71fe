"""What is left of a company's name when spelling, punctuation and legal form are taken away, in any script."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from goodword.finding.identity.companies.words import (
    DESCRIBING,
    FREE,
    GLUED,
    LEADING,
    LEGAL_FORMS,
    NOBODY,
    ROLES,
)

_PHRASES = (("sp", "z", "oo"), ("de", "rl", "de", "cv"), ("de", "cv"), ("de", "rl"), ("sp", "zoo"), ("s", "ro"))
"""Legal forms of several words, the longest first where one ends like another."""
_SMALL = frozenset({"and", "und", "et", "y", "e", "i"})
_GLUED = re.compile("|".join(GLUED))
_KEPT_ACCENTS = 0x0500  # Latin, Greek and Cyrillic lie below; further on marks are letters
_LEAST_FOR_TYPOS = 9
_SLIPS = 2
_LONG_NOBODY = sorted(word for word in NOBODY if len(word) >= _LEAST_FOR_TYPOS)


@lru_cache(maxsize=200_000)
def words(name: str | None) -> tuple[str, ...]:
    """Return the words of a name: one case, one width, no accents on Latin letters, no punctuation, `&` as `and`."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    text = "".join(_bare(letter) for letter in text)
    text = _GLUED.sub(" ", text).replace("&", " and ").replace("+", " and ")
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\s|$|,)|['’`\u00b4]", "", text)
    return tuple(part for part in re.split(r"[^\w]+|_+", text) if part)


@lru_cache(maxsize=200_000)
def strict(name: str | None) -> str:
    """Return what two spellings of one company's name share for certain: no legal form, no article, no spaces.

    `The Acme Co., Ltd.`, `ACME` and `Acme S.A.R.L.` are `acme`. A name of nothing but legal forms stays as it is.
    """
    return "".join(_without_form(words(name)))


@lru_cache(maxsize=200_000)
def loose(name: str | None) -> str:
    """Return what is left without describing words at the end: `Big Switch Networks` and `Big Switch` are one.

    Several companies may share it, so it only resolves a name where it leaves no choice.
    """
    left = list(_without_form(_without_web(words(name))))
    while len(left) > 1 and left[-1] in DESCRIBING | LEGAL_FORMS | _SMALL:
        left.pop()
    return "".join(left)


@lru_cache(maxsize=200_000)
def is_nobody(name: str | None) -> bool:
    """Whether a text stands where a company's name should, and names none: `n/a`, `self employed`, `Freelancer`."""
    parts = words(name)
    compact = "".join(parts)
    if FREE.intersection(parts) and all(part in FREE or part in ROLES for part in parts):
        return True
    if not compact or compact.isdigit() or compact in NOBODY or set(compact) in ({"x"}, {"a"}, {"z"}):
        return True
    if len(compact) < _LEAST_FOR_TYPOS:
        return False
    return process.extractOne(compact, _LONG_NOBODY, scorer=Levenshtein.distance, score_cutoff=_SLIPS) is not None


def _bare(letter: str) -> str:
    if ord(letter) >= _KEPT_ACCENTS or letter.isascii():
        return letter
    plain = unicodedata.normalize("NFD", letter)
    return plain if len(plain) == 1 else "".join(part for part in plain if not unicodedata.combining(part))


def _without_form(parts: tuple[str, ...]) -> tuple[str, ...]:
    left = list(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)
    while len(left) > 1 and (length := _form_at_end(left)):
        del left[-min(length, len(left) - 1) :]
    while len(left) > 1 and left[0] in LEADING:
        left.pop(0)
    return tuple(left)


def _form_at_end(parts: list[str]) -> int:
    """How many words at the end are a legal form, or join one to the name."""
    for phrase in _PHRASES:
        if tuple(parts[-len(phrase) :]) == phrase:
            return len(phrase)
    return int(parts[-1] in LEGAL_FORMS or parts[-1] in _SMALL)


def _without_web(parts: tuple[str, ...]) -> tuple[str, ...]:
    """`Booking.com` is `Booking`."""
    ends = {"com", "net", "org", "io"}
    return tuple(part for place, part in enumerate(parts) if place == 0 or part not in ends)
