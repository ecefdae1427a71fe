"""What stands on somebody's own page, whether they signed in or came by a link."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from goodword.doors.portal.achieved import achieved_by
from goodword.doors.portal.own_words import as_published, newest_words
from goodword.doors.portal.saying.answers import asks_of, peace_told, welcome_wording
from goodword.doors.portal.saying.data import takeout_of
from goodword.doors.portal.saying.limits import MAY_ASK, OFTEN, kind_limits, often_chosen, quiet_until
from goodword.doors.portal.saying.meetings import meeting_of_their_ask
from goodword.doors.portal.saying.stories import pending_stories
from goodword.doors.portal.saying.terms import ON_TOPIC, REACHED, topic_choices
from goodword.doors.portal.saying.wording import ANSWERS, KindWords, Words, words_for
from goodword.doors.portal.saying.words import allowed, pending_words
from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.acts.theirs import acts_of
from goodword.programme.advocates.models import Publication
from goodword.programme.asks.models import Ask
from goodword.programme.people.opted_out import opted_out
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.wording import kind_label
from goodword.programme.terms.standing import terms_of

WORDS_SHOWN = 12
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ShownAsk:
    """An ask on their own page.

    Attributes:
        ask: what was asked.
        words: how it is spoken of.
        answer: what they answered; empty for nothing yet.
        meeting: the meeting it is for, once they said yes to it; None for none.
    """

    ask: Ask
    words: KindWords
    answer: Words
    meeting: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ShownAct:
    """Something they did.

    Attributes:
        act: the act.
        words: how it is spoken of.
        label: what its kind is called.
    """

    act: Act
    words: KindWords
    label: str


@dataclass(frozen=True, slots=True)
class ShownGrant:
    """Something they allowed.

    Attributes:
        grant: the permission.
        label: what it is for.
        wording: the exact words of the form they agreed to; empty for what a colleague wrote down.
    """

    grant: Grant
    label: str
    wording: str


def own_page(person_id: str) -> dict[str, Any]:
    """Everything their own page shows."""
    generation, today = Publication.current(), clock.today()
    return {
        "person": as_published(person_id, generation),
        "remarks": newest_words(person_id, WORDS_SHOWN, generation),
        "out_on": out.since if (out := opted_out(person_id)) else None,
        "wording": welcome_wording(),
        "peace": peace_told(),
        "asks": [
            ShownAsk(ask, words_for(ask.kind), _answer(ask), meeting_of_their_ask(ask))
            for ask in asks_of(person_id)[:_SHOWN]
        ],
        "pending": pending_words(person_id, generation),
        "stories": pending_stories(person_id),
        "allowed": [_shown(grant) for grant in allowed(person_id)[:_SHOWN]],
        "acts": [
            ShownAct(act, words_for(act.kind), kind_label(act.kind))
            for act in acts_of(person_id).order_by("-done_on", "-pk")[:_SHOWN]
        ],
        "achieved": achieved_by(person_id)[:_SHOWN],
        "limits": kind_limits(person_id),
        "may_ask": MAY_ASK.items(),
        "oftens": [(name, words) for name, (_, _, words) in OFTEN.items()],
        "often": often_chosen(person_id),
        "quiet": quiet_until(person_id),
        "topics": topic_choices(person_id, generation),
        "on_topic": ON_TOPIC.items(),
        "terms": terms_of(person_id),
        "reached": REACHED.items(),
        "tomorrow": today + timedelta(days=1),
        **takeout_of(person_id),
    }


def _answer(ask: Ask) -> Words:
    said = getattr(ask, "answer", None)
    return ANSWERS.get(said.answer, said.answer) if said else ""


def _shown(grant: Grant) -> ShownGrant:
    proof = getattr(grant, "proof", None)
    return ShownGrant(
        grant, kind_label(grant.act_kind_id or ""), proof.wording if proof and proof.kind == "form" else ""
    )
