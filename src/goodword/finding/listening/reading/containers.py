"""Which parts of an HTML mail are not read: quoted mail, signatures, scripts, what is hidden."""

import re

BLOCKS = frozenset(
    "html body div p br table tbody thead tfoot caption tr td th blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr pre "
    "center section article header footer main nav aside figure figcaption address form option title !doctype".split()
)
"""Tags that end a line."""

_SILENT = frozenset("script style head title noscript template textarea select button svg xml blockquote".split())
_QUOTES = (
    "gmail_quote",
    "yahoo_quoted",
    "protonmail_quote",
    "tutanota_quote",
    "moz-cite-prefix",
    "moz-forward-container",
    "outlookmessageheader",
    "mail-editor-reference-message-container",
    "zmail_extra",
    "front-blockquote",
    "gorgias_quote",
    "freshdesk_quote",
    "hubspot_quote",
)
_SIGNATURES = (
    "gmail_signature",
    "moz-signature",
    "ms-outlook-mobile-signature",
    "protonmail_signature",
    "apple-mail-signature",
    'id="signature',
    "id='signature",
    "id=signature",
)
# Programs that mark only where the older mail begins.
_ENDS = ("divrplyfwdmsg", "appendonsend", "ms-outlook-mobile-reference-message", "stopspelling")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|\bhidden\b", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|style)\b[^<>]*+>", re.IGNORECASE)
_FORWARDED = re.compile(
    r"forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|mensagem encaminhada"
    r"|messaggio inoltrato|doorgestuurd bericht",
    re.IGNORECASE,
)
_HEAD = 2_000  # characters of a quote in which its header stands


class Muted:
    """An element that is not read, up to its end.

    Attributes:
        quotes: whether it is somebody else's mail, so that a line of ">" stands for it.
    """

    def __init__(self, name: str, *, quotes: bool = False, answered: bool = False) -> None:
        self.quotes = quotes
        self._name = name
        self._depth = 1
        self._answered = answered
        self._head = ""

    def hear(self, piece: str) -> None:
        """Take note of words that are muted: a forwarded mail says so at its head."""
        if self._answered and len(self._head) < _HEAD:
            self._head += piece[:_HEAD]

    def after(self, name: str, *, closing: bool) -> "Muted | None":
        """What is muted after one more tag.

        Where an answered mail stands in a container, only its block quotes are quoted: answers stand between them. A
        forwarded mail is quoted whole.
        """
        if self._answered and name == "blockquote" and not closing:
            if not _FORWARDED.search(self._head):
                return Muted(name, quotes=True)
            self._answered = False
        if name == self._name:
            self._depth += -1 if closing else 1
        return self if self._depth else None


def mutes(name: str, attributes: str) -> Muted | None:
    """What a tag that opens mutes; None where its words are read."""
    if name in _SILENT:
        return Muted(name, quotes=name == "blockquote")
    if not attributes or name in {"br", "hr", "img", "meta", "link", "base", "input", "a"}:
        return None
    said = attributes.lower()
    if any(mark in said for mark in _QUOTES):
        return Muted(name, quotes=True, answered="gmail_quote" in said)
    if any(mark in said for mark in _SIGNATURES) or _HIDDEN.search(said):
        return Muted(name)
    return None


def ends_all(attributes: str | None) -> bool:
    """Whether all that follows a tag is an older mail."""
    if not attributes:
        return False
    said = attributes.lower()
    return any(mark in said for mark in _ENDS)


def raw_end(text: str, at: int) -> int:
    """Where the script or style that begins here ends: its words hold no tags."""
    match = _RAW_END.search(text, at)
    return match.end() if match else len(text)
