"""Transcripts: who says which line."""

import re
from collections import Counter
from typing import NamedTuple

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?m\.?)?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s)?"
_LABEL = re.compile(
    rf"[\s>*\u200e]{{0,4}}(?P<stamp>[\[(]?{_DAY}{_TIME}[\])]?\s{{0,3}}[-\u2013]?\s{{0,3}})?"
    r"\*{0,2}(?:\[(?P<role>[^\W\d_][\w -]{0,30})\]\s{0,3})?(?P<name>[^\W\d_][^:;!?()\[\],\n\"“”„«<>@/]{0,40}?)\s{0,2}"
    r"(?:\((?P<aside>[^()\n]{0,40})\)|,\s(?P<title>[^:\n\"“„«]{2,50}))?\s?\*{0,2}\s?(?:\[\d{1,2}:\d{2}(?::\d{2})?\])?"
    r":\*{0,2}(?:\s+|$)",
    re.IGNORECASE,
)
# Chats copied out of a window: the name and the time stand on a line of their own.
_STAMPED = re.compile(
    rf"\s{{0,4}}(?P<name>[^\W\d_][^:;!?()\[\],\n\"“”„«<>@/]{{1,40}}?)(?:,|\s[-\u2013|])?\s{{1,4}}[\[(]?{_DAY}{_TIME}[\])]?$"
    rf"|\s{{0,4}}[\[(]?{_DAY}{_TIME}[\])]?\s{{1,4}}(?P<late>[^\W\d_][^:;!?()\[\],\n\"“”„«<>@/]{{1,40}})$",
    re.IGNORECASE,
)
_ANGLED = re.compile(
    rf"\s{{0,4}}(?:[\[(]?{_TIME}[\])]?\s{{1,3}})?<[@+ ]?(?P<name>[^\W\d_][\w .'-]{{0,40}}+)>\s{{1,3}}(?=\S)"
)
_STAMP_WIDTH = 80
_REPLIED = re.compile(
    r"\s*-{2,5}\s?(?P<name>[^\W\d_][^:;!?()\[\],\n\"“”„«<>@/]{0,40}?)(?:,\s(?P<title>[^:\n-]{2,50}?))?,?\s"
    r"(?:replied|wrote|said|commented|antwortete|schrieb|a répondu|respondió|respondeu)\s?-{2,5}\s*$",
    re.IGNORECASE,
)
_OUR_TEAM = re.compile(r"\b(?:support|agent|customer success|csm|helpdesk|service desk)\b", re.IGNORECASE)
_OURS = frozenset(
    (
        *"agent support csm rep sales host interviewer moderator trainer consultant engineer bot assistant us".split(),
        *"berater kundenbetreuer kundenservice support-team agente soporte suporte conseiller vendor helpdesk".split(),
        "support agent",
        "support team",
        "customer success",
        "customer success manager",
        "success manager",
        "account manager",
        "account executive",
        "solutions engineer",
        "service desk",
    )
)
_THEIRS = frozenset(
    (
        "customer",
        "client",
        "user",
        "guest",
        "requester",
        "end-user",
        "anfragesteller",
        "demandeur",
        "solicitante",
        "visitor",
        "kunde",
        "kundin",
        "cliente",
        "utilisateur",
    )
)
_FIELDS = frozenset(
    "note notes subject date from to cc sent re fwd result results issue problem question answer summary steps "
    "expected actual environment version url link priority status update edit ps p.s topic agenda action actions next "
    "outcome outcomes goal goals pros cons feedback comment comments attendees participants time location attachment "
    "error warning info example tip hint reason impact background context request ticket description details title "
    "phone email e-mail tel fax mobile web website address wins risks highlights blockers betreff von an datum objet "
    "de para asunto assunto fecha data http https good bad conclusion overall verdict likes dislikes thanks score "
    "rating meeting call today tomorrow yesterday monday tuesday wednesday thursday friday start started ended "
    "lunch".split()
)
_PARTICLES = frozenset("de da do dos das van von der den la le del di al el bin ibn y e st".split())
_MOST_WORDS = 4


class Turn(NamedTuple):
    """One line of a transcript.

    Attributes:
        speaker: the label in force; empty before the first.
        skip: characters of label at its front.
    """

    speaker: str
    skip: int


