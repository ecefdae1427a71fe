"""Ask a person by letter: the ask, its place, its links and its letter are written together or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.actions.reserve_place import locked_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.filling import Wording, linked, refuse_links, refuse_subject
from goodword.programme.asks.models import Ask, AskLetter
from goodword.programme.asks.thanking import owed_thanks, refuse_unthanked
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.links.policies import LONGEST_TO_UNSUBSCRIBE
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.outbox.policies import refuse_letter
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.terms.policies import refuse_letter_by

ANSWERED_WITHIN = timedelta(days=60)
_LONGEST_TOKEN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How the letter travels.

    Attributes:
        to: the address of whom it is for.
        sender: whom it is from, with their name.
        reply_to: where answers go; empty for the sender.
        language: of its words.
        url_of: where a secret leads.
        quiet_until: when it may leave; at once if None.
        version: of the template it was drafted from, 0 for the shipped one; None where there was none.
    """

    to: str
    sender: str
    url_of: Callable[[str], str]
    reply_to: str = ""
    language: str = ""
    quiet_until: datetime | None = None
    version: int | None = None


def send_ask(
    person_id: str,
    act_kind: str,
    wording: Wording,
    post: Post,
    *,
    token: str,
    day: date,
    bounds: Bounds,
    by: Actor,
    unthanked_because: str = "",
) -> AskLetter:
    """Ask somebody by a letter, once; with a token that was used before, return what it sent.

    Args:
        person_id: who is asked, under any id of theirs.
        act_kind: code of the kind of act.
        wording: subject and words as the sender edited them, with the field of the link to answer by.
        post: how it travels.
        token: of the form or call it is sent from.
        day: of the ask.
        bounds: what settings let a person bear.
        by: who asks.
        unthanked_because: why they are asked though nobody thanked them for their newest good words; it is kept.

    Raises:
        GoodwordError: they may not be asked, or not so, nobody thanked them, or the letter cannot leave as it stands.
    """
    refusal = refuse_ask_letter(wording, token)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        person = locked_person(person_id)  # of two presses at once the second waits here, and finds the first
        form = f"{person.pk} {act_kind} {token}"
        there = AskLetter.objects.filter(token=form).select_related("ask__reservation", "letter").first()
        if there is not None:
            return there
        ask = ask_person(person.pk, act_kind, day=day, bounds=bounds, by=by)
        because = _because(person, act_kind, post, unthanked_because)
        letter = queue_letter(ask_draft(ask, wording, post, by=by), by=by)
        return AskLetter.objects.create(
            ask=ask,
            letter=letter,
            token=form,
            subject=wording.subject,
            text=wording.text,
            language=post.language,
            version=post.version,
            unthanked_because=because,
        )


def _because(person: Person, act_kind: str, post: Post, said: str) -> str:
    """Why nobody thanks them first; empty where nothing is owed.

    Raises:
        GoodwordError: something is, and nothing says why; or they want no such letter.
    """
    owed = owed_thanks(person)
    refusal = refuse_letter_by(person, post.reply_to) or refuse_unthanked(owed, act_kind, said)
    if refusal is not None:
        raise refusal
    return said.strip() if owed else ""


def ask_draft(ask: Ask, wording: Wording, post: Post, *, by: Actor) -> Draft:
    """The letter of an ask that was written in this transaction, with the links it needs."""
    if ask.reservation is None:
        raise ValueError("An ask that arrived as a record has no letter.")
    now, whose = clock.now(), ask.reservation.person_id
    answer = make_link(
        whose, "answer", ask.ledger_id, expires_at=(post.quiet_until or now) + ANSWERED_WITHIN, by=by, now=now
    )
    stop = make_link(whose, "unsubscribe", expires_at=now + LONGEST_TO_UNSUBSCRIBE, by=by, now=now)
    stop_url = post.url_of(stop)
    return Draft(
        purpose="ask",
        dedupe_key=f"ask {ask.ledger_id}",
        to=post.to,
        sender=post.sender,
        reply_to=post.reply_to,
        subject=wording.subject,
        text=linked(wording.text, answer_link=post.url_of(answer), stop_link=stop_url),
        language=post.language,
        unsubscribe_url=stop_url,
        not_before=post.quiet_until,
    )


def refuse_ask_letter(wording: Wording, token: str) -> GoodwordError | None:
    """Refuse words that make no letter, before a place is taken for it."""
    if not 0 < len(token) <= _LONGEST_TOKEN:
        return GoodwordError(
            "no-token", _("Nothing says which form this was sent from."), _("Open the letter again, and send it.")
        )
    refusal = refuse_subject(wording.subject) or refuse_links(wording.text)
    return refusal or refuse_letter("ask", subject=wording.subject, text=wording.text, unsubscribe_url="")
