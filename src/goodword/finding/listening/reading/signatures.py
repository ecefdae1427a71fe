"""Where a mail's own words end: sign-offs, signatures, device lines, disclaimers."""

import re

from goodword.finding.listening.reading.lines import Line
from goodword.finding.listening.reading.speakers import same_person

_SIGNATURE_LINES = 10
_SIGNATURE_WIDTH = 80
_NAME_WORDS = 5
_LONGEST_LINE = 300

_SIGN_OFF = re.compile(
    r"\s*(?:(?:thanks (?:and|&) )?(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere)?\s?(?:regards|wishes)"
    r"|all the best|take care|br|yours(?: sincerely| truly| faithfully)?|sincerely(?: yours)?|respectfully"
    r"|mit (?:freundlichen|besten|herzlichen|lieben) gr[üu](?:ß|ss)en"
    r"|(?:viele|liebe|beste|herzliche|sch[öo]ne|freundliche) gr[üu](?:ß|ss)e|gru(?:ß|ss)|mfg|lg|vg|bg|cordialement"
    r"|cordiali saluti|distinti saluti|saluti|met vriendelijke groeten?|groetjes|groeten|mvh"
    r"|med v[äe]nn?liga? h[äi]lsn?ing(?:ar)?"
    r"|bien cordialement|bien [àa] vous|cdlt|salutations|sinc[èe]res salutations|saludos(?: cordiales)?"
    r"|un (?:cordial )?saludo|atentamente|atenciosamente|cumprimentos|com os melhores cumprimentos|abra[çc]os?|att)"
    r"\s*[,.!\u2013-]{0,3}\s*(?:[^\W\d_][\w.'’-]*+\s?){0,4}+$",
    re.IGNORECASE,
)
_SOFT_SIGN_OFF = re.compile(
    r"\s*(?:best|cheers|thanks(?: again| so much| a lot| in advance)?|many thanks|thank you(?: so much| very much)?|ta"
    r"|(?:vielen |besten |herzlichen )?dank|danke|merci(?: beaucoup)?|(?:muchas )?gracias|(?:muito )?obrigad[oa])"
    r"\s*[,.!\u2013-]{0,3}\s*$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\s*(?:sent from (?:my|mail for|outlook|yahoo|a mobile)|get outlook for|von meinem .{2,30} gesendet|gesendet von"
    r"|envoy[ée] de mon|envoy[ée] depuis|enviado desde mi|enviado do meu|enviado de mi"
    r"|inviato da(?:l mio)?|verstuurd vanaf|verzonden vanaf|skickat från min)\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\W{0,5}(?:disclaimer\b|confidentiality (?:notice|note)|confidential(?:ity)?:|privileged (?:and|&) confidential"
    r"|(?:this|the information (?:in|contained in) this) (?:e-?mail|message|communication)\b.{0,160}"
    r"\b(?:confidential|intended|privileged)"
    r"|diese (?:e-?mail|nachricht)\b.{0,160}\b(?:vertraulich|bestimmt)"
    r"|ce (?:message|courriel|mail)\b.{0,160}\b(?:confidentiel|destin)"
    r"|est[ea] (?:mensaje|correo|mensagem|e-?mail)\b.{0,160}\bconfiden"
    r"|if you are not the intended recipient|sollten sie nicht der (?:richtige|beabsichtigte)"
    r"|dieses dokument ist vertraulich"
    r"|please consider the environment before|think before you print)",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\W{0,5}(?:external(?: e-?mail| sender| message)?\W{0,3}$|\[external\]"
    r"|(?:caution|warning|achtung|attention|vorsicht|atenci[oó]n)\b.{0,80}"
    r"\b(?:external|outside|extern\w{0,4}|fuori|fuera)\b"
    r"|this (?:e-?mail|message) (?:was sent|originated|comes?) from (?:outside|an external))",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\.?\s?[:.,\u2013-]?\s+\S", re.IGNORECASE)
# The first two letters of all that these patterns match, as far as it begins with letters: a line that begins with
# others is looked at no further.
_ENDING = frozenset(
    "th wi ki be wa ma si re al ta br yo mi vi li he sc fr gr mf lg vg bg co di sa me mv bi cd un at cu ab ch da mu ob "
    "se ge vo en in ve sk pr ce es if so pl ex ca ac".split()
)
_CONTACT = re.compile(r"\+?\(?\d[\d ()./-]{6,30}\d|www\.|https?://|[\w.+-]{1,64}@[\w-]{1,64}\.\w", re.IGNORECASE)


def unsigned(lines: list[Line], person_name: str) -> list[Line]:
    """The lines before the signature, and those of a postscript after it."""
    kept: list[Line] = []
    off = False
    for at, line in enumerate(lines):
        text = line.text
        if off:
            off = not _POSTSCRIPT.match(text[:20])
            if off:
                continue
        may_end = _may_end(text)
        if may_end and _BANNER.match(text[:_LONGEST_LINE]):
            continue
        if (may_end and _ends_here(lines, at, person_name)) or _signs(lines, at, person_name):
            if not kept and _DISCLAIMER.match(text[:_LONGEST_LINE]):  # at the top it is a banner of its company
                continue
            if _SOFT_SIGN_OFF.match(text[:_SIGNATURE_WIDTH]):
                kept.append(line)
            off = True
            continue
        kept.append(line)
    return _without_contacts(kept)


def _may_end(text: str) -> bool:
    """Whether a line may be a banner, or end a mail: none does that begins with other letters."""
    front = text[:2]
    return bool(front) and (front.lower() in _ENDING or not front.isalpha() or not front.isascii())


def _ends_here(lines: list[Line], at: int, person_name: str) -> bool:
    text = lines[at].text
    if text in {"--", "—", "---", "___", "__"}:
        return True
    head = text[:_LONGEST_LINE]
    if _DEVICE.match(head) or _DISCLAIMER.match(head):
        return True
    if len(text) > _SIGNATURE_WIDTH:
        return False
    if _SIGN_OFF.match(text):
        return True
    if _SOFT_SIGN_OFF.match(text):
        return _names_next(lines, at + 1, person_name)
    return False


def _signs(lines: list[Line], at: int, person_name: str) -> bool:
    """Whether a line is the person's name, as under a mail without a greeting."""
    if not person_name or at == 0:
        return False
    text = lines[at].text
    named = 0 < len(text) <= _SIGNATURE_WIDTH and same_person(text.strip(" ,-"), person_name)
    return named and _short_rest(lines, at)


def _rest(lines: list[Line], at: int) -> list[str]:
    found: list[str] = []
    for number in range(at, len(lines)):  # no slice: it would copy all that follows for each line that may sign off
        if lines[number].text:
            found.append(lines[number].text)
            if len(found) > _SIGNATURE_LINES:
                break
    return found


def _short_rest(lines: list[Line], at: int) -> bool:
    rest = _rest(lines, at)
    return len(rest) <= _SIGNATURE_LINES and all(len(text) <= _SIGNATURE_WIDTH for text in rest)


def _names_next(lines: list[Line], at: int, person_name: str) -> bool:
    rest = _rest(lines, at)
    if not rest:
        return True
    if not _short_rest(lines, at):
        return False
    return same_person(rest[0].strip(" ,-"), person_name) or _like_a_name(rest[0])


def _like_a_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _NAME_WORDS and text[0].isupper() and text[-1] not in ".!?:," and words[-1][0].isupper()


def _without_contacts(lines: list[Line]) -> list[Line]:
    """Drop a last paragraph that is a name with ways to reach it."""
    end = len(lines)
    while end and not lines[end - 1].text:
        end -= 1
    start = end
    while start and lines[start - 1].text and end - start <= _SIGNATURE_LINES:
        start -= 1
    block = [line.text for line in lines[start:end]]
    if start == 0 or len(block) < 2 or len(block) > _SIGNATURE_LINES:  # noqa: PLR2004 a name and a way to reach it
        return lines
    short = all(len(text) <= _SIGNATURE_WIDTH for text in block)
    if short and _like_a_name(block[0]) and any(_CONTACT.search(text) for text in block[1:]):
        return lines[:start]
    return lines
