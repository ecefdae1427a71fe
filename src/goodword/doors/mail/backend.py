"""What Django sends through: it queues, and the outbox sends. So there is one way out for everything."""

import secrets
from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.translation import get_language

from goodword.kit.errors import GoodwordError
from goodword.kit.ids import stable_id
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.team.actor import Actor

PURPOSE_HEADER = "X-Goodword-Purpose"
KEY_HEADER = "X-Goodword-Dedupe-Key"


class OutboxBackend(BaseEmailBackend):
    """Queues every message, one letter for each address.

    Two headers, which never travel, say what it is: `X-Goodword-Purpose` its kind (`account` where missing), and
    `X-Goodword-Dedupe-Key` what makes it the same letter (each message is its own where missing).
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue them all or none; return how many there were.

        Raises:
            GoodwordError: an address is none, a header would hold a line break, or something is attached.
        """
        with transaction.atomic():
            for message in email_messages:
                _queue(message)
        return len(email_messages)


def _queue(message: EmailMessage) -> None:
    if message.attachments:
        raise GoodwordError("attached", "Goodword’s letters carry no attachments.", "Link to the page instead.")
    key = str(message.extra_headers.get(KEY_HEADER, "")) or secrets.token_hex()
    for address in message.recipients():
        draft = Draft(
            purpose=str(message.extra_headers.get(PURPOSE_HEADER, "account")),
            dedupe_key=stable_id("message", key, address),
            to=address,
            sender=message.from_email,
            reply_to=message.reply_to[0] if message.reply_to else "",
            subject=str(message.subject),
            text=str(message.body),
            html=_html(message),
            language=get_language() or "",
        )
        queue_letter(draft, by=Actor.system("mail"))


def _html(message: EmailMessage) -> str:
    if isinstance(message, EmailMultiAlternatives):
        return next((str(content) for content, kind in message.alternatives if kind == "text/html"), "")
    return ""
