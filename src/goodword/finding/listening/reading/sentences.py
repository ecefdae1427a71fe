"""Sentences with exact offsets."""

import re

from goodword.finding.listening.reading.lines import BREAK

_SMILE = r"(?:[ \t]{0,3}(?:[:;=]-?[)(DP](?!\w)|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]))"
_END = re.compile(
    rf"(?<![.!?…])[.!?…]++[\"')\]»”’*_]{{0,4}}+{_SMILE}{{0,8}}(?=\s|$)"
    rf"|[\u3002\uff01\uff1f]++[\u300d\u300f”\uff09]{{0,3}}"
    rf"|(?<=[^\s:;,]){_SMILE}{{1,8}}(?=\s{{1,4}}[^\W\d_]|\s{{0,4}}$)"
    r"|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*"
)
_SMILES = re.compile("[:;=]-?[)(DP]|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]")
# The same for words without a face or a picture. It begins with a set of characters, so that the rest is passed over
# ten times as fast.
_STOPS = re.compile(
    r"[.!?…\u3002\uff01\uff1f\r\n\v\f\x1c-\x1e\x85\u2028\u2029]"
    r"(?:(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+[\"')\]»”’*_]{0,4}+(?=\s|$)"
    r"|(?<=[\u3002\uff01\uff1f])[\u3002\uff01\uff1f]*+[\u300d\u300f”\uff09]{0,3}"
    r"|(?<=[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*)"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st vs etc e.g i.e eg ie approx incl excl no nr inc ltd co corp dept est fig max min avg "
    "a.m p.m ca bzw z.b u.a d.h usw evtl ggf inkl zzgl str tel hr fr vgl s.o mme mlle p.ex env sra srta dña p.ej ud "
    "uds aprox núm av exmo dra p cf al jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri".split()
)
_BEFORE_DAYS = frozenset("am vom zum bis der den dem das die im seit ab".split())  # "am 3. Mai"
_BULLET = re.compile(r"(?:[-*•·▪◦–—+>#]{1,3}|\d{1,2}[.)]|[a-z]\))[ \t]+")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hiya|greetings|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte[rs]?"
    r"|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|ch[eè]re?|hola|buen[oa]s (?:d[ií]as|tardes|noches)"
    r"|estimad[oa]s?|querid[oa]s?|ol[aá]|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?)\b"
    r"(?:,? (?:(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}|team|all|there|everyone|folks|guys|zusammen|alle|tous|toutes|[ée]quipe"
    r"|coll[èe]gues|madame|monsieur|equipo|a todos|à tous)){0,4}\s*[,!:.\u2013-]{1,2}\s*",
    re.IGNORECASE,
)
_GREETED = frozenset("hi he de gr go ha li se gu mo bo sa ch ho bu es qu ol oi pr ca".split())  # and none else
# What may close a quotation that a mark opens, and what may open one that a mark closes; usage differs by country.
_CLOSING = {'"': '"', "“": '”"', "„": '“”"', "«": "»", "»": "«"}
_OPENING = {'"': '"“„', "”": "“„", "“": "„", "»": "«", "«": "»"}
_EMPHASIS = frozenset("*_`")
_AROUND = _EMPHASIS | _CLOSING.keys() | _OPENING.keys()
_MARGIN = 120  # white space before a number at the front
_LONGEST = 2_000  # what is longer is no sentence: nobody asks whether it stands in quotation marks
_WRAPPED_FROM = 50  # a line this long that does not end a sentence was wrapped


