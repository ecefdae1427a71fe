"""The line under a quote: who said it, in what job, at which company."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goodword.finding.listening.quoting.jobs import WHOLE, is_field, is_firm, is_form, is_job, job_word

type Span = tuple[int, int]

LONGEST = 200
"""Characters; a longer line is no byline."""

NOTHING: Span = (0, 0)


class Byline(NamedTuple):
    """Spans of the line; `NOTHING` where it does not tell.

    Attributes:
        name: who said it, without "Dr." and degrees.
        title: the job, as written.
        company: where they hold it.
    """

    name: Span
    title: Span
    company: Span


_PART = re.compile(r"\s{0,4}(?:,|;|\||·|•|\(|\)|\n|\s[-–—/]{1,2}(?=\s)|[–—])\s{0,4}")
_OPENING = re.compile(r"[\s\-–—~*_>\"“”„«»:•]{1,8}|(?:by|von|par|por|said|says|so)\s(?=[A-ZÀ-Þ])")
_HONOUR = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|mme|sr|sra|srta|dra|ing|dipl|eng|exmo)\.|dr|prof|professor|mrs?|ms|herr|frau|mme|dipl\.-ing\.)\s+",
    re.IGNORECASE,
)
_BORN = frozenset("jr sr jnr snr ii iii iv filho neto".split())
_DEGREES = frozenset(
    "phd md mba msc bsc ma ba ms mphil jd esq cpa cfa pmp cissp rn dds dvm pe meng beng llm dphil dba dipl-ing pharmd "
    "she/her he/him they/them she/they he/they sie/ihr er/ihm elle/elle ella he/his her him".split()
)
_PARTICLES = frozenset("de da do dos das van von der den la le del di al el bin ibn y e st ten ter zu af".split())
_MOST_WORDS = 5
_AT = re.compile(
    r"\s(?:(?:at|@|bei|beim|chez|with)|(?P<loose>for|para|on|en|na|no|in|im|pour))"
    r"\s(?:der\s|the\s(?=[A-ZÀ-Þ]))?(?P<firm>(?=[A-ZÀ-Þ\d])\S)"
    r"|@(?=[A-ZÀ-Þ\d])(?P<glued>)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|der|des|von|vom|de|du|da|do|del|de la)\s(?=[^\W_])|\sd['’](?=[^\W_])", re.IGNORECASE)
_OWNERS = re.compile(r"(?P<firm>[^\W_][\w.&-]{0,30})['’]s\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|et|y|e|&)\s", re.IGNORECASE)
_LEADING_AND = re.compile(r"(?:and|und|et|y|e|&)\s", re.IGNORECASE)
_DATED = re.compile(
    r"\d{1,4}\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d",
    re.IGNORECASE,
)


def bylines_in(line: str) -> tuple[Byline, ...]:
    """The people a line under a quote names, in order; none where it reads like no byline.

    Of several people ("Ann Bell and Bob Ray, CTOs at Acme") who have no title or company of their own have the next
    one's. The words of the line decide, so a company that stands before a job without a comma ("Acme Architect") is
    taken for part of the title.
    """
    if len(line) > LONGEST:
        return ()
    groups = _grouped(line, _parts(line))
    found = [_read(line, group) for group in groups]
    for at in range(len(found) - 2, -1, -1):
        after = found[at + 1]
        title = found[at].title if found[at].title != NOTHING else after.title
        company = found[at].company if found[at].company != NOTHING else after.company
        found[at] = found[at]._replace(title=title, company=company)
    return tuple(one for one in found if one != (NOTHING, NOTHING, NOTHING))


def _parts(line: str) -> list[Span]:
    """What stands between commas, bars, dashes and brackets, without what is no name, job or company."""
    begin = 0
    while (opening := _OPENING.match(line, begin)) is not None:
        begin = opening.end()
    spans: list[Span] = []
    for start, end in _between(line, begin):
        end = start + len(line[start:end].rstrip(' ."“”»*_~'))  # noqa: PLW2901 the span without what trails
        end += line[end : end + 1] == "." and _dotted(line[start:end])  # noqa: PLW2901
        words = line[start:end]
        if not words or _DATED.match(words) or words.replace(".", "").lower() in _DEGREES:
            continue
        form = is_form(words) and bool(spans) and line[spans[-1][1] : start].strip() == ","
        if spans and (form or words.strip(".").lower() in _BORN):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _dotted(words: str) -> bool:
    """Whether the full stop after these words is theirs: "Inc.", "S.A.", "Jr."."""
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return is_form(last) or last.lower() in _BORN or "." in last[:-1]


def _between(line: str, begin: int) -> Iterator[Span]:
    for match in _PART.finditer(line, begin):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < len(line):
        yield begin, len(line)


def _grouped(line: str, parts: Sequence[Span]) -> list[list[Span]]:
    """The parts of each person: a new one begins at "and" before a name, or at a name after a job."""
    groups: list[list[Span]] = []
    for place, (start, end) in enumerate(parts):
        words = line[start:end]
        leading = _LEADING_AND.match(words)
        if leading is not None and _is_name(words[leading.end() :]) and place:
            groups.append([(start + leading.end(), end)])
            continue
        both = _AND.search(words) if not groups else None
        if both is not None and _is_name(words[: both.start()]) and _is_name(words[both.end() :]):
            groups += [[(start, start + both.start())], [(start + both.end(), end)]]
        elif groups:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _is_name(words: str) -> bool:
    """Whether words look like a person's name: a few, all capitalised but for particles, no job, no legal form."""
    parts = _HONOUR.sub("", words).split()
    if not 0 < len(parts) <= _MOST_WORDS or is_firm(words) or job_word().search(words) or is_field(words):
        return False
    return all(part[0].isupper() or part.lower() in _PARTICLES for part in parts) and parts[0][0].isupper()


