"""Names of columns and files, made comparable."""

import re
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_WORD = re.compile(r"[\W_]+")
_WRAPPING = re.compile(r"^(?:property|properties|custom) (?=\S)")
_CUSTOM_MARK = re.compile(r" c$")
_PLURAL_OF_Y = re.compile(r"ies$")
_NO_PLURAL = ("ss", "us", "is", "nps", "ces")


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A name in lower case, its words parted by single spaces; what tools wrap around custom fields is taken off."""
    words = _NO_WORD.sub(" ", _CAMEL.sub(" ", name)).strip().lower()
    return _CUSTOM_MARK.sub("", _WRAPPING.sub("", words))


@lru_cache(maxsize=8192)
def squeezed(name: str) -> str:
    """A name in lower case without anything between its words."""
    return plain(name).replace(" ", "")


def singular(word: str) -> str:
    """A word without its English plural."""
    if word.endswith(_NO_PLURAL) or len(word) <= 3:  # noqa: PLR2004 - too short to have one
        return word
    if word.endswith("ies"):
        return _PLURAL_OF_Y.sub("y", word)
    if word.endswith(("ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def words_of(name: str) -> list[str]:
    """The words of a file's or sheet's name, in the singular."""
    return [singular(word) for word in plain(name).split() if not word.isdigit()]
