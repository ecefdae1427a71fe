"""How a meeting stands: followed from its rows, kept nowhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db.models import Exists, OuterRef, QuerySet

from goodword.programme.asks.models import Ask
from goodword.programme.meetings.models import Offer, Pick, Slot
from goodword.programme.needs.models import Claim, ClaimAsk

type State = Literal["none", "wanted", "no_time", "offered", "turned_down", "picked", "over", "ended"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that somebody agreed to.

    Attributes:
        claim: whom of whose need.
        state: none where it is no meeting, or nobody agreed to it; wanted: times are to be proposed; no_time: they find
            none; offered: one is to be picked; turned_down: others are to be proposed; picked: it is to come; over: its
            time has passed; ended: somebody said how it ended.
        offer: the newest times; None where there are none.
        pick: the newest that was picked or called off; None where nothing was.
        slot: the time that holds; None where none does.
    """

    claim: Claim
    state: State
    offer: Offer | None = None
    pick: Pick | None = None
    slot: Slot | None = None

    @property
    def slots(self) -> list[Slot]:
        """The times of the newest offer, the soonest first."""
        return list(self.offer.slots.all()) if self.offer else []

    @property
    def ends_at(self) -> datetime | None:
        """When it is over."""
        return self.slot.starts_at + timedelta(minutes=self.slot.offer.minutes) if self.slot else None


def meeting_of(claim: Claim, *, now: datetime) -> Meeting:
    """How the meeting of a claim stands."""
    if not _agreed(claim):
        return Meeting(claim, "none", pick=newest_pick(claim))
    offer = claim.offers.order_by("-nth").select_related("turned_down").first()
    pick = newest_pick(claim)
    slot = pick.slot if pick else None
    return Meeting(claim, _state(claim, offer, pick, now), offer, pick, slot)


def meeting_of_ask(ask: Ask, *, now: datetime) -> Meeting | None:
    """The meeting that an ask is for; None where it is for none."""
    tie = ClaimAsk.objects.filter(ask=ask, claim__end=None).select_related("claim__need__act_kind").first()
    meeting = meeting_of(tie.claim, now=now) if tie else None
    return None if meeting is None or meeting.state == "none" else meeting


def newest_pick(claim: Claim) -> Pick | None:
    """What holds of a claim: a time, or that it was called off; None where nothing was ever picked."""
    return claim.picks.select_related("slot__offer").order_by("-sequence").first()


def _agreed(claim: Claim) -> bool:
    """Whether they said yes to a meeting, and that still counts."""
    if claim.person_id is None or not claim.need.act_kind.at_a_time or hasattr(claim, "end"):
        return False
    asked = ClaimAsk.objects.filter(claim=claim, ask__withdrawal=None, ask__answer__answer="accepted")
    return asked.exists()


def _state(claim: Claim, offer: Offer | None, pick: Pick | None, now: datetime) -> State:
    if hasattr(claim.need, "ending"):
        return "ended"
    if pick is not None and pick.slot is not None:
        return "over" if pick.slot.starts_at <= now else "picked"
    # What was proposed before it was called off counts no more.
    if offer is None or (pick is not None and pick.at >= offer.at):
        return "wanted"
    if hasattr(offer, "turned_down"):
        return "turned_down"
    return "offered" if offer.slots.exists() else "no_time"


def to_come(now: datetime) -> QuerySet[Pick]:
    """What holds of each meeting that begins after an instant, and is neither called off nor over."""
    newer = Pick.objects.filter(claim=OuterRef("claim"), sequence__gt=OuterRef("sequence"))
    standing = Pick.objects.filter(~Exists(newer), claim__need__ending=None, claim__end=None)
    return standing.filter(slot__starts_at__gt=now)
