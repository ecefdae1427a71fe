"""From a letter in the outbox to the bytes that travel."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from goodword.programme.outbox.models import Letter


class _Post(EmailPolicy):
    """Headers as e-mail folds them, but for addresses of pages.

    Folded, one longer than a line would be encoded, and no mail program could open it. A line may be 998 characters.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return a header as it travels."""
        if name.lower() == "list-unsubscribe":
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


# Lines of the body may be long: quoted-printable wraps them without touching the words.
_POLICY = _Post(linesep="\r\n", raise_on_defect=True)


def compose(letter: Letter, *, now: datetime) -> bytes:
    """Return the message as a mail server takes it: CRLF line ends, ASCII headers, one recipient.

    Raises:
        ValueError: a header would not hold what should stand in it.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = letter.sender
    message["To"] = letter.to
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"  # so that no holiday note answers it (RFC 3834)
    if letter.unsubscribe_url:
        message["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.calendar:
        # In base64, so that nothing on the way breaks its lines anew; the method says what a calendar does with it.
        method = "CANCEL" if "METHOD:CANCEL" in letter.calendar else "REQUEST"
        message.add_alternative(letter.calendar, subtype="calendar", cte="base64", params={"method": method})
    if letter.language:
        message["Content-Language"] = letter.language  # last: it is the whole message's, not the first part's
    broken = [name for name in ("From", "To", "Subject") if message[name].defects]
    if broken:
        raise ValueError(f"what should stand in {', '.join(broken)} cannot stand there")
    return message.as_bytes()
