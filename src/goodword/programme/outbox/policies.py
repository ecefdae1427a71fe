"""May this letter be queued, sent again or taken back, and if not why."""

from datetime import datetime
from email.headerregistry import Address
from email.utils import parseaddr

from email_validator import EmailNotValidError, validate_email

from goodword.kit.errors import GoodwordError
from goodword.programme.outbox.models import Attempt, Letter
from goodword.programme.outbox.purposes import PURPOSES
from goodword.programme.outbox.querysets import HELD_AFTER

_SUBJECT_LIMIT = 500  # a mail server may refuse headers beyond 998 characters a line
_CONTROL = 32  # characters below it are controls: line breaks, tabs, NUL
_DELETE = 127


def checked_address(text: str) -> str:
    """Return an address with its name, in the one form that headers take: `Name <mail@domain>`.

    Raises:
        GoodwordError: it is no address, it is more than one, or it holds a control character such as a line break.
    """
    name, bare = parseaddr(text, strict=True)
    if _has_controls(text) or not bare:
        raise _bad_address(text, "It must be one address on one line.")
    try:
        # Reserved domains stay allowed: the sample company lives on them.
        checked = validate_email(bare, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError as error:
        raise _bad_address(text, str(error)) from error
    if checked.ascii_email is None:
        raise _bad_address(text, "Letters outside ASCII before the @ reach too few mail servers.")
    return str(Address(name, addr_spec=checked.ascii_email)) if name else checked.ascii_email


def bare_address(text: str) -> str:
    """Return the address without its name, as envelopes take it."""
    return parseaddr(text, strict=True)[1]


def refuse_letter(purpose: str, *, subject: str, text: str, unsubscribe_url: str) -> GoodwordError | None:
    """Refuse a letter of no known kind, without words, or whose headers would break."""
    if purpose not in PURPOSES:
        return GoodwordError(
            "no-purpose", f"There is no kind of letter called {purpose!r}.", f"Use one of: {', '.join(PURPOSES)}."
        )
    if not subject.strip() or not text.strip():
        return GoodwordError("empty-letter", "A letter needs a subject and words.", "Write both.")
    if _has_controls(subject) or len(subject) > _SUBJECT_LIMIT:
        return GoodwordError(
            "bad-subject", "A subject is one line.", f"Use one line of at most {_SUBJECT_LIMIT} characters."
        )
    if unsubscribe_url and (_has_controls(unsubscribe_url) or not unsubscribe_url.startswith(("https://", "http://"))):
        return GoodwordError("bad-link", "The link that ends such letters is none.", "Use an https address.")
    return None


def refuse_ruling(attempt: Attempt, *, now: datetime) -> GoodwordError | None:
    """Refuse to rule on an attempt that is not the last, is still at work, ended well, or was ruled on already."""
    letter = attempt.letter
    outcome = getattr(attempt, "outcome", None)
    if hasattr(letter, "waiting") or hasattr(letter, "drop") or letter.attempts.filter(number__gt=attempt.number):
        return GoodwordError("letter-moved-on", f"{_named(letter)} has moved on.", "Look at the list again.")
    if hasattr(attempt, "ruling"):
        return GoodwordError("ruled-already", f"Somebody decided about {_named(letter)} already.")
    if outcome is None and now < attempt.claimed_at + HELD_AFTER:
        return GoodwordError(
            "letter-at-work",
            f"{_named(letter)} is being sent just now.",
            f"If nothing is known in {HELD_AFTER.seconds // 60} minutes, decide then.",
            retry=True,
        )
    if outcome is not None and outcome.result == "sent":
        return GoodwordError("letter-sent", f"{_named(letter)} was sent: {outcome.answer}", "Nothing is left to do.")
    return None


def refuse_again(letter: Letter, *, now: datetime) -> GoodwordError | None:
    """Refuse to send what nobody should read so late, or whose words are gone."""
    if now >= letter.expires_at or not letter.text:
        return GoodwordError(
            "letter-expired",
            f"{_named(letter)} would arrive too late to be of use.",
            "Whoever wanted it can ask for a new one.",
        )
    return None


def refuse_withdrawal(letter: Letter) -> GoodwordError | None:
    """Refuse to take back what no longer waits."""
    if not hasattr(letter, "waiting"):
        return GoodwordError("letter-gone", f"{_named(letter)} does not wait any more.", "Look at the list again.")
    return None


def _named(letter: Letter) -> str:
    return f"Letter {letter.pk}"


def _has_controls(text: str) -> bool:
    return any(ord(sign) < _CONTROL or ord(sign) == _DELETE or sign in "\u0085\u2028\u2029" for sign in text)


def _bad_address(text: str, why: str) -> GoodwordError:
    return GoodwordError("bad-email", f"{text!r} is no e-mail address: {why}", "Write it like name@company.example.")