def label_of(line: str) -> tuple[str, int]:
    """The speaker a line names and the length of the label; ("", 0) where it names none."""
    head = line[:160]
    match = _REPLIED.match(head) if line.endswith("--") else None
    if match is not None:
        return _known(match["name"], match["title"]), len(line)
    match = _LABEL.match(head) if ":" in head else None
    if match is None:
        return _beside_a_time(line)
    role, name = (match["role"] or "").lower().strip(), match["name"].strip()
    if role in _OURS or role in _THEIRS:
        return f"{role}: {name}", match.end()
    if match["stamp"] and name.startswith("From "):  # a chat beside a call: "10:12:03 From Ann Bell to Everyone:"
        name = name[5:].partition(" to ")[0].strip()
    label = _known(name, match["aside"] or match["title"])
    titled = bool(match["title"]) and " " not in name  # a name with a title has two words
    return (label, match.end()) if label != name or (not titled and _names_somebody(name)) else ("", 0)


def _beside_a_time(line: str) -> tuple[str, int]:
    """The speaker of a line that is a name and a time, or of one that begins with a name in angle brackets."""
    match = _ANGLED.match(line[:_STAMP_WIDTH]) if "<" in line[:_STAMP_WIDTH] else None
    if match is not None:
        return match["name"].strip(), match.end()
    if len(line) > _STAMP_WIDTH or ":" not in line:
        return "", 0
    match = _STAMPED.match(line)
    name = (match["name"] or match["late"]).strip() if match else ""
    return (name, len(line)) if name and _names_somebody(name) else ("", 0)


def _known(name: str, aside: str | None) -> str:
    """The label of a name: with our role where what stands beside it gives one."""
    return f"support: {name}" if _OUR_TEAM.search(aside or "") else name


def _names_somebody(name: str) -> bool:
    words = name.lower().split()
    if not words or len(words) > _MOST_WORDS or words[0] in _FIELDS:
        return False
    if name.lower() in _OURS or name.lower() in _THEIRS:
        return True
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in name.split())


def _role(label: str) -> str:
    """The role a label gives, or the label itself, in lower case."""
    return label.partition(":")[0].lower()


def name_in(label: str) -> str:
    """The name in a label, without a role before it."""
    return label.rpartition(": ")[2]


def transcript(lines: list[str], person_name: str) -> list[Turn] | None:
    """Who says each line, or None where the text is no transcript.

    It is one where a label is a role ("Agent:"), or the person's name, or where labels repeat or follow each other.
    """
    labels = [label_of(line) for line in lines]
    names = Counter(name for name, _ in labels if name)
    if not names:
        return None
    role = any(
        _role(name) in _OURS or _role(name) in _THEIRS or same_person(name_in(name), person_name) for name in names
    )
    if not role and not (len(names) > 1 and names.total() > 2):  # noqa: PLR2004 two names and three turns: a talk
        return None
    speaker, told = "", []
    for name, skip in labels:
        speaker = name or speaker
        told.append(Turn(speaker, skip))
    return told


def same_person(label: str, person_name: str) -> bool:
    """Whether a label names the person: the full name, or its first or last word with nothing that contradicts."""
    said = [word.strip(".") for word in label.casefold().replace("-", " ").split()]
    known = [word.strip(".") for word in person_name.casefold().replace("-", " ").split()]
    if not said or not known:
        return False
    if said == known:
        return True
    if len(said) == 1:
        return said[0] in (known[0], known[-1])
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in known) for word in said)


def theirs(told: list[Turn], person_name: str) -> set[str]:
    """The labels whose lines are the customer's person's.

    The person where they speak; else a customer role; else the one speaker left when roles of ours are set aside. Where
    two or more could be meant, nobody is: it is better to miss a remark than to credit the wrong person.
    """
    names = {turn.speaker for turn in told if turn.speaker}
    others = {name for name in names if _role(name) not in _OURS}
    person = {name for name in others if same_person(name_in(name), person_name)}
    if person:
        return person
    roles = {name for name in others if _role(name) in _THEIRS}
    if roles:
        return roles
    return others if len(others) == 1 and not person_name else set()
