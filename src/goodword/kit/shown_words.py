"""Exact words as a person reads them: without the tags and cue times that they were written down with."""

import re
from html import unescape

# Only tags of prose: "<ann@harbour.example>", "a < b" and "<3" are words.
_NAMES = "a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|o:p|ol|p|pre|s|small|span|strike|strong"
_MORE = "sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|v|c"
_TAG = re.compile(rf"</?(?:{_NAMES}|{_MORE})(?:[\s.][^<>]{{0,2000}})?/?>", re.IGNORECASE)
_CUT_FRONT = re.compile(r"^[^<>]{0,200}[\"'\w/]>")  # the rest of a tag that was cut in the middle
_CUT_BACK = re.compile(r"<[/\w][^<>]{0,200}$")
_CUE = re.compile(r"(?:\n\s*\d+)?\s*\n?\s*(?:\d+:)?\d\d:\d\d[.,]\d{3} --> (?:\d+:)?\d\d:\d\d[.,]\d{3}[^\n]*\n?")
_BLANKS = re.compile(r"[ \t\r\f\v]*\n\s*|[ \t]{2,}")


def shown_words(words: str) -> str:
    """The words of a quote, or of what stands around it, as somebody would read them aloud.

    What is kept and given out elsewhere stays exact; this is for the eye alone.
    """
    if "<" not in words and ">" not in words:
        return words
    read = _CUE.sub(" ", words) if "-->" in words else words
    if _TAG.search(read) is None:
        return read
    read = _CUT_BACK.sub("", _CUT_FRONT.sub("", read) if _begins_in_a_tag(read) else read)
    return _BLANKS.sub(" ", unescape(_TAG.sub(" ", read))).replace(" .", ".").replace(" ,", ",")


def _begins_in_a_tag(words: str) -> bool:
    opened, closed = words.find("<"), words.find(">")
    return closed >= 0 and (opened < 0 or closed < opened)
