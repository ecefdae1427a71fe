"""HTML mail as plain text of the same length, so that every offset stays true."""

import re
from html import unescape

_TAGS = (
    "html|head|body|div|p|br|span|table|tbody|thead|tr|td|th|blockquote|b|i|u|a|ul|ol|li|strong|em|font|style|script"
    "|h[1-6]|hr|pre|code|center|img|meta|title|link|section|article|small|sup|sub|o:p|!doctype"
)
_TAG = re.compile(rf"<(/?)({_TAGS})(?![\w:-])[^<>]*>|<!--", re.IGNORECASE)
_BLOCKS = frozenset(
    "html body div p br table tbody thead tr td th blockquote ul ol li h1 h2 h3 h4 h5 h6 hr pre center section "
    "article title !doctype".split()
)
_SILENT = frozenset(("script", "style", "head", "title", "blockquote"))
_WORD = re.compile(r"\S")


def masked(text: str) -> str:
    """The text with tags, scripts, styles, comments and block quotes blanked out, each offset kept.

    A block tag becomes a line break, everything else blanks. Text without HTML comes back as it is. Time is linear.
    """
    if "<" not in text or not _TAG.search(text):
        return text
    parts: list[str] = []
    silent: dict[str, int] = {}
    at = 0
    while (match := _TAG.search(text, at)) is not None:
        parts.append(_kept(text[at : match.start()], silent=bool(silent)))
        if match.group(2) is None:
            close = text.find("-->", match.end())
            at = len(text) if close < 0 else close + 3
            parts.append(" " * (at - match.start()))
            continue
        name = match.group(2).lower()
        _count(silent, name, closing=bool(match.group(1)))
        parts.append(("\n" if name in _BLOCKS else " ") + " " * (match.end() - match.start() - 1))
        at = match.end()
    parts.append(_kept(text[at:], silent=bool(silent)))
    return "".join(parts)


def _kept(piece: str, *, silent: bool) -> str:
    return _WORD.sub(" ", piece) if silent else piece


def _count(silent: dict[str, int], name: str, *, closing: bool) -> None:
    if name not in _SILENT:
        return
    depth = silent.get(name, 0) + (-1 if closing else 1)
    if depth > 0:
        silent[name] = depth
    else:
        silent.pop(name, None)


def plain(words: str) -> str:
    """A masked stretch as words to judge: entities read, white space squeezed."""
    if "&" in words:
        words = unescape(words)
    return " ".join(words.split())
