"""Whom a meeting concerns of ours, and the letters about it; who writes those is handed in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from django.conf import settings
from django.utils import translation

from goodword.kit import clock
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.desk.models import Preference
from goodword.programme.desk.wording import KINDS
from goodword.programme.meetings.models import MeetingLetter, Pick
from goodword.programme.needs.models import Claim, Need
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User

type Side = Literal["rep", "advocate"]
type What = Literal["invitation", "cancellation", "reminder", "other_times", "thanks"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One letter that is to be written.

    Attributes:
        claim: whose meeting.
        what: what for.
        side: to whom.
        pick: the pick it tells of; None where it tells of none.
        sequence: what tells it from others of its kind.
        before: the pick that held before, where it was called off.
    """

    claim: Claim
    what: What
    side: Side
    pick: Pick | None = None
    sequence: int = 0
    before: Pick | None = None


type Write = Callable[[Telling], Draft | None]
"""Writes a letter; None where nobody can be written to."""

SIDES: tuple[Side, ...] = ("advocate", "rep")


def rep_of(need: Need) -> User | None:
    """Who needed it; None for the console, and for whoever left."""
    if not need.by.isdecimal():
        return None
    return User.objects.filter(pk=int(need.by), is_active=True).first()


def tell_rep(need: Need, kind: str, facts: dict[str, object], *, key: str) -> None:
    """Tell whoever needed it on the pages, and by letter if they get a digest at all; under the same key once."""
    rep = rep_of(need)
    if rep is None:
        return
    path = f"/requests/{need.pk}/"
    notify([rep], kind, facts, key=key, url=path)
    preference = Preference.of(rep)
    if preference.digest != "off" and rep.email:
        with translation.override(preference.language or settings.LANGUAGE_CODE):
            said = KINDS[kind].say(facts)
        _write_to_rep(rep, said, settings.SITE_URL + path, key=key, language=preference.language)


def _write_to_rep(rep: User, said: str, url: str, *, key: str, language: str) -> None:
    draft = Draft(
        purpose="notification",
        dedupe_key=f"meeting news {rep.pk} {key}",
        to=rep.email,
        sender=settings.DEFAULT_FROM_EMAIL,
        subject=said,
        text=f"{said}\n\n{url}\n",
        language=language,
    )
    queue_letter(draft, by=Actor.system("meetings"))


def post(telling: Telling, *, write: Write, by: Actor) -> MeetingLetter | None:
    """Put a letter into the outbox, in the caller's transaction; the same again is the one that is there.

    None where there is nobody to write to, or who wants no letters.
    """
    named = {
        "claim": telling.claim,
        "what": telling.what,
        "side": telling.side,
        "sequence": telling.sequence,
    }
    there = MeetingLetter.objects.filter(**named).first()
    if there is not None:
        return there
    if telling.side == "advocate" and _must_not_be_written_to(telling.claim):
        return None
    draft = write(telling)
    if draft is None:
        return None
    key = f"meeting {telling.claim.pk} {telling.what} {telling.side} {telling.sequence}"
    return MeetingLetter.objects.create(letter=queue_letter(replace(draft, dedupe_key=key), by=by), **named)


def _must_not_be_written_to(claim: Claim) -> bool:
    person = claim.person
    if person is None:
        return True
    deed = Deed(verb=Verb.CONTACT, person_id=person.root_id or person.pk)
    return may(deed, day=clock.today()) is not None
