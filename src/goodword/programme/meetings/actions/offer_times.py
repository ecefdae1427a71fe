"""Propose times for a meeting that one agreed to, and allow it with that; or say that one finds none."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from goodword.kit import clock
from goodword.programme.meetings.models import Offer, Slot
from goodword.programme.meetings.policies import asset_of, may_take_place, refuse_offer
from goodword.programme.meetings.standing import Meeting, meeting_of
from goodword.programme.meetings.telling import tell_rep
from goodword.programme.meetings.times import refuse_times, zone_named
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Claim
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

_ALLOWED = timedelta(days=180)


def offer_times(
    claim: Claim, times: Collection[datetime], *, zone: str, minutes: int, wording: str, by: Actor
) -> Offer:
    """Propose one to three times; they take the place of those of before, and the same again change nothing.

    Args:
        claim: whose meeting.
        times: when it may begin.
        zone: by which clock they say so.
        minutes: how long it takes.
        wording: what they were shown, and allow with it: that they talk to this one company.
        by: who says it: the advocate.

    Raises:
        GoodwordError: it is no meeting, is over or agreed already, or the times cannot be.
    """
    name = str(zone_named(zone))
    with transaction.atomic():
        meeting = locked_meeting(claim)
        refusal = refuse_offer(meeting) or refuse_times(times, minutes=minutes, now=clock.now())
        if refusal is not None:
            raise refusal
        if meeting.state == "offered" and _same(meeting, times, name, minutes):
            assert meeting.offer is not None  # noqa: S101  # it is offered
            return meeting.offer
        offer = _offer(meeting, name, minutes)
        slots = [Slot(offer=offer, place=place, starts_at=at) for place, at in enumerate(sorted(times), 1)]
        Slot.objects.bulk_create(slots)
        _allow(meeting.claim, wording, by)
        _tell(offer, len(slots), by)
    return offer


def find_no_time(claim: Claim, *, by: Actor) -> Offer:
    """Say that one finds no time, and wants to be written to; again is what was said.

    Raises:
        GoodwordError: it is no meeting, is over or agreed already.
    """
    with transaction.atomic():
        meeting = locked_meeting(claim)
        refusal = refuse_offer(meeting)
        if refusal is not None:
            raise refusal
        if meeting.state == "no_time" and meeting.offer is not None:
            return meeting.offer
        offer = _offer(meeting, "UTC", 30)
        _tell(offer, 0, by)
    return offer


def locked_meeting(claim: Claim) -> Meeting:
    """The meeting as it stands, which whoever else changes something about it waits for."""
    locked_need(claim.need_id)
    rows = Claim.objects.select_related("need__ending", "need__act_kind", "end", "person__root")
    return meeting_of(rows.get(pk=claim.pk), now=clock.now())


def _same(meeting: Meeting, times: Collection[datetime], zone: str, minutes: int) -> bool:
    offer = meeting.offer
    told = [slot.starts_at for slot in meeting.slots]
    return offer is not None and (told, offer.zone, offer.minutes) == (sorted(times), zone, minutes)


def _offer(meeting: Meeting, zone: str, minutes: int) -> Offer:
    nth = meeting.claim.offers.count() + 1
    return Offer.objects.create(claim=meeting.claim, nth=nth, zone=zone, minutes=minutes, at=clock.now())


def _allow(claim: Claim, wording: str, by: Actor) -> None:
    """Who proposes times for this one meeting allows it; nothing beyond it, and not again where it is allowed."""
    if claim.person is None or may_take_place(claim, day=clock.today()) is None:
        return
    today = clock.today()
    saying = Saying(
        key=Person.objects.get(pk=claim.person.root_id or claim.person.pk),
        scope=Scope(act_kind=claim.need.act_kind_id, asset=asset_of(claim), audience="named"),
        given_on=today,
        expires_on=today + _ALLOWED,
        evidence=Evidence(kind="form", wording=wording, reference="their own page"),
    )
    grant_permission(saying, by=by)


def _tell(offer: Offer, times: int, by: Actor) -> None:
    need = offer.claim.need
    record(by, "offer", "meeting", str(need.pk), after={"times": times, "offer": offer.nth})
    kind = "times_offered" if times else "no_time_found"
    tell_rep(need, kind, {}, key=f"times {offer.pk}")
