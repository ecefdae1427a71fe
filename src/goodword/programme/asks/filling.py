"""Fill the named fields of a letter: `{person}`, and nothing else that a template language could do.

Values are plain text that is set in once and never read again, so nothing that a customer said can name a field, reach
an attribute or begin a header.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError

ANSWER_LINK, STOP_LINK = "answer_link", "stop_link"
FIELDS = ("person", "sender", "company", "quote", "theme", "minutes", "return", ANSWER_LINK, STOP_LINK)
"""What a letter may name. The two links are made when it is sent; until then their fields stand in its words."""

_PIECE = re.compile(r"\{([a-z_]+)\}|[{}]")
_LONGEST_SUBJECT, _LONGEST_TEXT = 200, 10_000


@dataclass(frozen=True, slots=True)
class Wording:
    """A letter's subject and words, with fields or filled."""

    subject: str
    text: str


def refuse_wording(wording: Wording) -> GoodwordError | None:
    """Refuse a template that could not be filled; says which line, and how to mend it."""
    if not wording.subject.strip() or not wording.text.strip():
        return GoodwordError("empty-letter", _("A letter needs a subject and words."), _("Write both."))
    refusal = refuse_subject(wording.subject)
    if refusal is None and len(wording.text) > _LONGEST_TEXT:
        said = _("The letter is longer than %(most)s characters.") % {"most": _LONGEST_TEXT}
        refusal = GoodwordError("long-letter", said, _("Say it shorter."))
    for number, line in enumerate([wording.subject, *wording.text.split("\n")]):
        refusal = refusal or _refuse_line(line, number, FIELDS)
    return refusal or refuse_links(wording.text)


def refuse_subject(subject: str) -> GoodwordError | None:
    """Refuse a subject that is not one short line: a line break in it would begin another header."""
    if len(subject) > _LONGEST_SUBJECT or not subject.isprintable():
        said = _("A subject is one line of at most %(most)s characters.") % {"most": _LONGEST_SUBJECT}
        return GoodwordError("bad-subject", said, _("Take the line breaks out of the subject, and say it shorter."))
    if f"{{{ANSWER_LINK}}}" in subject or f"{{{STOP_LINK}}}" in subject:
        said = _("A link stands in the subject.")
        return GoodwordError("link-in-subject", said, _("Links stand in the words, where they can be opened."))
    return None


def refuse_links(text: str) -> GoodwordError | None:
    """Refuse words without the link to answer by: saying no must be as easy as saying yes."""
    if f"{{{ANSWER_LINK}}}" in text:
        return None
    field = f"{{{ANSWER_LINK}}}"
    said = _("The words hold no %(field)s, so nobody could answer by a link.") % {"field": field}
    return GoodwordError("no-answer-link", said, _("Write %(field)s where the link shall stand.") % {"field": field})


def filled(wording: Wording, values: Mapping[str, str]) -> Wording:
    """Set values in. A paragraph with a field that has no value is left out; the links' fields stay as they are.

    Raises:
        GoodwordError: it is a template that `refuse_wording` refuses.
    """
    refusal = refuse_wording(wording)
    if refusal is not None:
        raise refusal
    known = {name: value.replace("\r", "") for name, value in values.items() if name in FIELDS and value.strip()}
    links = {ANSWER_LINK, STOP_LINK}
    kept = [part for part in wording.text.split("\n\n") if _named(part) <= known.keys() | links]
    subject = " ".join(_set_in(wording.subject, known).split())
    return Wording(subject[:_LONGEST_SUBJECT], "\n\n".join(_set_in(part, known) for part in kept).strip() + "\n")


def linked(text: str, *, answer_link: str, stop_link: str) -> str:
    """Set the links in; braces of any other kind stay as whoever wrote them wrote them."""
    return text.replace(f"{{{ANSWER_LINK}}}", answer_link).replace(f"{{{STOP_LINK}}}", stop_link)


def _named(text: str) -> set[str]:
    return {found[1] for found in _PIECE.finditer(text) if found[1]}


def _set_in(text: str, known: Mapping[str, str]) -> str:
    """One pass: what a value holds is never read as a field."""
    return _PIECE.sub(lambda found: known.get(found[1] or "", found[0]), text)


def _refuse_line(line: str, number: int, fields: Collection[str]) -> GoodwordError | None:
    """Refuse a field nobody knows, and a brace that belongs to none; line 0 is the subject."""
    where = _("Line %(line)s") % {"line": number} if number else _("The subject")
    names = ", ".join(f"{{{name}}}" for name in fields)
    for found in _PIECE.finditer(line):
        if found[1] is None:
            said = _("%(where)s holds “%(brace)s” that belongs to no field.") % {"where": where, "brace": found[0]}
            return GoodwordError("stray-brace", said, _("Write a field as one of: %(names)s.") % {"names": names})
        if found[1] not in fields:
            said = _("%(where)s names %(field)s, which is no field.") % {"where": where, "field": found[0]}
            return GoodwordError("unknown-field", said, _("Write one of: %(names)s.") % {"names": names})
    return None
