"""An ask for somebody's request: what the letter says of it, and the tie between the two."""

from collections.abc import Callable

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import AskLetter
from goodword.programme.needs.actions.tie_ask import tie_ask
from goodword.programme.needs.models import Claim
from goodword.programme.needs.telling import need_sentence
from goodword.programme.team.actor import Actor

_ANSWER = "{answer_link}"


def with_need(wording: Wording, claim: Claim | None, language: str) -> Wording:
    """The letter with a paragraph on why it is them, before the one in which they answer; never for whom it is.

    What a colleague wrote in their own words, and the name of the prospect, stay with us.
    """
    if claim is None:
        return wording
    with translation.override(language):
        said = need_sentence(claim.need, own_words=False).replace("{", "(").replace("}", ")")
        paragraph = _("Somebody who thinks of working with us would like to hear from: %(need)s.") % {"need": said}
    parts = wording.text.split("\n\n")
    place = next((at for at, part in enumerate(parts) if _ANSWER in part), len(parts))
    return Wording(wording.subject, "\n\n".join([*parts[:place], paragraph, *parts[place:]]) if said else wording.text)


def sent_for(claim: Claim | None, send: Callable[[], AskLetter], by: Actor) -> AskLetter:
    """Send it and tie the ask to the claim; both happen, or neither does."""
    with transaction.atomic():
        sent = send()
        if claim is not None:
            tie_ask(claim, sent.ask, by=by)
    return sent
