"""What a report about a letter says: that it did not arrive, or that its reader complained. Pure: bytes in, facts out.

Read are delivery reports (RFC 3464, RFC 6533), complaints (RFC 5965), and what mail servers write in plain words. They
come from strangers: only the beginning is read, and what cannot be read says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import HeaderParser
from itertools import islice
from typing import Literal

type Kind = Literal["hard", "soft", "complaint"]

MOST_BYTES = 256 * 1024
"""How much of a report is read: what it says comes first, and the letter it returns may be long."""

_MOST_PARTS, _MOST_IDS, _MOST_SAID = 50, 20, 300

_NO_SUCH = re.compile(
    r"user unknown|unknown user|no such (user|recipient|mailbox|person|address)|recipient (not found|unknown)|"
    r"(user|mailbox|address|account|recipient)\b.{0,40}(does not exist|doesn'?t exist|not found|unavailable|disabled|"
    r"no longer (valid|available|exists))|invalid (recipient|mailbox|address)|unrouteable address|"
    r"host (or domain name )?not found|\b5\.1\.[0-9]{1,2}\b|"
    r"empf\S{1,8}nger (unbekannt|existiert nicht)|adresse (unbekannt|existiert nicht)",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"undeliver|could not be delivered|couldn'?t be delivered|delivery (has )?failed|delivery failure|failure notice|"
    r"permanent error|unable to deliver|wasn'?t able to deliver|returned to sender|mail delivery failed|unzustellbar",
    re.IGNORECASE,
)
_ROBOT = re.compile(r"mailer-daemon|postmaster|mail delivery|<>", re.IGNORECASE)
_ID = re.compile(r"<[^<>@\s]{1,200}@[^<>@\s]{1,200}>")
_COMPLAINTS = frozenset({"abuse", "fraud", "opt-out", "complaint"})
_HARD_STATUS = re.compile(r"5\.(1\.\d+|2\.1|4\.4)\b")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says.

    Attributes:
        kind: `hard`, the address is no good; `soft`, it may be good another time; `complaint`, they call it unwanted.
        message_ids: ids it may be about, the likeliest first; only the letter with that id says whose address it is.
        said: the server's own words, shortened.
    """

    kind: Kind
    message_ids: tuple[str, ...]
    said: str


def read_report(raw: bytes) -> Report | None:
    """Read a message; None where it is no report, such as a holiday note, or none that says anything."""
    raw = raw[:MOST_BYTES]
    try:
        message = message_from_bytes(raw)
        parts = list(islice(message.walk(), _MOST_PARTS))
        told = _complaint(parts) or _delivery(parts) or _in_plain_words(message, parts)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return None  # the parser met what nobody writes by accident
    if told is None:
        return None
    kind, said = told
    return Report(kind, _ids(parts, raw), " ".join(said.split())[:_MOST_SAID])


def _complaint(parts: list[Message]) -> tuple[Kind, str] | None:
    for part in parts:
        if part.get_content_type() == "message/feedback-report":
            for fields in _blocks(part):
                said = str(fields.get("Feedback-Type", "")).strip().casefold()
                if said in _COMPLAINTS:
                    return "complaint", said
    return None


def _delivery(parts: list[Message]) -> tuple[Kind, str] | None:
    for part in parts:
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            failed = [fields for fields in _blocks(part) if _field(fields, "Action").casefold() == "failed"]
            if not failed:
                return None  # delayed, relayed, delivered: it may still arrive, or has
            said = " ".join(f"{_field(failed[0], 'Status')} {_field(failed[0], 'Diagnostic-Code')}".split())
            return _kind_of(_field(failed[0], "Status"), said), said
    return None


def _kind_of(status: str, said: str) -> Kind:
    """Only an address that is no good is hard: a full mailbox, or a rule against our words, may be over tomorrow."""
    if _HARD_STATUS.match(status):
        return "hard"
    vague = not _STATUS.match(status) or status.startswith("5.0.")
    return "hard" if vague and _NO_SUCH.search(said) else "soft"


def _in_plain_words(message: Message, parts: list[Message]) -> tuple[Kind, str] | None:
    """What a server wrote that knows no form: from a robot, and it says that something failed."""
    if any(part.get_content_type().endswith("delivery-status") for part in parts):
        return None
    sender = f"{_field(message, 'From')} {_field(message, 'Return-Path')}"
    robot = _ROBOT.search(sender) or message.get("X-Failed-Recipients")
    text = next((_text(part) for part in parts if part.get_content_type() == "text/plain"), "")
    whole = f"{_field(message, 'Subject')}\n{text}"
    if not robot or not (_FAILED.search(whole) or message.get("X-Failed-Recipients")):
        return None
    found = _NO_SUCH.search(whole)
    around = whole[max(0, found.start() - 80) : found.end() + 160] if found else whole
    return ("hard" if found else "soft"), around


def _ids(parts: list[Message], raw: bytes) -> tuple[str, ...]:
    """Ids it may be about: those of the letter it returns first, then whatever looks like one anywhere."""
    returned = [_field(part, "Message-ID") for part in parts[1:]]
    headers = (part for part in parts if part.get_content_type() in {"text/rfc822-headers", "message/global-headers"})
    returned += [_field(HeaderParser().parsestr(_text(part).lstrip()), "Message-ID") for part in headers]
    anywhere = _ID.findall(raw.decode("ascii", "replace"))
    found = dict.fromkeys(name.strip() for name in [*returned, *anywhere] if name.strip())
    return tuple(islice(found, _MOST_IDS))


def _blocks(part: Message) -> Iterator[Message]:
    """Blocks of fields, as reports have them; however the parser took the part."""
    payload = part.get_payload()
    for inner in payload if isinstance(payload, list) else []:
        if not isinstance(inner, Message):
            continue
        yield inner
        rest = inner.get_payload()
        for block in re.split(r"\n\s*\n", rest) if isinstance(rest, str) else []:
            yield HeaderParser().parsestr(block.lstrip())
    for block in re.split(r"\r?\n\s*\n", payload) if isinstance(payload, str) else []:
        yield HeaderParser().parsestr(block.lstrip())


def _field(fields: Message, name: str) -> str:
    return str(fields.get(name) or "").strip()


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(part.get_payload())
