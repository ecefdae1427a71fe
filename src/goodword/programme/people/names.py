"""How names are compared and shortened, whatever language they come from."""

import unicodedata
from itertools import filterfalse

# Letters that Unicode does not take apart but keyboards do.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


# Signs that nobody sees: whoever types a name types none of them.
_UNSEEN = dict.fromkeys(
    (
        0xAD,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)


def fold(text: str) -> str:
    """Return text as a search sees it: lower case, no accents, no signs that nobody sees, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())  # what the rest comes to for these, at a tenth of the time
    # Taking letters apart can bring capitals out, and lower case can be taken apart again: hence twice (Unicode's
    # own case-blind comparison does the same, Standard section 3.13, D146).
    folded = _folded_once(text)
    return " ".join((folded if folded.isascii() else _folded_once(folded)).split())


def _folded_once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(filterfalse(unicodedata.combining, apart))
    return bare.translate(_PLAIN | _UNSEEN)


def initials(name: str) -> str:
    """Return the one or two letters that stand for a name in a small circle."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def given_name(name: str) -> str:
    """Return the part of a name that one would say to a colleague; the whole where it is one word."""
    words = name.split(maxsplit=1)
    return words[0] if words else ""
