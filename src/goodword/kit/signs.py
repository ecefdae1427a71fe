"""Signs in a text that nobody sees, and texts that were read in the wrong encoding."""

import re
import unicodedata

_LOST = "\ufffd"  # what a reader of bytes writes where it cannot make a letter of them
# Controls, soft hyphens, blanks without width, and marks that turn around what follows them.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\ufeff]")
_JOINER = re.compile("(?<=(.))[\u200c\u200d](?=(.))")  # belongs between the letters of some scripts, and into emoji
_DIRECTION = re.compile("[\u200e\u200f\u2066-\u2069]")
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_RIGHT_TO_LEFT = {"R", "AL"}


def visible(text: str) -> str:
    """The text with signs that nobody sees, and that do not belong there, by their names: `Zero[U+200B]Width`.

    Joiners belong into Arabic, Indian scripts and emoji; marks of direction belong beside letters that run from right
    to left.
    """
    places = set(_places(text))
    return "".join(f"[{_named(sign)}]" if place in places else sign for place, sign in enumerate(text))


def bare(text: str) -> str:
    """The text without the signs that `visible` names: what pages show, for some of them turn around what follows."""
    places = set(_places(text))
    return "".join(sign for place, sign in enumerate(text) if place not in places) if places else text


def has_lost_letters(text: str) -> bool:
    """Whether a letter was lost when the text was read somewhere before."""
    return _LOST in text


def meant(text: str) -> str:
    """What a text says whose UTF-8 was read as Windows-1252; empty where it was not."""
    if text.isascii():
        return ""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def has_letters(text: str) -> bool:
    """Whether there is a letter of any script."""
    return any(unicodedata.category(sign).startswith("L") for sign in text)


def _places(text: str) -> list[int]:
    if text.isascii() and text.isprintable():
        return []
    found = {sign.start() for sign in _UNSEEN.finditer(text)}
    found |= {one.start() for one in _JOINER.finditer(text) if all(map(_is_plain, one.groups()))}
    if not any(sign.isalpha() and unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        found |= {one.start() for one in _DIRECTION.finditer(text)}
    return sorted(found)


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _is_plain(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_PLAIN_SCRIPTS)
