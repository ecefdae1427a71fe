"""May times be proposed, picked or called off, and if not why."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.models import Slot
from goodword.programme.meetings.standing import Meeting
from goodword.programme.needs.models import Claim
from goodword.programme.needs.policies import need_over
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.policies import may

LONGEST_PLACE = 300


def asset_of(claim: Claim) -> str:
    """What a permission for this one meeting is about."""
    return f"request {claim.need_id}"


def may_take_place(claim: Claim, *, day: date) -> GoodwordError | None:
    """Why this meeting may not take place: they opted out, took their permission back, or their company forbids it."""
    person = claim.person
    if person is None:
        return no_meeting()
    deed = Deed(
        verb=Verb.DO,
        act_kind=claim.need.act_kind_id,
        person_id=person.root_id or person.pk,
        asset=asset_of(claim),
        prospect=claim.need.prospect,
    )
    return may(deed, day=day)


def refuse_offer(meeting: Meeting) -> GoodwordError | None:
    """Refuse times for what is no meeting, is over, or has its time already."""
    if meeting.state == "ended":
        return need_over()
    if meeting.state == "none":
        return no_meeting()
    if meeting.state in {"picked", "over"}:
        return GoodwordError(
            "picked-already",
            _("A time is agreed already."),
            _("Call it off first, if you cannot come; then give other times."),
        )
    return None


def refuse_pick(
    meeting: Meeting, slot: Slot, *, instead_of: int | None, place: str, now: datetime
) -> GoodwordError | None:
    """Refuse a time that counts no more, one beside another that was picked, and one that has passed.

    Args:
        meeting: as it stands.
        slot: what somebody wants to pick.
        instead_of: the number of the pick it takes the place of; None for the first.
        place: how to join.
        now: this instant.
    """
    if meeting.state == "ended":
        return need_over()
    if meeting.state == "none":
        return no_meeting()
    if meeting.state not in {"offered", "picked"} or meeting.offer is None or slot.offer_id != meeting.offer.pk:
        return _gone()
    there = meeting.pick.sequence if meeting.pick and meeting.slot else None
    if there != instead_of:
        return GoodwordError(
            "picked-meanwhile", _("A time is picked already."), _("Look again; move it there, if it does not suit.")
        )
    if slot.starts_at <= now:
        return GoodwordError("time-over", _("That time has passed."), _("Pick a later one, or ask for other times."))
    return _refuse_place(place)


def refuse_other_times(meeting: Meeting) -> GoodwordError | None:
    """Refuse to ask for other times where none were proposed that could be turned down."""
    if meeting.state == "ended":
        return need_over()
    return None if meeting.state in {"offered", "turned_down"} else _gone()


def no_meeting() -> GoodwordError:
    """Nobody agreed to one."""
    return GoodwordError(
        "no-meeting", _("No meeting is agreed here."), _("Times are proposed once somebody said yes to a meeting.")
    )


def _gone() -> GoodwordError:
    return GoodwordError("times-gone", _("These times count no more."), _("Look again: there may be others."))


def _refuse_place(place: str) -> GoodwordError | None:
    if len(place) <= LONGEST_PLACE and (place.isprintable() or not place):
        return None
    return GoodwordError(
        "bad-place",
        _("How to join is one line."),
        _("Write a link or a number of at most %(most)s characters.") % {"most": LONGEST_PLACE},
    )
