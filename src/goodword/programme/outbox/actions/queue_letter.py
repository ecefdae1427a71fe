"""Put a letter into the outbox."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.outbox.policies import bare_address, checked_address, refuse_letter
from goodword.programme.outbox.purposes import PURPOSES
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

_ID_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter that is not in the outbox yet.

    Attributes:
        purpose: its kind, see `purposes.py`.
        dedupe_key: what makes it the same letter; the second of two with one key is not queued.
        to: the one address it goes to, with a name or without.
        sender: whom it is from.
        subject: one line.
        text: its words, plain.
        html: the same words with markup; empty for none.
        calendar: an entry for their calendar that travels with it (RFC 5545); empty for none.
        reply_to: where answers go; empty for the sender.
        language: BCP 47 tag of its words; empty where not known.
        unsubscribe_url: one POST to it ends letters of this kind; empty where there is nothing to end.
        not_before: when it may go; at once if None.
        expires_at: when it is too late; after its purpose's lifetime if None.
    """

    purpose: str
    dedupe_key: str
    to: str
    sender: str
    subject: str
    text: str
    html: str = ""
    calendar: str = ""
    reply_to: str = ""
    language: str = ""
    unsubscribe_url: str = ""
    not_before: datetime | None = None
    expires_at: datetime | None = None


def queue_letter(draft: Draft, *, by: Actor, now: datetime | None = None) -> Letter:
    """Queue a letter once, and return it; with a key that was used before, return the letter that has it.

    Raises:
        GoodwordError: an address is none, a header would hold a line break, or there are no words.
    """
    refusal = refuse_letter(
        draft.purpose, subject=draft.subject, text=draft.text, unsubscribe_url=draft.unsubscribe_url
    )
    if refusal is not None:
        raise refusal
    letter = _letter(draft, now or clock.now())
    with transaction.atomic():
        known = Letter.objects.filter(dedupe_key=letter.dedupe_key).first()
        if known is not None:
            return known
        try:
            with transaction.atomic():
                letter.save(force_insert=True)
        except IntegrityError:
            # Somebody queued it between the question and the answer: theirs is the one.
            return Letter.objects.get(dedupe_key=letter.dedupe_key)
        Waiting.objects.create(letter=letter, due_at=letter.not_before, priority=letter.priority)
        record(by, "queue", "letter", str(letter.pk), after={"purpose": letter.purpose, "key": letter.dedupe_key})
    return letter


def _letter(draft: Draft, now: datetime) -> Letter:
    purpose, sender = PURPOSES[draft.purpose], checked_address(draft.sender)
    not_before = draft.not_before or now
    domain = bare_address(sender).rpartition("@")[2]
    return Letter(
        purpose=draft.purpose,
        dedupe_key=draft.dedupe_key,
        to=checked_address(draft.to),
        sender=sender,
        reply_to=checked_address(draft.reply_to) if draft.reply_to else "",
        subject=draft.subject,
        text=draft.text,
        html=draft.html,
        calendar=draft.calendar,
        language=draft.language,
        unsubscribe_url=draft.unsubscribe_url,
        message_id=f"<{secrets.token_hex(_ID_BYTES)}@{domain}>",
        queued_at=now,
        not_before=not_before,
        expires_at=draft.expires_at or not_before + purpose.lifetime,
        priority=purpose.priority,
    )
