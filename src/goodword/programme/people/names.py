"""How names are compared and shortened, whatever language they come from."""

import unicodedata

# Letters that Unicode does not take apart but keyboards do.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def fold(text: str) -> str:
    """Return text as a search sees it: lower case, no accents, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.translate(_PLAIN).split())


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
