"""What is left of a name, an address or a number once spelling that tells nobody apart is taken away."""

import re
import unicodedata
from functools import lru_cache

_BETWEEN = re.compile(r"[\s.,;:_/()\[\]{}\"“”„«»·・•|\u2010-\u2015-]+")
_MARKS = re.compile("[\u0300-\u036f'’`\u00b4]")  # Latin, Greek and Cyrillic accents; in other scripts marks are letters
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_EAST_ASIAN = re.compile("^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff々]+$")
_FORMS_OF_ADDRESS = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame herr frau hr fr ing dipl mag phd msc mba ba bsc mme mlle sr sra srta "
    "dott dottssa".split()
)
_LEGAL_FORMS = frozenset(
    "ag bv co corp corporation gmbh group holding inc incorporated kg limited llc llp ltd nv oy oyj plc pte pty sa "
    "sarl se spa srl the ug".split()
)
_SHORTEST_NUMBER, _DIGITS_COMPARED, _FEWEST_DIGITS = 7, 9, 2


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A text in lower case, without accents, its words one space apart."""
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN)))
    return " ".join(part for part in _BETWEEN.split(unicodedata.normalize("NFC", letters)) if part)


def name_parts(given: str | None, family: str | None, full: str | None) -> tuple[str, str, str]:
    """Return given name, family name and the whole name, plain; empty for what is not known.

    The whole name has its words in alphabetical order, so that swapped fields are the same name; East Asian names are
    written together in the order of the source. A name in one field is split at a comma (family name first), else
    before its last word; a single word, or an East Asian name, is no guess at which part it is.
    """
    first, last = _without_address(given), _without_address(family)
    if not (first or last) and full:
        first, last = _split(full)
        if not last:
            return "", "", first.replace(" ", "") if _is_east_asian(first) else first
    if _is_east_asian(first + last):
        return first, last, (last + first).replace(" ", "")
    return first, last, " ".join(sorted(f"{first} {last}".split()))


def local_and_domain(address: str) -> tuple[str, str]:
    """The local part without its tag, and the domain; empty where there is none."""
    local, _at, domain = address.strip().lower().rpartition("@")
    return local.partition("+")[0], domain


def handle(local: str, given: str, family: str) -> str:
    """What the local part of an address says beyond the name: two digits or more, or all of it.

    `anna.schmidt` and `aschmidt` say nothing beyond Anna Schmidt: every namesake may have them at another company.
    `aschmidt84` says 84; `sunny` says `sunny`, and so does `anna.schmidt` where the name is not known.
    """
    letters = "".join(sign for sign in plain(local) if sign.isalpha())
    first, last = given.replace(" ", ""), family.replace(" ", "")
    if not letters or not (first and last and _is_made_of(letters, first, last)):
        return local
    digits = "".join(sign for sign in local if sign.isdecimal())
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def number(phone: str | None) -> str:
    """The last nine digits of a number, which do not depend on how its country is written; empty if it is too short."""
    digits = "".join(str(unicodedata.decimal(sign)) for sign in phone or "" if sign.isdecimal())
    return digits[-_DIGITS_COMPARED:] if len(digits) >= _SHORTEST_NUMBER else ""


def company(name: str | None) -> str:
    """A company's name, plain, without its legal form."""
    words = plain(name or "").split()
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or " ".join(words)


def title(text: str | None) -> str:
    """A job title, plain, its words in alphabetical order."""
    return " ".join(sorted(plain(text or "").split()))


def _is_made_of(letters: str, first: str, last: str) -> bool:
    """Whether letters are the beginning of one part of a name, and then of the other."""
    orders = ((first, last), (last, first))
    return any(
        one.startswith(letters[:place]) and other.startswith(letters[place:])
        for place in range(len(letters) + 1)
        for one, other in orders
    )


def _split(full: str) -> tuple[str, str]:
    before, comma, after = full.partition(",")
    if comma and _without_address(after):
        return _without_address(after), _without_address(before)
    words = _without_address(full).split()
    if len(words) < 2 or _is_east_asian("".join(words)):  # noqa: PLR2004 - one word is not split
        return " ".join(words), ""
    return " ".join(words[:-1]), words[-1]


def _without_address(name: str | None) -> str:
    return " ".join(word for word in plain(name or "").split() if word not in _FORMS_OF_ADDRESS)


def _is_east_asian(text: str) -> bool:
    return bool(_EAST_ASIAN.match(text.replace(" ", "")))