def sentences(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch as spans without outer white space, bullets or a greeting; in order, never touching.

    A full stop ends one unless it follows an abbreviation, an initial or a number in the middle of a line; a line
    break ends one unless the line was wrapped.
    """
    spans: list[tuple[int, int]] = []
    begin = line_start = start
    ends = _END if _smiles(words, start, end) else _STOPS
    for match in ends.finditer(words, start, end):
        mark = match.group()
        if mark.isspace():
            wrapped = _wrapped(words, line_start, match, end)
            line_start = match.end()
            if wrapped:
                continue
        elif (mark == "." and _abbreviates(words, begin, match.start(), match.end(), end)) or (
            mark in {"...", "…", ".."} and words[match.end() : match.end() + 2].strip()[:1].islower()
        ):
            continue
        if begin < match.start() or not mark.isspace():
            _add(spans, words, begin, match.end())
        begin = match.end()
    if begin < end:
        _add(spans, words, begin, end)
    return spans


def _smiles(words: str, start: int, end: int) -> bool:
    """Whether a face or a picture may stand in a stretch."""
    seen = words.find(":", start, end) >= 0 or words.find(";", start, end) >= 0 or words.find("=", start, end) >= 0
    return (seen or not words.isascii()) and _SMILES.search(words, start, end) is not None


def _wrapped(words: str, line_start: int, match: re.Match[str], end: int) -> bool:
    if BREAK in match.group() or match.group().count("\n") > 1 or match.group().count("\r\r") or match.end() >= end:
        return False
    before = words[max(line_start, match.start() - 120) : match.start()].rstrip()
    following = words[match.end() : match.end() + 8]
    if not before or before[-1] in ".!?:;…\u3002\uff01\uff1f" or _BULLET.match(following):
        return False
    return len(before) >= _WRAPPED_FROM or (before[-1] == "," and len(before) > _WRAPPED_FROM // 2)


def _abbreviates(words: str, begin: int, dot: int, after: int, end: int) -> bool:
    following = words[after : min(after + 3, end)].strip()
    head = words[max(begin, dot - 16) : dot].rsplit(None, 1) if following else []
    if not head:
        return False
    last = head[-1].lower().lstrip("(\"'“„«")
    if last in _ABBREVIATIONS:
        return last not in {"etc", "no", "usw"} or following[0].islower() or following[0].isdigit()
    if last.isdigit():
        front = max(begin, dot - len(last))
        at_front = front - begin < _MARGIN and not words[begin:front].strip()
        dated = len(head) > 1 and head[0].lower().split()[-1] in _BEFORE_DAYS
        return len(last) < 3 and (following[0].islower() or at_front or dated)  # noqa: PLR2004 3. May, not 2026.
    return len(last) == 1 and last.isalpha() and last != "i" and following[0].isupper()


def _add(spans: list[tuple[int, int]], words: str, begin: int, end: int) -> None:
    begin, end = _trimmed(words, begin, end)
    if begin == end:
        return
    for pattern, may_begin in _FRONTS:
        if may_begin(words[begin : begin + 2]):
            match = pattern.match(words, begin, min(end, begin + 120))
            if match is not None:
                begin, end = _trimmed(words, match.end(), end)
    if end - begin <= _LONGEST and begin < end and (words[begin] in _AROUND or words[end - 1] in _AROUND):
        begin, end = _unquoted(words, begin, end)
    if begin < end:
        spans.append((begin, end))


def _may_be_bullet(front: str) -> bool:
    return not front[:1].isalpha() or front[1:] == ")"


def _may_greet(front: str) -> bool:
    return front.lower() in _GREETED or not front.isascii()


_FRONTS = ((_BULLET, _may_be_bullet), (_GREETING, _may_greet))
"""What is left off at the front, and whether its first two characters allow it."""


def _unquoted(words: str, begin: int, end: int) -> tuple[int, int]:
    """Leave off quotation marks around the sentence: in minutes of a meeting everything stands in them.

    A mark stays where its partner stands inside: they quote somebody themselves.
    """
    while begin < end and words[begin] in _CLOSING and not _inside(words, begin + 1, end - 1, _CLOSING[words[begin]]):
        begin += 1
    while begin < end and words[end - 1] in _OPENING and not _inside(words, begin, end - 1, _OPENING[words[end - 1]]):
        end -= 1
    return _trimmed(words, *_plainer(words, begin, end))


def _plainer(words: str, begin: int, end: int) -> tuple[int, int]:
    """Leave off marks of emphasis around the sentence, as quotation marks."""
    if begin < end and words[begin] in _EMPHASIS:
        size = _run(words[begin : min(end, begin + 4)])
        if words.find(words[begin : begin + size], begin + size, end - size) < 0:
            begin += size
    if begin < end and words[end - 1] in _EMPHASIS:
        size = _run(words[max(begin, end - 4) : end][::-1])
        if words.find(words[end - size : end], begin, end - size) < 0:
            end -= size
    return begin, end


def _run(marks: str) -> int:
    """How many of the same mark stand at the front."""
    return len(marks) - len(marks.lstrip(marks[0]))


def _inside(words: str, begin: int, end: int, marks: str) -> bool:
    return any(words.find(mark, begin, end) >= 0 for mark in marks)


def _trimmed(words: str, begin: int, end: int) -> tuple[int, int]:
    if begin >= end or not (words[begin].isspace() or words[end - 1].isspace()):
        return begin, max(begin, end)
    piece = words[begin:end]
    left = len(piece) - len(piece.lstrip())
    return begin + left, begin + max(left, len(piece.rstrip()))