def _read(line: str, parts: Sequence[Span]) -> Byline:
    if not parts:
        return Byline(NOTHING, NOTHING, NOTHING)
    first, rest = parts[0], list(parts[1:])
    name = NOTHING
    if _is_name(line[slice(*first)]):
        name = _without_honour(line, first)
    else:
        cut = _named_before_job(line, first)
        name = _without_honour(line, (first[0], cut)) if cut else NOTHING
        begin = cut + len(line[cut : first[1]]) - len(line[cut : first[1]].lstrip()) if cut else first[0]
        rest.insert(0, (begin, first[1]))
        if name == NOTHING and not is_job(line[slice(*rest[0])]):
            return Byline(NOTHING, NOTHING, NOTHING)
    title, company = _placed(line, rest)
    return Byline(name, _trimmed(line, title), _trimmed(line, company))


def _trimmed(line: str, span: Span) -> Span:
    """A span without the marks and spaces at its ends."""
    start, end = span
    end = start + len(line[start:end].rstrip(" ,;|()-–—@\t\n"))
    start = end - len(line[start:end].lstrip(" ,;|()-–—@\t\n"))
    return (start, end) if start < end else NOTHING


def _without_honour(line: str, span: Span) -> Span:
    start, end = span
    while (honour := _HONOUR.match(line, start, end)) is not None:
        start = honour.end()
    return start, end


def _named_before_job(line: str, span: Span) -> int:
    """Where a name ends that a job follows without a comma: "Ann Bell CFO"; 0 where none does."""
    job = job_word().search(line, *span)
    where = _AT.search(line, *span)
    cut = min((match.start() for match in (job, where) if match is not None), default=0)
    words = line[span[0] : cut].rstrip()
    return span[0] + len(words) if len(words.split()) > 1 - (job is None) and _is_name(words) else 0


def _placed(line: str, parts: Sequence[Span]) -> tuple[Span, Span]:
    """The title and the company among the parts after the name."""
    if not parts:
        return NOTHING, NOTHING
    start, end = parts[0][0], parts[-1][1]
    at = _at(line, parts)
    if at is not None:
        title = (start, at[0]) if start < at[0] else NOTHING
        return title, at[1]
    firm = next((part for part in parts if is_firm(line[slice(*part)]) and not _held_at(line, part)), None)
    if firm is None and len(parts) > 1:
        others = [part for part in parts if not is_job(line[slice(*part)])]
        firm = parts[-1] if parts[-1] in others else (others[0] if others and others[0] == parts[0] else None)
    if firm is None:
        return _inside(line, (start, end))
    if firm == parts[0]:
        jobs = [part for part in parts[1:] if is_job(line[slice(*part)])]
        return ((jobs[0][0], jobs[-1][1]) if jobs else NOTHING), firm
    before = [part for part in parts if part[1] <= firm[0]]
    return (before[0][0], before[-1][1]), firm


def _held_at(line: str, part: Span) -> bool:
    """Whether a part that ends in a legal form begins with a job: "CEO Acme GmbH"."""
    return job_word().match(line, *part) is not None


def _at(line: str, parts: Sequence[Span]) -> tuple[int, Span] | None:
    """Where the title ends and the company stands after "at" or its like; after a loose one only in the last part."""
    found = None
    for part in parts:
        for match in _AT.finditer(line, part[0] - 1 if part[0] else 0, part[1]):
            begin = match.end() if match["firm"] is None else match.start("firm")
            words = line[begin : part[1]]
            own = _OWNERS.match(words)
            if own is not None:
                if part == parts[-1]:
                    found = part[1], (begin, begin + own.end("firm"))
            elif not is_field(words) and not (match["loose"] and (part != parts[-1] or _is_place(line, part, match))):
                found = part[0] + len(line[part[0] : match.start()].rstrip()), (begin, part[1])
    return found


def _is_place(line: str, part: Span, match: re.Match[str]) -> bool:
    """Whether a loose word stands with nothing that is held: "for" needs a job before it."""
    return job_word().search(line, part[0], match.start()) is None or line[match.start("firm")].islower()


def _inside(line: str, span: Span) -> tuple[Span, Span]:
    """A title and perhaps a company in one part: "CFO of Harbour Ltd", "CEO Acme GmbH", "Harbour"."""
    start, end = span
    words = line[start:end]
    if not is_job(words) and job_word().search(words) is None:
        return NOTHING, span
    own = _OWNERS.match(line, start, end)
    if own is not None and not job_word().search(own["firm"]):
        return (own.end(), end), own.span("firm")
    held = list(_OF.finditer(line, start, end))
    for at, match in enumerate(held):
        named = line[match.end() : end]
        whole = WHOLE.search(line[start : match.start()]) is not None
        if (
            not is_field(named)
            and named[0].isupper()
            and (whole or at > 0 or is_firm(named))
            and not job_word().search(named)
        ):
            return (start, match.start()), (match.end(), end)
    job = max((match.end() for match in job_word().finditer(line, start, end)), default=end)
    if is_firm(words) and job + 1 < end:
        return (start, job), (job + 1, end)
    return span, NOTHING
