"""HTML mail as plain text of the same length, so that every offset stays true."""

import re
from html import unescape

from goodword.finding.listening.reading.containers import BLOCKS, Muted, ends_all, mutes, raw_end

_TAGS = (
    "html|head|body|div|p|br|span|table|tbody|thead|tfoot|caption|tr|td|th|blockquote|b|i|u|s|q|a|ul|ol|li|dl|dt|dd"
    "|strong|em|font|style|script|noscript|template|textarea|h[1-6]|hr|pre|code|center|img|svg|meta|title|link|base"
    "|section|article|header|footer|main|nav|aside|figure|figcaption|address|form|input|button|select|option|label"
    "|small|big|sup|sub|del|ins|strike|mark|cite|abbr|o:p|xml|!doctype"
)
_TAG = re.compile(rf"<(/?)({_TAGS})(?![\w:-])([^<>]*+)>|<!--|<!\[[^<>\[\]]*+\]>", re.IGNORECASE)
_SYNTAX = re.compile(r"(?<![^\W_])[*_`]++(?=[^\s*_`])|(?<=[^\s*_`])[*_`]++(?![^\W_])|~~")


def masked(text: str) -> str:
    """The text with tags, scripts, styles, comments, signatures and quoted mail blanked out, each offset kept.

    A block tag becomes a line break, everything else blanks; quoted mail becomes a line that starts with ">". Text
    without HTML comes back as it is. Time is linear: no character is looked at again once a tag has passed it.
    """
    match = _TAG.search(text) if "<" in text else None
    if match is None:
        return text
    parts: list[str] = []
    muted: Muted | None = None
    at = 0
    while match is not None:
        begin, end = match.span()
        piece = text[at:begin]
        if muted is None:
            parts.append(piece)
        else:
            muted.hear(piece)
            parts.append(" " * len(piece))
        name = (match.group(2) or "").lower()
        if not name:
            end = _comment_end(text, begin, end)
            parts.append(" " * (end - begin))
        elif muted is None and (ends_all(match.group(3)) or name in {"script", "style"}) and not match.group(1):
            end = len(text) if ends_all(match.group(3)) else raw_end(text, end)
            parts.append(_blank("\n", end - begin))
        else:
            was = muted
            muted = _after(muted, name, match)
            parts.append(_blank(_front(was, muted, name), end - begin))
        at = end
        match = _TAG.search(text, at)
    parts.append(" " * (len(text) - at) if muted else text[at:])
    return "".join(parts)


def _comment_end(text: str, begin: int, end: int) -> int:
    """Where a comment ends; a conditional one without a body ends with itself."""
    if not text.startswith("<!--", begin):
        return end
    close = text.find("-->", end)
    return len(text) if close < 0 else close + 3


def _after(muted: Muted | None, name: str, match: re.Match[str]) -> Muted | None:
    """What is muted once this tag has passed."""
    closing = bool(match.group(1))
    if muted is not None:
        return muted.after(name, closing=closing)
    return mutes(name, match.group(3)) if not closing else None


def _front(was: Muted | None, now: Muted | None, name: str) -> str:
    """What a tag leaves in the text: the start of a quoted line, a line break, a blank."""
    if now is not None:
        if now is was:
            return " "
        return "\n>" if now.quotes else "\n"
    return "\n" if was is not None or name in BLOCKS else " "


def _blank(front: str, length: int) -> str:
    return front + " " * (length - len(front))


def plain(words: str) -> str:
    """A masked stretch as words to judge: entities read, emphasis and code marks taken off, white space squeezed."""
    if "&" in words:
        words = unescape(words)
    if "*" in words or "_" in words or "`" in words or "~~" in words:
        words = _SYNTAX.sub("", words)
    return " ".join(words.split())
