"""Which lines of a mail are somebody else's, quoted or forwarded."""

import re

from goodword.finding.listening.reading.lines import Line
from goodword.finding.listening.reading.speakers import same_person

_COLONS = (":", "\uff1a")
_DIVIDING = "-#bB"  # what the first of a divider's letters may be
_HEADER_LINES = 3  # a reply header may be wrapped over so many lines
_FIELDS_WITHIN = 6
_LONGEST_LINE = 400

_REPLY = re.compile(
    r"\W{0,3}(?:on\b.{4,250}\bwrote"
    r"|(?:am|on|um)\b.{4,250}\bschrieb\b.{0,120}"
    r"|le\b.{4,250}\ba [ée]crit"
    r"|el\b.{4,250}\bescribi[oó]"
    r"|(?:em|no dia|a)\b.{4,250}\bescreveu"
    r"|il\b.{4,250}\bha scritto"
    r"|op\b.{4,250}\b(?:schreef|geschreven)\b.{0,120}"
    r"|(?:den|p[åa]|ons?|tirs|tors|fre|l[øö]r|s[øö]n|m[åa]n)\b.{4,250}\bskrev\b.{0,120}"
    r"|(?:w dniu|dnia|dne)\b.{4,250}\bnap(?:isa[łl]|sal)\b.{0,120}"
    r"|.{1,100}<[^<>@\s]{1,80}@[^<>\s]{1,80}>\s?(?:wrote|schrieb|a [ée]crit|escribi[oó]|escreveu)\b.{0,60}"
    # Any language: a year, and an address in angle brackets.
    r"|(?=.{0,250}(?:19|20)\d\d)[^<>]{0,250}<[^<>@\s]{1,80}@[^<>\s]{1,80}>[^<>]{0,60})\s?[:\uff1a]\s*$",
    re.IGNORECASE,
)
_OLDER = (
    r"original (?:message|appointment)|forwarded message|begin forwarded message|reply above this line"
    r"|please type your reply above|urspr[üu]ngliche nachricht|originalnachricht|weitergeleitete nachricht"
    r"|message d['’]origine|message original|message transf[ée]r[ée]|mensaje original|mensaje reenviado"
    r"|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht"
    r"|doorgestuurd bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding"
    r"|wiadomo[śs][ćc] oryginalna|p[ůu]vodn[íi] zpr[áa]va"
)
_DIVIDER = re.compile(
    rf"(?<!-)-{{2,20}}+\s?(?:{_OLDER})\s?-{{2}}"
    r"|(?<!-)-{2,5}+ on .{4,100} wrote -{2}"
    r"|^\s{0,5}begin forwarded message:|^\s{0,5}#{2,5}+-? ?please type your reply above",
    re.IGNORECASE,
)
_INLINE_REPLY = re.compile(
    r"\bOn (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d{1,4})[^\n]{5,150}? wrote:"
)
_FROM = re.compile(r"\s{0,9}\*{0,2}(?:from|von|de|da|van|från|fra|od)\s?:\*{0,2}\s{1,9}(.{2,120})", re.IGNORECASE)
_FIELD = re.compile(
    r"\s{0,9}\*{0,2}(?:sent|date|to|cc|bcc|subject|reply-to|gesendet|datum|an|betreff|envoy[ée]|[àa]|objet"
    r"|enviado(?: el)?|fecha|para|asunto|enviada(?: em)?|data|assunto|inviato|oggetto|verzonden|aan|onderwerp"
    r"|skickat|till?|[äa]mne|sendt|emne|wys[łl]ano|do|temat)\s?:",
    re.IGNORECASE,
)


def own_lines(lines: list[Line], person_name: str) -> list[Line]:
    """The lines that are neither quoted, nor under a reply header or a divider, nor a forwarded mail's."""
    if not any(_tells(line.text) for line in lines):
        return [line for line in lines if not line.text.startswith((">", "&gt;", "|"))]
    kept: list[Line] = []
    at, count = 0, len(lines)
    while at < count:
        line = lines[at]
        if line.text.startswith((">", "&gt;", "|")):
            at += 1
            continue
        size = _reply_header(lines, at)
        if size:
            at += size
            if not _marked_next(lines, at):
                break
            continue
        fields = _mail_fields(lines, at)
        if fields:
            if not _own_header(kept, line, person_name):
                break
            at += fields
            continue
        cut = _cut_inside(line.text)
        if cut is not None:
            kept.append(line.until(cut))
            break
        kept.append(line)
        at += 1
    return kept


def _tells(line: str) -> bool:
    """Whether a line may begin or head somebody else's mail: none does without one of these marks."""
    return ":" in line or "--" in line or "##" in line or "\uff1a" in line


def _reply_header(lines: list[Line], at: int) -> int:
    """How many lines of a reply header start here."""
    first = lines[at].text
    if not first or len(first) > _LONGEST_LINE:
        return 0
    if first[0] in _DIVIDING and _DIVIDER.match(first):
        return 1
    if not any(line.text.endswith(_COLONS) for line in lines[at : at + _HEADER_LINES]):
        return 0
    joined = first
    for size in range(1, _HEADER_LINES + 1):
        if joined.endswith(_COLONS) and _REPLY.match(joined):
            return size
        if at + size >= len(lines) or not lines[at + size].text:
            return 0
        joined = f"{joined} {lines[at + size].text}"[:_LONGEST_LINE]
    return 0


def _marked_next(lines: list[Line], at: int) -> bool:
    """Whether the next words are marked as quoted, so that only marked ones are."""
    for number in range(at, len(lines)):  # no slice: it would copy all that follows for each header
        if lines[number].text:
            return lines[number].text.startswith((">", "&gt;"))
    return False


def _mail_fields(lines: list[Line], at: int) -> int:
    """How many lines the block From, Sent, To, Subject takes that starts here; 0 where none does."""
    if not _FROM.match(lines[at].text[:200]):
        return 0
    size, fields = 1, 0
    for line in lines[at + 1 : at + _FIELDS_WITHIN]:
        if not _FIELD.match(line.text[:60]):
            break
        fields += 1
        size += 1
    return size if fields > 1 else 0


def _own_header(kept: list[Line], line: Line, person_name: str) -> bool:
    """Whether a block of mail fields heads this very mail: nothing stands before it, and it does not name another."""
    if any(other.text for other in kept):
        return False
    match = _FROM.match(line.text[:200])
    sender = match.group(1).partition("<")[0].strip(' "') if match else ""
    return not person_name or same_person(sender, person_name)


def _cut_inside(line: str) -> int | None:
    """Where quoted mail starts inside a line whose breaks were lost; None where it does not."""
    if "--" not in line and " wrote:" not in line:
        return None
    found = [match.start() for match in (_DIVIDER.search(line), _INLINE_REPLY.search(line)) if match]
    return min(found) if found else None
